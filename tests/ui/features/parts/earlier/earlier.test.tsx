import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { RecordState } from "#domain/record.ts";
import { fail, ok } from "#domain/result.ts";
import type { AskChangedFields, AskEarlier, EarlierPage, EarlierValue } from "#sync/earlier.ts";
import type { TestDevice } from "../../../../support/device.ts";
import { thursdayMorning } from "../../../../support/platform.ts";
import { bring } from "../../../../support/ui/device.ts";
import { conflictRecord } from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";
import {
  aino,
  colleague,
  openSharedAppointment,
} from "../../../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment("Nykyinen."));
  await bring(device, { ...appointment, ver: 2 }, { ...aino, ver: 2 });
});

const earlierBy = (value: EarlierValue["value"], more: Partial<EarlierValue> = {}) => ({
  value,
  why: "overwritten" as const,
  by: colleague as string,
  at: addMs(thursdayMorning, -2 * hourMs),
  until: addMs(thursdayMorning, -hourMs),
  ...more,
});

type Endpoint = { readonly askEarlier: AskEarlier; readonly askChangedFields: AskChangedFields };

/** An endpoint that has earlier values of these fields of both records, and answers so when it is asked for them. */
const knowing = (fields: readonly string[], askEarlier: AskEarlier): Endpoint => ({
  askEarlier,
  askChangedFields: async (records) => ok(new Map(records.map((record) => [record, fields]))),
});

/** Opens the sheet over such an endpoint. */
const openSheet = async (endpoint: Partial<Endpoint>) => {
  const opened = openScreen(`/appointments/${appointment.id}`, device, undefined, endpoint);
  await opened.user.click(screen.getByRole("button", { name: "Aiemmat tiedot" }));
  const sheet = await screen.findByRole("dialog", { name: "Aiemmat tiedot" });
  const choose = async (label: string) =>
    opened.user.selectOptions(
      await within(sheet).findByRole("combobox", { name: "Mikä tieto" }),
      label,
    );
  return { ...opened, sheet, choose };
};
const page = (values: readonly EarlierValue[], more = false): EarlierPage => ({ values, more });
const having = (field: string, answer: EarlierPage): Endpoint =>
  knowing(answer.values.length === 0 ? [] : [field], async (_record, asked) =>
    ok(asked === field ? answer : page([])),
  );

describe("earlier values", () => {
  it("tell each value, who wrote it when, and why it stands no more", async () => {
    const values = [
      earlierBy("Hävisi.", { why: "conflict" }),
      earlierBy("Aiempi."),
      earlierBy("Yhteinen.", { why: "merged" }),
      earlierBy("Eka.", { by: null, at: null }),
    ];
    const { sheet, choose } = await openSheet(having("note", page(values)));
    await choose("lisätiedot");
    const items = await within(sheet).findAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Hävisi.Pekka Esimerkki, 7.00 · väistyi samanaikaisen muutoksen tieltä 8.00Käytä tätä",
      "Aiempi.Pekka Esimerkki, 7.00 · korvattiin 8.00Käytä tätä",
      "Yhteinen.Usean kirjoittama, viimeksi Pekka Esimerkki, 7.00 · korvattiin 8.00Käytä tätä",
      "Eka.Kirjattu, kun tieto luotiin (tekijä ja aika eivät ole tiedossa) · korvattiin 8.00Käytä tätä",
    ]);
    expect(within(sheet).getByRole("region", { name: "Nyt voimassa" }).textContent).toContain(
      "Nykyinen.",
    );
  });

  it("are offered of the fields that have some, out of all that people write", async () => {
    const asked: string[] = [];
    const endpoint = knowing(["name-of-another-version", "note", "phone", "promise"], async () =>
      ok(page([earlierBy("Aiempi.")])),
    );
    const { sheet } = await openSheet({
      ...endpoint,
      askChangedFields: (records) => {
        asked.push(...records);
        return endpoint.askChangedFields(records);
      },
    });
    const options = await within(sheet).findAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual([
      "lisätiedot",
      "asiakkaan puhelin",
      "asiakkaan lisätiedot",
    ]);
    // One question for all of them.
    expect(asked).toEqual([appointment.id, aino.id]);
    expect((await within(sheet).findByRole("listitem")).textContent).toContain("Aiempi.");
  });

  it("are not offered of what nobody has changed since it was made", async () => {
    await bring(device, { ...appointment, ver: 1 }, { ...aino, ver: 1 });
    const other = { ...appointment, id: "another-another-anothr" as RecordId, ver: 1 };
    const untouched = { ...aino, id: "client-client-client-1" as RecordId, ver: 1 };
    await bring(device, untouched, {
      ...other,
      fields: { ...other.fields, client: untouched.id },
    });
    openScreen(`/appointments/${other.id}`, device);
    expect(await screen.findByRole("button", { name: "Peru aika" })).toBeDefined();
    expect(screen.queryByRole("button", { name: "Aiemmat tiedot" })).toBeNull();
  });

  it("say that nothing was changed", async () => {
    const { sheet } = await openSheet(having("note", page([])));
    expect(await within(sheet).findByText(/^Näitä tietoja ei ole muutettu/)).toBeDefined();
  });

  it("can be taken up again by an ordinary edit, and that undone", async () => {
    const { sheet, choose, user } = await openSheet(having("note", page([earlierBy("Aiempi.")])));
    const note = () => device.store.ledger.get(appointmentKind, appointment.id)?.values.note;
    await choose("lisätiedot");
    await user.click(await within(sheet).findByRole("button", { name: "Käytä tätä" }));
    await waitFor(() => expect(note()).toBe("Aiempi."));
    expect(device.store.exchange.unsent()).toMatchObject([{ verb: "text", base: "Nykyinen." }]);
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(note()).toBe("Nykyinen."));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("are there for the client too, and not offered where they stand already", async () => {
    const values = [earlierBy("+358401234567"), earlierBy("+358500000000")];
    const { sheet, choose, user } = await openSheet(having("phone", page(values)));
    await choose("asiakkaan puhelin");
    const [same, other] = await within(sheet).findAllByRole("listitem");
    expect(same?.textContent).toContain("040 123 4567");
    expect(same?.querySelector("button")).toBeNull();
    if (other === undefined) throw new Error("there are two");
    await user.click(within(other).getByRole("button", { name: "Käytä tätä" }));
    await waitFor(() =>
      expect(device.store.ledger.get(clientKind, aino.id)?.values.phone).toBe("+358500000000"),
    );
  });

  it("come in pages", async () => {
    const skips: number[] = [];
    const ask: AskEarlier = async (record, field, skip) => {
      if (record !== appointment.id || field !== "note") return ok(page([]));
      skips.push(skip);
      return ok(skip === 0 ? page([earlierBy("a"), earlierBy("b")], true) : page([earlierBy("c")]));
    };
    const { sheet, choose, user } = await openSheet(knowing(["note"], ask));
    await choose("lisätiedot");
    await user.click(await within(sheet).findByRole("button", { name: "Näytä vanhempia" }));
    await waitFor(() => expect(within(sheet).getAllByRole("listitem")).toHaveLength(3));
    expect(within(sheet).queryByRole("button", { name: "Näytä vanhempia" })).toBeNull();
    expect(skips).toEqual([0, 2]);
  });

  it("of a field looked at no more do not show up under another", async () => {
    const answers: (() => void)[] = [];
    const ask: AskEarlier = async (_record, field, skip) => {
      if (skip === 0) return ok(page([earlierBy(`arvo ${field}`)], true));
      return new Promise((resolve) =>
        answers.push(() => resolve(ok(page([earlierBy(`vanha ${field}`)])))),
      );
    };
    const { sheet, choose, user } = await openSheet(knowing(["language", "note"], ask));
    await choose("lisätiedot");
    await user.click(await within(sheet).findByRole("button", { name: "Näytä vanhempia" }));
    await choose("kieli");
    expect(await within(sheet).findByText("arvo language")).toBeDefined();
    for (const answer of answers) answer();
    await Promise.resolve();
    expect(within(sheet).getAllByRole("listitem")).toHaveLength(1);
  });

  it("need a connection, and say so with what the device itself knows", async () => {
    await bring(
      device,
      conflictRecord(appointment, "note", "Nykyinen.", "Toinen.", colleague, thursdayMorning),
    );
    let isAway = true;
    const { sheet, choose, user } = await openSheet({
      askEarlier: async () => ok(page([earlierBy("Aiempi.")])),
      askChangedFields: async () =>
        isAway
          ? fail({ code: "network.offline" })
          : ok(new Map([[appointment.id as string, ["note"]]])),
    });
    expect(await within(sheet).findByText(/niiden näkemiseen tarvitaan yhteys/)).toBeDefined();
    // Only the field that the device has something of is offered.
    expect(within(sheet).getAllByRole("option")).toHaveLength(1);
    await choose("lisätiedot");
    const item = await within(sheet).findByRole("listitem");
    expect(item.textContent).toContain("Toinen.Pekka Esimerkki, 9.00");
    expect(within(item).getByRole("button", { name: "Käytä tätä" })).toBeDefined();
    isAway = false;
    await user.click(within(sheet).getByRole("button", { name: "Yritä nyt" }));
    expect(await within(sheet).findByText("Aiempi.")).toBeDefined();
    expect(within(sheet).queryByText(/tarvitaan yhteys/)).toBeNull();
  });

  it("that the endpoint does not tell are explained in its words", async () => {
    const now = thursdayMorning;
    const { sheet } = await openSheet({
      askChangedFields: async () => fail({ code: "record.unknown", endpointNow: now }),
    });
    expect(await within(sheet).findByText(/Palvelin ei tunne tätä tietoa/)).toBeDefined();
    expect(within(sheet).getByText(/ei itsellään ole aiempia tietoja/)).toBeDefined();
    expect(within(sheet).queryByRole("combobox")).toBeNull();
  });
});
