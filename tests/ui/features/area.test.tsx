import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#domain/kind.ts";
import type { RecordId } from "#domain/ids.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { guidanceCodes } from "#domain/kinds/appointment-codes.ts";
import { type TestDevice, testArea, testTeam } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import { areaState, changedBy, kuhmoPlace } from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";

let device: TestDevice;
/** Tells the device its scopes, as an exchange does. */
const beIn = async (role: Role) => {
  const scopes = new Map([
    [testTeam, { kind: "team", role: "adviser" } as const],
    [testArea, { kind: "area", role } as const],
  ]);
  expectOk(await device.store.exchange.takeHeader({ fates: new Map(), scopes, echo: [] }));
};
beforeEach(async () => {
  device = await enrolAdviser();
  await beIn("coordinator");
});

const area = () => device.store.ledger.get(areaKind, areaState.id)?.values;
const rooms = (place: RecordId = kuhmoPlace.id) =>
  device.store.ledger.get(placeKind, place)?.values.rooms ?? {};
const region = (name: string) => within(screen.getByRole("region", { name }));
const sheet = () => within(screen.getByRole("dialog"));
const field = (name: RegExp | string) => sheet().getByRole<HTMLInputElement>("textbox", { name });
const open = () => openScreen("/area", device);
/** The page is in reach again once the sheet over it is gone. */
const closed = () => screen.findByRole("heading", { level: 1 });
const save = async (user: ReturnType<typeof open>["user"]) => {
  await user.click(sheet().getByRole("button", { name: "Tallenna" }));
};

describe("the settings of the area", () => {
  it("are reached from the settings", async () => {
    const { user, path } = openScreen("/settings", device);
    await user.click(screen.getByRole("link", { name: "Alueen asetukset" }));
    await waitFor(() => expect(path()).toBe("/area"));
  });

  it("are for reading to whoever is no coordinator, and open as soon as one is", async () => {
    await beIn("adviser");
    open();
    expect(screen.getByText(/Näitä muuttaa alueen koordinaattori/)).toBeDefined();
    expect(screen.getByText("Koulutusneuvonta")).toBeDefined();
    expect(screen.queryByRole("button", { name: /Lisää|Koulutusneuvonta/ })).toBeNull();
    // A row for every place that has none would be a page of nothing.
    expect(screen.getAllByText("Ei huoneita")).toHaveLength(1);
    expect(screen.queryByText("Kuhmon kaupungin työpaja")).toBeNull();
    await beIn("coordinator");
    expect(await screen.findByRole("button", { name: "Koulutusneuvonta" })).toBeDefined();
    expect(screen.queryByText(/Näitä muuttaa/)).toBeNull();
  });
});

describe("the kinds of guidance", () => {
  it("take the program's along when the first is added, whose code is made of its name", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Lisää ohjauksen laji" }));
    await user.type(field("Nimi suomeksi"), "Uraohjaus");
    await user.type(field(/ruotsiksi/), "Karriärvägledning");
    await save(user);
    expect(await screen.findByText("Tallennettu: Uraohjaus")).toBeDefined();
    expect(Object.keys(area()?.guidance ?? {}).sort()).toEqual(
      [...guidanceCodes, "uraohjaus"].sort(),
    );
    expect(area()?.guidance["uraohjaus"]).toEqual({
      nameFi: "Uraohjaus",
      nameSv: "Karriärvägledning",
      nameEn: "",
    });
    expect(area()?.guidance["vocational"]?.nameSv).toBe("Yrkesvägledning");
    expect(device.store.ledger.unsentSaves()).toBe(1);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(area()?.guidance).toEqual({}));
  });

  it("are renamed and taken out of use without losing their code", async () => {
    const uraohjaus = { nameFi: "Uraohjaus", nameSv: "", nameEn: "", colour: "red" };
    await bring(device, changedBy(areaState, { guidance: { uraohjaus } }));
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Uraohjaus" }));
    await user.type(field("Nimi suomeksi"), " 2");
    await user.click(sheet().getByRole("checkbox", { name: "Käytössä uusissa ajoissa" }));
    await save(user);
    await closed();
    expect(area()?.guidance).toEqual({
      uraohjaus: { ...uraohjaus, nameFi: "Uraohjaus 2", retired: true },
    });
    expect(region("Ohjauksen lajit").getByText("ei käytössä")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Uraohjaus 2" }));
    await user.click(sheet().getByRole("checkbox", { name: "Käytössä uusissa ajoissa" }));
    await save(user);
    await waitFor(() => expect(area()?.guidance["uraohjaus"]?.retired).toBeUndefined());
  });

  it("need a Finnish name", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Lisää ohjauksen laji" }));
    await user.type(field(/englanniksi/), "Career guidance");
    await save(user);
    const name = sheet().getByRole("textbox", { name: "Nimi suomeksi", description: /Täytä/ });
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(area()?.guidance).toEqual({});
  });
});

describe("the rooms of a place", () => {
  it("are added, told private, renamed and removed, each by itself", async () => {
    const { user } = open();
    const row = () => region("Paikkojen huoneet").getByRole("button", { name: /Kuhmon/ });
    await user.click(row());
    await user.click(sheet().getByRole("button", { name: "Lisää huone" }));
    await user.type(field("Huone 1"), "Neuvotteluhuone");
    await user.click(sheet().getByRole("checkbox", { name: /Yksityinen/ }));
    await user.click(sheet().getByRole("button", { name: "Lisää huone" }));
    await user.type(field("Huone 2"), "Aula");
    await user.click(sheet().getByRole("button", { name: "Lisää huone" }));
    await save(user);
    await screen.findByText("Tallennettu: Huoneet: Kuhmon kaupungin työpaja");
    await closed();
    expect(Object.values(rooms())).toEqual([
      { name: "Neuvotteluhuone", private: true },
      { name: "Aula", private: false },
    ]);
    expect(screen.getByText("Aula · Neuvotteluhuone, yksityinen")).toBeDefined();

    await user.click(row());
    await user.click(sheet().getByRole("button", { name: "Poista huone 2" }));
    await user.type(field("Huone 1"), " alhaalla");
    await save(user);
    await waitFor(() =>
      expect(Object.values(rooms())).toEqual([{ name: "Aula alhaalla", private: false }]),
    );
    // The message comes before the sheet goes: before that its undo would be the one of the first save.
    await closed();
    const edits = device.store.exchange.unsent().slice(-2);
    expect(edits.map(({ verb }) => verb)).toEqual(["rem", "set"]);
    await user.click(screen.getAllByRole("button", { name: "Kumoa" }).at(-1) as HTMLElement);
    await waitFor(() => expect(Object.keys(rooms())).toHaveLength(2));
  });
});

describe("the driving times", () => {
  it("are entered for two municipalities, changed, and removed", async () => {
    const { user } = open();
    expect(screen.getByText("Ajoaikoja ei ole kirjattu. Mistään ei varoiteta.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Lisää ajomatka" }));
    await user.selectOptions(sheet().getByRole("combobox", { name: "Kunta" }), "Kuhmo");
    await user.selectOptions(sheet().getByRole("combobox", { name: "Toinen kunta" }), "Kajaani");
    await user.type(field("Minuuttia autolla"), "75");
    await save(user);
    await screen.findByText("Tallennettu: Kajaani–Kuhmo");
    await closed();
    expect(area()?.travel).toEqual({ "205-290": 75 });

    await user.click(screen.getByRole("button", { name: "Kajaani–Kuhmo" }));
    await user.clear(field("Minuuttia autolla"));
    await user.type(field("Minuuttia autolla"), "80");
    await save(user);
    await waitFor(() => expect(area()?.travel).toEqual({ "205-290": 80 }));
    await closed();

    await user.click(screen.getByRole("button", { name: "Kajaani–Kuhmo" }));
    await user.click(sheet().getByRole("button", { name: "Poista ajomatka" }));
    await waitFor(() => expect(area()?.travel).toEqual({}));
  });

  it("are not taken within one municipality, nor as anything but minutes", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Lisää ajomatka" }));
    await user.selectOptions(sheet().getByRole("combobox", { name: "Kunta" }), "Kuhmo");
    await user.selectOptions(sheet().getByRole("combobox", { name: "Toinen kunta" }), "Kuhmo");
    await user.type(field("Minuuttia autolla"), "0");
    await save(user);
    expect(
      await screen.findByRole("combobox", {
        name: "Toinen kunta",
        description: "Valitse kaksi eri kuntaa.",
      }),
    ).toBeDefined();
    expect(field("Minuuttia autolla").getAttribute("aria-invalid")).toBe("true");
    expect(area()?.travel).toEqual({});
  });

  it("of a member who is no coordinator any more are not saved, and stay in their field", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Lisää ajomatka" }));
    await user.selectOptions(sheet().getByRole("combobox", { name: "Kunta" }), "Kuhmo");
    await user.selectOptions(sheet().getByRole("combobox", { name: "Toinen kunta" }), "Kajaani");
    await user.type(field("Minuuttia autolla"), "75");
    await beIn("adviser");
    await save(user);
    expect(await sheet().findByRole("alert")).toBeDefined();
    expect(field("Minuuttia autolla").value).toBe("75");
    expect(area()?.travel).toEqual({});
  });
});
