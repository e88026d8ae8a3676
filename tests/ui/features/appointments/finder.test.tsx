import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { toLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  adviserState,
  allotmentRecord,
  appointmentRecord,
  areaState,
  changedBy,
  kajaaniPlace,
  kuhmoPlace,
  promised,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const pekka = "colleague-colleague-12" as MemberId;
const friday = "2026-11-27";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(
    device,
    adviserState(device.member, "Aino Esimerkki", [
      { weekday: 5, from: 540, until: 660, place: kuhmoPlace.id },
    ]),
    adviserState(pekka, "Pekka Esimerkki", [{ weekday: 5, from: 600, until: 720, place: null }]),
    appointmentRecord(device.member, null, friday, 540),
  );
});
const fridays = () => within(screen.getByRole("list", { name: "perjantai 27.11." }));
const rowLink = (name: string) => fridays().getByRole("link", { name });
const rows = () =>
  fridays()
    .getAllByRole("listitem")
    .map((row) => row.textContent);

describe("the free-time finder", () => {
  it("lists who is free when and where, by day", async () => {
    openScreen("/find?length=45", device);
    expect(screen.getByRole("heading", { name: "Huomenna" })).toBeDefined();
    expect(rows()).toEqual([
      "9.4545 minAino EsimerkkiKuhmon kaupungin työpaja · alustava",
      "10.0045 minPekka Esimerkkipaikka sovitaan · alustava",
      "10.4545 minPekka Esimerkkipaikka sovitaan · alustava",
    ]);
    expect(screen.getByText(/Tietoja ei ole vielä koottu yhteen/)).toBeDefined();
  });

  it("marks a time that one cannot drive on from to the next, where that drive is entered", async () => {
    const elsewhere = { place: kajaaniPlace, minutes: 30 };
    await bring(device, appointmentRecord(device.member, null, friday, 690, elsewhere));
    const own = () => rows().filter((row) => row?.includes("Aino"));
    const [first, second] = ["9.45", "10.15"].map(
      (time) => `${time}30 minAino EsimerkkiKuhmon kaupungin työpaja · alustava`,
    );
    const opened = openScreen("/find?length=30", device);
    expect(own()).toEqual([first, second]);
    opened.close();
    // Half past eleven in Kajaani is just reached from a quarter past ten.
    await bring(device, changedBy(areaState, { travel: { "205-290": 75 } }));
    openScreen("/find?length=30", device);
    expect(own()).toEqual([first, `${second}Matkaan ei jää tarpeeksi aikaa`]);
  });

  it("asks what the address asks when somebody goes back and on in the history", async () => {
    const { user, path, go, back, forward } = openScreen("/find?length=45", device);
    await user.click(screen.getByRole("radio", { name: "60 min" }));
    await waitFor(() => expect(path()).toContain("length=60"));
    go("/find?length=30&who=" + pekka);
    await waitFor(() => expect(rows()[0]).toContain("30 minPekka"));
    back();
    await waitFor(() => expect(rows()[0]).toContain("60 minAino"));
    forward();
    await waitFor(() => expect(rows()[0]).toContain("30 minPekka"));
  });

  it("narrows to a municipality, an adviser, a part of the day and a first day", async () => {
    const { user } = openScreen("/find?length=45", device);
    // The first picture has the chosen place alone.
    await screen.findByRole("option", { name: "Kajaani" });
    await user.selectOptions(screen.getByRole("combobox", { name: "Missä" }), "Kajaani");
    expect(rows()).toEqual([
      "10.0045 minPekka EsimerkkiKajaanin toimisto · alustava",
      "10.4545 minPekka EsimerkkiKajaanin toimisto · alustava",
    ]);
    await user.selectOptions(screen.getByRole("combobox", { name: "Missä" }), "Missä vain");
    await user.click(screen.getByRole("button", { name: /^Muuta Kuka vain · Milloin vain/ }));
    await user.click(screen.getByRole("checkbox", { name: "Aino Esimerkki" }));
    expect(rows()).toHaveLength(1);
    await user.click(screen.getByRole("checkbox", { name: "Pekka Esimerkki" }));
    expect(rows()).toHaveLength(3);
    const from = screen.getByLabelText("Mistä päivästä alkaen");
    // While a year is typed the browser passes through years like 0002.
    fireEvent.input(from, { target: { value: "0002-12-01" } });
    expect(rows()).toHaveLength(3);
    fireEvent.input(from, { target: { value: "2026-12-01" } });
    await waitFor(() =>
      expect(screen.queryByRole("list", { name: "perjantai 27.11." })).toBeNull(),
    );
    expect(screen.getByRole("list", { name: "perjantai 4.12." })).toBeDefined();
    await user.click(screen.getByRole("radio", { name: "Iltapäivä" }));
    expect(screen.getByText("Vapaata aikaa ei löytynyt kolmen kuukauden ajalta.")).toBeDefined();
    expect(screen.getByText("0 vapaata aikaa")).toBeDefined();
  });

  it("marks what this device can guarantee", async () => {
    const held = allotmentRecord(device.member, device.store.identity.device, friday, {
      from: 780,
      to: 840,
      label: "asema",
    });
    await bring(device, promised(held, "held"));
    openScreen("/find?length=30&part=afternoon", device);
    expect(rows()).toEqual([
      "13.0030 minAino EsimerkkiKuhmon kaupungin työpajataattu",
      "13.3030 minAino EsimerkkiKuhmon kaupungin työpajataattu",
    ]);
  });

  it("opens a booking that has the time, the adviser, the place and the length", async () => {
    const { user } = openScreen("/find?length=30&where=municipality.205", device);
    await user.click(rowLink("10.00 Pekka Esimerkki"));
    await user.type(await screen.findByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("button", { name: "Varaa pe 27.11. klo 10.00" }));
    await waitFor(() => expect(device.store.ledger.all(appointmentKind).size).toBe(2));
    const slots = [...device.store.ledger.all(appointmentKind).values()].map(
      ({ values }) => values.slot,
    );
    const slot = slots.find(({ adviser }) => adviser === pekka);
    expect(slot && [toLocal(slot.start).minute, toLocal(slot.end).minute]).toEqual([600, 630]);
    expect(slot?.place).toBeDefined();
    expect(slot?.place).not.toBe(kuhmoPlace.id);
  });

  it("takes no place from an address that is not there", () => {
    openScreen("/find?length=30&where=place.nobody-knows-this-one1", device);
    const [first] = screen.getAllByRole("link", { name: /^10\.00 Pekka/ });
    expect(first?.getAttribute("href")).not.toContain("nobody-knows");
    expect(rows()[0]).toContain("Kuhmon kaupungin työpaja");
  });

  it("keeps an unfinished booking's client and takes the chosen time", async () => {
    const first = openScreen("/book", device);
    await first.user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    first.go("/find?length=45");
    await first.user.click(await waitFor(() => rowLink("10.45 Pekka Esimerkki")));
    expect(await screen.findByRole("button", { name: "Varaa pe 27.11. klo 10.45" })).toBeDefined();
    expect(screen.getByDisplayValue("Veikko")).toBeDefined();
  });

  it("shows later times when asked", async () => {
    const { user } = openScreen("/find?length=30", device);
    const count = () => screen.getAllByRole("listitem").length;
    expect(count()).toBe(4);
    await waitFor(() => expect(count()).toBe(12));
    await user.click(screen.getByRole("button", { name: "Näytä myöhempiä" }));
    expect(count()).toBe(24);
  });
});
