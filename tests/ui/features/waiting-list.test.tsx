import { cleanup, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import type { RecordState } from "#domain/record.ts";
import { type TestDevice, testTeam } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import {
  absenceRecord,
  appointmentRecord,
  busyRecord,
  changedBy,
  clientRecord,
  conflictRecord,
  kajaaniPlace,
  kuhmoPlace,
  waitingRecord,
} from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.", "+358401234567");
const veikko = clientRecord("Veikko V.", "+358407654321");
const kolmas = clientRecord("Kolmas M.");
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino, veikko, kolmas);
});

const entries = () => [...device.store.ledger.all(waitingKind).values()];
const entryOf = (client: RecordState) =>
  entries().find(({ values }) => values.client === client.id)?.values;
const appointments = () => [...device.store.ledger.all(appointmentKind).values()];
const press = (name: string | RegExp) => screen.findByRole("button", { name });

describe("the waiting list", () => {
  it("has whoever waits longest first, and says for what", async () => {
    await bring(
      device,
      waitingRecord(aino, "2026-11-20", { places: [kuhmoPlace.id], when: ["thu-am", "fri-am"] }),
      waitingRecord(veikko, "2026-11-16", { channel: "phone", latest: "2026-12-01" }),
      waitingRecord(kolmas, "2026-11-01", { status: "withdrawn" }),
    );
    openScreen("/waiting", device);
    const rows = within(screen.getByRole("list", { name: "Jono" })).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Veikko V.odottanut 10 päivää · viimeistään ti 1.12.Koulutusneuvonta · Puhelin · 45 min · mikä aika vain käy",
      "Aino K.odottanut 6 päivääKoulutusneuvonta · Tapaaminen · 45 min · Kuhmon kaupungin työpaja · to aamupäivä, pe aamupäivä",
    ]);
    const ended = screen.getByRole("region", { name: "Päättyneet" });
    expect(within(ended).getByText("ei enää tarvitse")).toBeDefined();
  });

  it("says of an erased entry that it was erased, and of one nobody knows that it is not here", async () => {
    const wait = waitingRecord(aino, "2026-11-20");
    await bring(device, wait);
    const chunk = { scope: testTeam, put: [], drop: [], erase: [aino.id, wait.id] };
    const cursor = { epoch: "e", seq: 999 };
    expectOk(await device.store.exchange.takeChunks({ ...chunk, cursor }));
    openScreen(`/waiting/${wait.id}`, device);
    expect(screen.getByText("Tiedot on poistettu pyynnöstä")).toBeDefined();
    cleanup();
    openScreen("/waiting/nobody-knows-this-one1", device);
    expect(screen.getByText("Tätä ei löydy jonosta")).toBeDefined();
  });

  it("takes a new client with a wish in one save, and gives both back", async () => {
    const { user, path } = openScreen("/waiting/new", device);
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Uusi Tulija");
    await user.type(screen.getByRole("textbox", { name: /Puhelin/ }), "040 111 2222");
    await user.click(screen.getByRole("radio", { name: "30 min" }));
    await user.click(screen.getByRole("checkbox", { name: "Kuhmo" }));
    await user.click(await press("Valitse paikka Ei tiettyä paikkaa"));
    await user.click(screen.getByRole("checkbox", { name: "Kajaanin toimisto" }));
    await user.click(screen.getByRole("checkbox", { name: "ti aamupäivä" }));
    await user.type(screen.getByLabelText(/Viimeinen päivä/), "2026-12-11");
    await user.click(await press("Lisää jonoon"));
    expect(await screen.findByText("Lisätty jonoon: Uusi Tulija")).toBeDefined();
    await waitFor(() => expect(path()).toBe("/waiting"));
    expect(device.store.ledger.unsentSaves()).toBe(1);
    expect(entries()[0]?.values).toMatchObject({
      lengthInMinutes: 30,
      places: [kajaaniPlace.id],
      municipalities: ["290"],
      when: ["tue-am"],
      asked: "2026-11-26",
      latest: "2026-12-11",
      status: "waiting",
    });
    await user.click(await press("Kumoa"));
    await waitFor(() => expect(entries()).toEqual([]));
    expect(device.store.ledger.all(clientKind).size).toBe(3);
  });

  it("finds a known client by typing, and does not come back once somebody is added", async () => {
    const { user, go, back, path } = openScreen("/", device);
    go("/waiting/new");
    await screen.findByRole("combobox", { name: "Kenelle" });
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "vei");
    await user.click(await screen.findByRole("option", { name: /Veikko V\./ }));
    expect(screen.queryByRole("textbox", { name: /Puhelin/ })).toBeNull();
    await user.click(await press("Lisää jonoon"));
    await waitFor(() => expect(entryOf(veikko)?.status).toBe("waiting"));
    expect(device.store.ledger.all(clientKind).size).toBe(3);
    await waitFor(() => expect(path()).toBe("/waiting"));
    back();
    expect(path()).toBe("/");
  });

  it("keeps an unfinished entry, and names what is wrong", async () => {
    const { user, close } = openScreen("/waiting/new", device);
    await user.click(await press("Lisää jonoon"));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Kenelle" })),
    );
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Kesken");
    close();
    openScreen("/waiting/new", device);
    expect(await screen.findByText("Jatketaan siitä, mihin jäit.")).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Kenelle" }).value).toBe(
      "Kesken",
    );
  });

  it("writes only what was changed of an entry, and follows the rest", async () => {
    const entry = waitingRecord(aino, "2026-11-20", { note: "Bussilla." });
    await bring(device, entry);
    const { user } = openScreen(`/waiting/${entry.id}`, device);
    await user.click(screen.getByRole("checkbox", { name: "pe iltapäivä" }));
    await bring(device, { ...entry, ver: 2, fields: { ...entry.fields, lengthInMinutes: 60 } });
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>("radio", { name: "60 min" }).checked).toBe(true),
    );
    await user.click(await press("Tallenna muutokset"));
    expect(await screen.findByText("Muutokset tallennettu: Aino K.")).toBeDefined();
    expect(device.store.exchange.unsent()).toMatchObject([
      { verb: "set", field: "when", value: ["fri-pm"], seen: { ver: 1 } },
    ]);
    expect(entryOf(aino)).toMatchObject({ lengthInMinutes: 60, when: ["fri-pm"] });
  });

  it("lets somebody go and come back", async () => {
    const entry = waitingRecord(aino, "2026-11-20");
    await bring(device, entry);
    const { user } = openScreen(`/waiting/${entry.id}`, device);
    await user.click(await press("Poista jonosta"));
    await waitFor(() => expect(entryOf(aino)?.status).toBe("withdrawn"));
    await user.click(await press("Kumoa"));
    await waitFor(() => expect(entryOf(aino)?.status).toBe("waiting"));
    await user.click(await press("Poista jonosta"));
    await user.click(await press("Palauta jonoon"));
    await waitFor(() => expect(entryOf(aino)?.status).toBe("waiting"));
  });

  it("ends with a booking in the same save, and goes on when that is undone", async () => {
    const entry = waitingRecord(aino, "2026-11-16", { lengthInMinutes: 30 });
    await bring(device, entry);
    const { user, path } = openScreen(`/waiting/${entry.id}`, device);
    await user.click(screen.getByRole("link", { name: "Varaa aika" }));
    expect(await screen.findByText("odottanut 10 päivää")).toBeDefined();
    await user.click(await screen.findByRole("button", { name: /^Varaa to 26\.11\./ }));
    await waitFor(() => expect(path()).toBe("/waiting"));
    const [made] = appointments();
    expect(made?.values).toMatchObject({ client: aino.id, asked: "2026-11-16" });
    expect(entryOf(aino)).toMatchObject({ status: "booked", appointment: made?.id });
    expect(device.store.ledger.unsentSaves()).toBe(1);
    await user.click(await press("Kumoa"));
    await waitFor(() =>
      expect(entryOf(aino)).toMatchObject({ status: "waiting", appointment: null }),
    );
    expect(appointments()).toEqual([]);
  });
});

it("shows whose wait two people wrote different things about, in words", async () => {
  const entry = waitingRecord(aino, "2026-11-16", { lengthInMinutes: 30 });
  const conflict = conflictRecord(entry, "lengthInMinutes", 30, 60, device.member, thursdayMorning);
  await bring(device, entry, conflict);
  openScreen("/conflicts", device);
  expect(await screen.findByRole("button", { name: "Aino K.: kesto" })).toBeDefined();
});

describe("a time that is free again", () => {
  let off: RecordState;
  beforeEach(async () => {
    off = appointmentRecord(device.member, kolmas, "2026-11-26", 13 * 60);
    await bring(
      device,
      off,
      waitingRecord(aino, "2026-11-20", { note: "Bussilla." }),
      waitingRecord(veikko, "2026-11-10", { places: [kuhmoPlace.id], when: ["thu-pm"] }),
      waitingRecord(kolmas, "2026-11-01", { places: [kajaaniPlace.id] }),
    );
  });
  const day = "2026-11-26" as LocalDate;
  const midday = { start: fromLocal(day, 12 * 60), end: fromLocal(day, 14 * 60) };
  const cancelElsewhere = () =>
    bring(device, { ...off, ver: 2, fields: { ...off.fields, status: "cancelled" } });

  it("shows up on the start page when another device set it free, and leads to whom it helps", async () => {
    const { user, path } = openScreen("/", device);
    expect(await screen.findByText("3 jonossa")).toBeDefined();
    expect(screen.queryByText(/^Vapautui/)).toBeNull();
    await cancelElsewhere();
    const row = await screen.findByRole("link", { name: "Vapautui to 26.11. klo 13.00" });
    expect(screen.getByText("Sopii 2 jonottavalle")).toBeDefined();
    await user.click(row);
    expect(path()).toBe(`/appointments/${off.id}`);
    const section = await screen.findByRole("region", { name: "Sopii jonottaville" });
    const rows = within(section).getAllByRole("listitem");
    expect(rows.map((one) => one.textContent?.slice(0, 8))).toEqual(["Veikko V", "Aino K.o"]);
  });

  it("is offered by a call, by a message that says no more than the time, or booked at once", async () => {
    await cancelElsewhere();
    const { user, path } = openScreen(`/appointments/${off.id}`, device);
    expect(screen.getByRole("link", { name: "Soita: Veikko V." }).getAttribute("href")).toBe(
      "tel:+358407654321",
    );
    const sms = screen.getByRole("link", { name: "Viesti: Veikko V." }).getAttribute("href") ?? "";
    expect(sms).toMatch(/^sms:\+358407654321\?&body=/);
    expect(decodeURIComponent(sms.split("body=")[1] ?? "")).toBe(
      "Hei! Vapautui aika to 26.11. klo 13.00. Sopiiko se sinulle? Vastaa tähän mahdollisimman pian. Terveisin Aino Esimerkki",
    );
    await user.click(screen.getByRole("link", { name: "Varaa aika: Veikko V." }));
    await user.click(await screen.findByRole("button", { name: "Varaa to 26.11. klo 13.00" }));
    await waitFor(() => expect(path()).toBe("/waiting"));
    const made = appointments().find(({ id }) => id !== off.id)?.values;
    expect(made).toMatchObject({
      client: veikko.id,
      slot: { place: kuhmoPlace.id, adviser: device.member },
    });
    expect(entryOf(veikko)?.status).toBe("booked");
  });

  it("helps nobody any more once something is booked there", async () => {
    await cancelElsewhere();
    openScreen(`/appointments/${off.id}`, device);
    expect(screen.getByRole("region", { name: "Sopii jonottaville" })).toBeDefined();
    await bring(device, appointmentRecord(device.member, aino, "2026-11-26", 13 * 60 + 15));
    await waitFor(() =>
      expect(screen.queryByRole("region", { name: "Sopii jonottaville" })).toBeNull(),
    );
  });

  it.each([
    ["is away", () => absenceRecord(device.member, midday)],
    ["has something else in another calendar", () => busyRecord(device.member, "Oma", [midday])],
    [
      "leads a group with a colleague",
      () => {
        const coLeaders = { [device.member]: { member: device.member } };
        const more = { minutes: 120, fields: { coLeaders } };
        return appointmentRecord("colleague-colleague-12" as MemberId, null, day, 12 * 60, more);
      },
    ],
  ])("helps nobody while its adviser %s", async (_, made) => {
    await cancelElsewhere();
    openScreen("/", device);
    await screen.findByRole("link", { name: "Vapautui to 26.11. klo 13.00" });
    await bring(device, made());
    await waitFor(() => expect(screen.queryByText(/^Vapautui/)).toBeNull());
  });

  it("is that of a moved appointment, too", async () => {
    openScreen(`/appointments/${off.id}`, device);
    const slot = off.fields["slot"] as {
      readonly start: number;
      readonly end: number;
      readonly adviser: string;
    };
    const later = { ...slot, start: slot.start + 86_400_000, end: slot.end + 86_400_000 };
    const fields = {
      ...off.fields,
      slot: later,
      movedFrom: { start: slot.start, adviser: slot.adviser },
    };
    await bring(device, { ...off, ver: 2, fields });
    const section = await screen.findByRole("region", { name: "Sopii jonottaville" });
    expect(within(section).getByText(/^Vapaa aika to 26\.11\. klo 13\.00–13\.45/)).toBeDefined();
  });

  it("is that of whoever had it, of a moved one that a colleague takes over", async () => {
    const slot = off.fields["slot"] as { readonly start: number; readonly end: number };
    const adviser = "colleague-colleague-12";
    const theirs = { ...slot, start: slot.start + 7_200_000, end: slot.end + 7_200_000, adviser };
    const movedFrom = { start: slot.start, adviser: device.member };
    await bring(device, changedBy(off, { slot: theirs, movedFrom }));
    openScreen("/", device);
    expect(await screen.findByRole("link", { name: "Vapautui to 26.11. klo 13.00" })).toBeDefined();
  });

  it("leaves its own client a way onto the list, with what the time was for", async () => {
    await cancelElsewhere();
    const { user } = openScreen(`/appointments/${off.id}`, device);
    await user.click(screen.getByRole("link", { name: "Lisää asiakas jonoon" }));
    expect((await screen.findByRole<HTMLInputElement>("combobox", { name: "Kenelle" })).value).toBe(
      "Kolmas M.",
    );
    expect(
      screen.getByRole("button", { name: "Valitse paikka Kuhmon kaupungin työpaja" }),
    ).toBeDefined();
  });

  it("leaves nothing of that client behind where somebody else is put there", async () => {
    await bring(device, changedBy(kolmas, { phone: "+358401234567", language: "ar" }));
    const { user } = openScreen(`/waiting/new?appointment=${off.id}`, device);
    const who = await screen.findByRole("combobox", { name: "Kenelle" });
    await user.clear(who);
    await user.type(who, "Aivan Toinen");
    expect(screen.getByRole("textbox", { name: /Puhelin/ })).toHaveProperty("value", "");
    expect(screen.getByRole("radio", { name: "suomi" })).toHaveProperty("checked", true);
  });
});
