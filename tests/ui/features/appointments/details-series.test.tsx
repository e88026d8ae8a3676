import { screen, waitFor, within } from "@solidjs/testing-library";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { addMs, dayMs, type LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { bring } from "../../../support/ui/device.ts";
import {
  absenceRecord,
  adviserState,
  allotmentRecord,
  appointmentRecord,
  clientRecord,
  kajaaniPlace,
  kuhmoPlace,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { enrolWithWeeklySeries, type WeeklySeries } from "../../../support/ui/weekly-series.ts";

const day = (date: string) => date as LocalDate;
const kajaaniName = kajaaniPlace.fields["name"] as string;
let series: WeeklySeries;
let device: TestDevice;
let times: readonly RecordId[];

beforeEach(async () => {
  series = await enrolWithWeeklySeries();
  ({ device, times } = series);
});

const valuesOf = (index: number) => series.valuesOf(index);
const starts = () => series.starts();
const atKajaani = () => times.map((_, index) => valuesOf(index).slot.place === kajaaniPlace.id);
/** What the unsent edits of a field had seen. */
const seenOfUnsent = (record: RecordId, field: string) =>
  device.store.exchange
    .unsent()
    .filter((op) => op.record === record && "field" in op && op.field === field)
    .map(({ id, seen }) => ({ id, seen }));

/** The way back in one of the messages. */
const undoOf = (message: string | RegExp) =>
  within(screen.getByText(message).closest(".toast") as HTMLElement).getByText("Kumoa");

const open = async (index: number) => {
  const opened = openScreen(`/appointments/${times[index]}`, device);
  await screen.findByRole("heading", { level: 1 });
  return opened;
};

/** Saves the form and answers what the change is for. */
const save = async (user: UserEvent, answer: string) => {
  await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
  const dialog = await screen.findByRole("dialog", { name: "Mitä muutos koskee?" });
  await user.click(within(dialog).getByRole("button", { name: answer }));
};

describe("a time of a series", () => {
  it("says which one it is and leads to the next", async () => {
    const { user, path } = await open(2);
    expect(
      screen.getByText("Saman sarjan aika 3/5. Tämän jälkeen on 2 varattua aikaa."),
    ).toBeTruthy();
    await user.click(screen.getByRole("link", { name: "Seuraava to 10.12. klo 9.00" }));
    expect(path()).toBe(`/appointments/${times[3]}`);
  });

  it("is moved alone unless one says otherwise", async () => {
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await save(user, "Vain tätä aikaa");
    await waitFor(() => expect(valuesOf(2).movedFrom).not.toBeNull());
    expect(starts()).toEqual(["11-19 9", "11-26 9", "12-03 11", "12-10 9", "12-18 9"]);
  });

  it("is moved with those that follow, which one press takes back; what was moved by itself stays, and so does the past", async () => {
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await save(user, "Tätä ja 1 seuraavaa");
    await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
    expect(starts()).toEqual(["11-19 9", "11-26 9", "12-03 11", "12-10 11", "12-18 9"]);
    expect(valuesOf(3).movedFrom).toMatchObject({ start: addMs(thursdayMorning, 14 * dayMs) });
    expect(device.store.ledger.unsentSaves()).toBe(2);
    expect(screen.getAllByRole("button", { name: "Kumoa" })).toHaveLength(1);
    await user.click(undoOf(/Muutettu myös 1 seuraava aika\.$/));
    expect(await screen.findByText("Kaikki nämä ajat ovat taas ennallaan.")).toBeTruthy();
    expect(starts()).toEqual(["11-19 9", "11-26 9", "12-03 9", "12-10 9", "12-18 9"]);
    expect([valuesOf(2).movedFrom, valuesOf(3).movedFrom]).toEqual([null, null]);
  });

  it("says which of those that follow would land on something, and leaves them where they are if one wants", async () => {
    const { member } = device;
    const aino = clientRecord("Aino K.");
    const away = {
      start: fromLocal(day("2026-12-10"), 600),
      end: fromLocal(day("2026-12-10"), 720),
    };
    await bring(
      device,
      aino,
      absenceRecord(member, away),
      appointmentRecord(member, aino, "2026-12-03", 11 * 60 + 30),
    );
    const { user } = await open(1);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    const dialog = await screen.findByRole("dialog", { name: "Mitä muutos koskee?" });
    expect(
      within(dialog).getByText("2 seuraavista ajoista (2) osuu jonkin muun päälle"),
    ).toBeDefined();
    expect(
      within(dialog)
        .getAllByRole("listitem")
        .map((row) => row.textContent),
    ).toEqual([
      "to 3.12. klo 11.00–11.45Päällekkäin: Aino K. 11.30–12.15",
      "to 10.12. klo 11.00–11.45Poissa",
    ]);
    expect(within(dialog).queryByRole("button", { name: /sopi/ })).toBeNull();
    await user.click(within(dialog).getByRole("button", { name: "Takaisin lomakkeeseen" }));
    await user.click(await screen.findByRole("radio", { name: kajaaniName }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    const again = await screen.findByRole("dialog", { name: "Mitä muutos koskee?" });
    await user.click(
      within(again).getByRole("button", { name: "Tätä ja 1 seuraavaa, joka sopii" }),
    );
    await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
    expect(starts()).toEqual(["11-19 9", "11-26 11", "12-03 9", "12-10 9", "12-18 9"]);
    expect(atKajaani()).toEqual([false, true, false, false, true]);
  });

  it("moves those that land on something as well when one says so, in one save", async () => {
    await bring(device, appointmentRecord(device.member, null, "2026-12-10", 11 * 60));
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await save(user, "Tätä ja 1 seuraavaa");
    await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
    expect(starts()).toEqual(["11-19 9", "11-26 9", "12-03 11", "12-10 11", "12-18 9"]);
    expect(device.store.ledger.unsentSaves()).toBe(2);
  });

  /** Thursdays are at Kuhmo, and from the second of them on the times go to Kajaani: one of them meets that. */
  const expectHoursElsewhere = async () => {
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      from: weekday === 4 ? 480 : 540,
      until: 960,
      place: weekday === 4 ? kuhmoPlace.id : null,
    }));
    await bring(device, adviserState(device.member, "Aino Esimerkki", hours));
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: kajaaniName }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Mitä muutos koskee?" }));
    dialog.getByText("Yksi seuraavista ajoista (2) osuu jonkin muun päälle");
    dialog.getByText("Työajan paikka on silloin Kuhmon kaupungin työpaja");
  };

  it("warns of hours that are at another place", () => expectHoursElsewhere());

  it("warns of them also where a time was given out of what another device holds", async () => {
    const around = { from: 9 * 60, to: 11 * 60, label: "Asema" };
    const held = allotmentRecord(device.member, "another-device-1234567", "2026-12-10", around);
    await bring(device, held);
    await series.change(3, { slot: { ...valuesOf(3).slot, allotment: held.id } });
    await expectHoursElsewhere();
  });

  it("takes another place to those that follow, also to one that was moved by itself", async () => {
    const { user } = await open(1);
    await user.click(screen.getByRole("radio", { name: kajaaniPlace.fields["name"] as string }));
    await save(user, "Tätä ja 3 seuraavaa");
    await screen.findByText(/Muutettu myös 3 seuraavaa aikaa\.$/);
    expect(atKajaani()).toEqual([false, true, true, true, true]);
    expect(starts()[4]).toBe("12-18 9");
    await user.click(undoOf(/Muutettu myös 3 seuraavaa aikaa\.$/));
    await screen.findByText("Kaikki nämä ajat ovat taas ennallaan.");
    expect(atKajaani()).not.toContain(true);
  });

  it("is called off with those that follow, after a question and with a way back", async () => {
    const { user } = await open(2);
    await user.click(screen.getByRole("button", { name: "Peru tämä ja seuraavat" }));
    const dialog = await screen.findByRole("dialog", { name: "Perutaanko 3 aikaa?" });
    await user.click(within(dialog).getByRole("radio", { name: "Ohjaaja" }));
    await user.type(within(dialog).getByRole("textbox", { name: /Syy/ }), "Kurssi loppui.");
    await user.click(within(dialog).getByRole("button", { name: "Peru tämä ja seuraavat" }));
    await screen.findByText("3 aikaa peruttu.");
    const states = () => times.map((_, index) => valuesOf(index).status);
    expect(states()).toEqual(["booked", "booked", "cancelled", "cancelled", "cancelled"]);
    expect(valuesOf(4).cancelling).toEqual({ by: "adviser", why: "Kurssi loppui." });
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await screen.findByText("Ajat ovat taas voimassa.");
    expect(new Set(states())).toEqual(new Set(["booked"]));
    expect(valuesOf(4).cancelling).toBeNull();
  });

  it("is put back over what the save wrote, so that a change in between is not taken back unseen", async () => {
    const third = times[3] as RecordId;
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await save(user, "Tätä ja 1 seuraavaa");
    await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
    const [moved] = seenOfUnsent(third, "slot");
    await series.settleAndChange(3, { fields: { note: "Kyyti." } });
    await user.click(undoOf(/Muutettu myös 1 seuraava aika\.$/));
    await screen.findByText("Kaikki nämä ajat ovat taas ennallaan.");
    expect(seenOfUnsent(third, "slot").map(({ seen }) => seen)).toEqual([{ after: moved?.id }]);
    expect(valuesOf(3).note).toBe("Kyyti.");
  });

  it("does not change unseen what a colleague has changed while it was asked which times are meant", async () => {
    const third = times[3] as RecordId;
    const [made] = device.store.exchange.unsent().filter((op) => op.record === third);
    const { user } = await open(2);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    const dialog = await screen.findByRole("dialog", { name: "Mitä muutos koskee?" });
    await series.settleAndChange(3, {
      fields: { slot: { ...valuesOf(3).slot, place: kajaaniPlace.id } },
    });
    await user.click(within(dialog).getByRole("button", { name: "Tätä ja 1 seuraavaa" }));
    await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
    expect(seenOfUnsent(third, "slot").map(({ seen }) => seen)).toEqual([{ after: made?.id }]);
  });

  it("is not brought back unseen where a colleague has changed it since", async () => {
    const third = times[3] as RecordId;
    const { user } = await open(2);
    await user.click(screen.getByRole("button", { name: "Peru tämä ja seuraavat" }));
    const dialog = await screen.findByRole("dialog", { name: "Perutaanko 3 aikaa?" });
    await user.click(within(dialog).getByRole("button", { name: "Peru tämä ja seuraavat" }));
    await screen.findByText("3 aikaa peruttu.");
    const [cancelled] = seenOfUnsent(third, "cancelling");
    await series.settleAndChange(3, { fields: { cancelling: { by: "client", why: "" } } });
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await screen.findByText("Ajat ovat taas voimassa.");
    expect(seenOfUnsent(third, "cancelling").map(({ seen }) => seen)).toEqual([
      { after: cancelled?.id },
    ]);
  });

  it("asks nothing where nothing would follow, and keeps the form when one goes back to it", async () => {
    const { user, go } = await open(4);
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    await waitFor(() => expect(starts()[4]).toBe("12-18 11"));
    expect(screen.queryByRole("button", { name: "Peru tämä ja seuraavat" })).toBeNull();
    go(`/appointments/${times[2]}`);
    await screen.findByText(/^Saman sarjan aika 3/);
    await user.type(await screen.findByRole("textbox", { name: /Lisätiedot/ }), "Oma.");
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    await waitFor(() => expect(valuesOf(2).note).toBe("Oma."));
    await user.click(screen.getByRole("radio", { name: "11.00" }));
    await save(user, "Takaisin lomakkeeseen");
    // The page is behind the dialog until that has gone.
    const radio = await screen.findByRole<HTMLInputElement>("radio", { name: "11.00" });
    expect(radio.checked).toBe(true);
    expect(starts()[2]).toBe("12-03 9");
  });
});
