import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { hourMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  areaState,
  changedBy,
  clientRecord,
  organisationRecord,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { colleague } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, adviserState(colleague, "Oiva Esimerkki"));
});

const all = () => ({
  appointments: [...device.store.ledger.all(appointmentKind).values()],
  attendances: [...device.store.ledger.all(attendanceKind).values()],
  clients: [...device.store.ledger.all(clientKind).values()],
});
const openWith = async (form: string) => {
  const opened = openScreen("/book", device);
  await opened.user.selectOptions(await screen.findByRole("combobox", { name: "Muoto" }), form);
  return opened;
};
const unfold = async (user: Awaited<ReturnType<typeof openWith>>["user"]) => {
  await user.click(await screen.findByRole("button", { name: /^Muuta/ }));
};
const save = () => screen.getByRole("button", { name: /^Varaa to/ });
const add = () => screen.getByRole("combobox", { name: "Lisää asiakas" });

describe("the usual booking", () => {
  it("shows nothing of the other forms, and writes nothing of them", async () => {
    const { user } = openScreen("/book", device);
    await screen.findByRole("textbox", { name: /Lisätiedot/ });
    expect(screen.getByRole("combobox", { name: "Muoto" })).toHaveProperty("value", "individual");
    expect(screen.queryByRole("combobox", { name: "Lisää asiakas" })).toBeNull();
    expect(screen.queryByRole("checkbox")).toBeNull();
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    const [made] = device.store.exchange.unsent().flatMap((op) => {
      return op.verb === "new" && op.value.kind === "appointment" ? [op.value.fields] : [];
    });
    expect(Object.keys(made ?? {}).sort()).toEqual([
      "asked",
      "channel",
      "client",
      "guidance",
      "language",
      "note",
      "slot",
      "status",
    ]);
  });
});

describe("a group", () => {
  it("has a title, places, a roster of known and new clients, and a colleague who leads it too", async () => {
    const vaino = clientRecord("Väinö Tuttu");
    await bring(device, vaino);
    const { user } = await openWith("Ryhmä");
    expect(screen.queryByRole("combobox", { name: "Kenelle" })).toBeNull();
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.type(screen.getByRole("textbox", { name: /Paikkoja/ }), "8");
    await user.type(add(), "vai");
    await user.click(await screen.findByRole("option", { name: "Väinö Tuttu" }));
    await user.type(add(), "Uusi Esimerkki{Enter}");
    await user.type(add(), "Toinen Esimerkki");
    await user.click(screen.getByRole("checkbox", { name: "Oiva Esimerkki" }));
    expect(screen.getByText("Listalla 2, paikkoja 8")).toBeDefined();
    await user.click(save());
    await screen.findByText(/^Aika varattu/);

    const { appointments, attendances, clients } = all();
    expect(appointments[0]?.values).toMatchObject({
      form: "group",
      title: "Hakuilta",
      capacity: 8,
      client: null,
      coLeaders: { [colleague]: { member: colleague } },
    });
    const names = new Map(clients.map(({ id, values }) => [id, values.name]));
    expect(clients).toHaveLength(3);
    // What was still in its field is on the list too.
    const listed = attendances.map(({ values }) => names.get(values.client ?? vaino.id) ?? "");
    expect(listed.sort()).toEqual(["Toinen Esimerkki", "Uusi Esimerkki", "Väinö Tuttu"]);
    expect(new Set(attendances.map(({ values }) => values.appointment))).toEqual(
      new Set([appointments[0]?.id]),
    );
    expect(device.store.ledger.unsentSaves()).toBe(1);
    expect(await screen.findByRole("link", { name: "9.00 Hakuilta" })).toBeDefined();
  });

  it("says that it is full and takes one more, and lets go of whoever is taken off", async () => {
    const { user } = await openWith("Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.type(screen.getByRole("textbox", { name: /Paikkoja/ }), "1");
    await user.type(add(), "Eka{Enter}");
    expect(screen.getByText("Kaikki 1 paikkaa on täynnä. Voit silti lisätä.")).toBeDefined();
    await user.type(add(), "Toka{Enter}");
    expect(screen.getByText("Paikkoja on 1 ja listalla 2. Voit silti lisätä.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Poista listalta: Eka" }));
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().clients.map(({ values }) => values.name)).toEqual(["Toka"]);
  });

  it("is not booked without a title, nor with places that are no number", async () => {
    const { user } = await openWith("Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Paikkoja/ }), "monta");
    await user.click(save());
    const title = screen.getByRole("textbox", { name: "Otsikko", description: /Täytä/ });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(
      screen.getByRole("textbox", { name: /Paikkoja/, description: /ei kelpaa/ }),
    ).toBeDefined();
    expect(all().appointments).toEqual([]);
  });

  it("takes no personal code for a name", async () => {
    const { user } = await openWith("Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.type(add(), "131052-308T");
    await user.click(save());
    expect(
      await screen.findByRole("combobox", { name: "Lisää asiakas", description: /henkilötunnus/ }),
    ).toBeDefined();
    expect(all().appointments).toEqual([]);
  });

  it("says which colleague who is to lead it has something else then", async () => {
    await bring(device, appointmentRecord(colleague, null, "2026-11-26", 9 * 60 + 15));
    const { user } = await openWith("Ryhmä");
    await user.click(screen.getByRole("checkbox", { name: "Oiva Esimerkki" }));
    const words = "Oiva Esimerkki: toinen varaus samaan aikaan klo 9.15–10.00.";
    expect(screen.getByText(words)).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "10.30" }));
    expect(screen.queryByText(words)).toBeNull();
  });

  it("takes the time of a colleague who leads it too, and stands in that one's list", async () => {
    const group = appointmentRecord(colleague, null, "2026-11-26", 9 * 60, {
      fields: {
        form: "group",
        title: "Hakuilta",
        coLeaders: { [device.member]: { member: device.member } },
      },
    });
    await bring(device, group);
    const { go } = openScreen("/book", device);
    expect(await screen.findByRole("button", { name: "Varaa to 26.11. klo 9.45" })).toBeDefined();
    go("/appointments");
    expect(await screen.findByRole("link", { name: "9.00 Hakuilta" })).toBeDefined();
  });

  it("is undone with everybody it made", async () => {
    const { user } = await openWith("Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.type(add(), "Eka{Enter}");
    await user.click(save());
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await screen.findByText("Varaus kumottu.");
    expect(all()).toEqual({ appointments: [], attendances: [], clients: [] });
  });

  it("comes back with its roster after the page was left", async () => {
    const { user, close } = await openWith("Ryhmä");
    await user.type(screen.getByRole("textbox", { name: /Otsikko/ }), "Hakuilta");
    await user.type(add(), "Eka{Enter}");
    close();
    openScreen("/book", device);
    expect(await screen.findByRole("textbox", { name: /Otsikko/ })).toHaveProperty(
      "value",
      "Hakuilta",
    );
    expect(screen.getByText("Eka")).toBeDefined();
  });
});

describe("a joint meeting", () => {
  it("has a client, and partners by organisation, by name, or both", async () => {
    const workshop = organisationRecord("Esimerkkipaja ry");
    await bring(device, workshop, organisationRecord("Entinen ry", "2025-12-31"));
    const { user } = await openWith("Kumppanin kanssa");
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    const partner = (number: number) =>
      within(screen.getByRole("group", { name: `Kumppani ${number}` }));
    const choice = partner(1).getByRole("combobox", { name: "Kumppanin organisaatio" });
    expect(within(choice).queryByRole("option", { name: "Entinen ry" })).toBeNull();
    await user.selectOptions(choice, "Esimerkkipaja ry");
    await user.type(partner(1).getByRole("textbox", { name: /nimi/ }), "Paja-ohjaaja");
    await user.click(screen.getByRole("button", { name: "Lisää kumppani" }));
    await user.type(partner(2).getByRole("textbox", { name: /nimi/ }), "Kuraattori");
    await user.click(screen.getByRole("button", { name: "Lisää kumppani" }));
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    const [made] = all().appointments;
    expect(made?.values.client).toBe(all().clients[0]?.id);
    expect(Object.values(made?.values.partners ?? {})).toEqual([
      { organisation: workshop.id, person: "Paja-ohjaaja" },
      { organisation: null, person: "Kuraattori" },
    ]);
  });
});

describe("a site visit and drop-in hours", () => {
  it("a visit is at a place, for a list of clients, and no call", async () => {
    const { user } = openScreen("/book", device);
    await user.click(await screen.findByRole("radio", { name: "Puhelimitse" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Muoto" }), "Käynti kohteessa");
    expect(screen.queryByRole("radio", { name: "Puhelimitse" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    await user.type(add(), "Eka{Enter}");
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().appointments[0]?.values).toMatchObject({ form: "site-visit", channel: "visit" });
    expect(all().attendances).toHaveLength(1);
    expect(await screen.findByRole("link", { name: "9.00 Käynti kohteessa" })).toBeDefined();
  });

  it("duty needs nobody", async () => {
    const { user } = await openWith("Päivystys ilman ajanvarausta");
    await unfold(user);
    expect(screen.queryByRole("radio", { name: "30 min" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "3 h" }));
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().clients).toEqual([]);
    const [duty] = all().appointments;
    expect(duty?.values).toMatchObject({ form: "drop-in", client: null });
    expect((duty?.values.slot.end ?? 0) - (duty?.values.slot.start ?? 0)).toBe(3 * hourMs);
  });
});

describe("the details of a booking", () => {
  it("offer every channel, and a time without a place for those that need none", async () => {
    const { user } = openScreen("/book", device);
    await unfold(user);
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("radio", { name: "Kuhmon kaupungin työpaja" }));
    const channel = within(screen.getByRole("radiogroup", { name: "Tapa" }));
    for (const name of ["Tapaaminen", "Puhelin", "Sähköposti", "Verkko"]) {
      expect(channel.getByRole("radio", { name })).toBeDefined();
    }
    await user.click(channel.getByRole("radio", { name: "Ständi" }));
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "Kuhmon kaupungin työpaja" }).checked,
    ).toBe(true);
    await user.click(channel.getByRole("radio", { name: "Verkko" }));
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().appointments[0]?.values).toMatchObject({
      channel: "online",
      slot: { place: null },
    });
  });

  it("take needs, and say them in the summary", async () => {
    const { user } = openScreen("/book", device);
    await unfold(user);
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("checkbox", { name: "esteetön tila" }));
    await user.click(screen.getByRole("checkbox", { name: "tulkki" }));
    expect(
      screen.getByText("Koulutusneuvonta, 45 min, suomi, esteetön tila, tulkki"),
    ).toBeDefined();
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().appointments[0]?.values.needs).toEqual(["interpreter", "accessible"]);
  });

  it("offer the area's own kinds by their names in the language, and start from one of them", async () => {
    const own = {
      uraohjaus: { nameFi: "Uraohjaus", nameSv: "Karriärvägledning", nameEn: "Career guidance" },
      vanha: { nameFi: "Vanha laji", nameSv: "", nameEn: "", retired: true },
    };
    await bring(device, changedBy(areaState, { guidance: own }));
    const { user, locale } = openScreen("/book", device);
    await unfold(user);
    const kinds = () => screen.getByRole("radiogroup", { name: "Ohjauksen laji" });
    expect(within(kinds()).getAllByRole("radio")).toHaveLength(1);
    expect(
      within(kinds()).getByRole<HTMLInputElement>("radio", { name: "Uraohjaus" }).checked,
    ).toBe(true);
    expect(screen.getByText("Uraohjaus, 45 min, suomi")).toBeDefined();
    await locale.setLocale("sv");
    expect(await screen.findByText("Karriärvägledning, 45 min, finska")).toBeDefined();
    await locale.setLocale("fi");
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(save());
    await screen.findByText(/^Aika varattu/);
    expect(all().appointments[0]?.values.guidance).toBe("uraohjaus");
  });
});
