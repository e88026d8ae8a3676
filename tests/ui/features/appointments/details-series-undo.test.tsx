import { screen, within } from "@solidjs/testing-library";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { addMs, hourMs } from "#domain/instant.ts";
import { kajaaniPlace } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { enrolWithWeeklySeries, type WeeklySeries } from "../../../support/ui/weekly-series.ts";

const widened = /Muutettu myös 1 seuraava aika\.$/;
const restBack = "Muutos kumottu muilta osin. Sen jälkeen muutettu jäi voimaan.";
const deleted = { deleted: true } as const;
let series: WeeklySeries;

beforeEach(async () => {
  series = await enrolWithWeeklySeries();
});

const open = async () => {
  const { user } = openScreen(`/appointments/${series.timeAt(2)}`, series.device);
  await screen.findByRole("heading", { level: 1 });
  return user;
};
const isHere = (index: number) => series.device.store.ledger.shown(series.timeAt(index)) !== null;
const undo = (message: string | RegExp) =>
  within(screen.getByText(message).closest(".toast") as HTMLElement).getByText("Kumoa");
/** Moves the third time and the one that follows it to eleven, up to the question. */
const moveAndAsk = async (user: UserEvent) => {
  await user.click(screen.getByRole("radio", { name: "11.00" }));
  await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
  return within(await screen.findByRole("dialog", { name: "Mitä muutos koskee?" }));
};
/** The slot of a time, three hours later. */
const laterSlot = (index: number) => {
  const { slot } = series.valuesOf(index);
  return { ...slot, start: addMs(slot.start, 3 * hourMs), end: addMs(slot.end, 3 * hourMs) };
};
const moveBoth = async (user: UserEvent) => {
  const dialog = await moveAndAsk(user);
  await user.click(dialog.getByRole("button", { name: "Tätä ja 1 seuraavaa" }));
  await screen.findByText(widened);
};
const cancelAll = async (user: UserEvent) => {
  await user.click(screen.getByRole("button", { name: "Peru tämä ja seuraavat" }));
  const dialog = await screen.findByRole("dialog", { name: "Perutaanko 3 aikaa?" });
  await user.click(within(dialog).getByRole("button", { name: "Peru tämä ja seuraavat" }));
  await screen.findByText("3 aikaa peruttu.");
};

describe("of a series where a colleague has deleted a time meanwhile", () => {
  it("the others are brought back", async () => {
    const user = await open();
    await cancelAll(user);
    await series.settleAndChange(4, deleted);
    expect(isHere(4)).toBe(false);
    await user.click(undo("3 aikaa peruttu."));
    await screen.findByText("Ajat ovat taas voimassa.");
    expect([2, 3].map((index) => series.valuesOf(index).status)).toEqual(["booked", "booked"]);
  });

  it("the others are moved back", async () => {
    const user = await open();
    await moveBoth(user);
    await series.settleAndChange(3, deleted);
    await user.click(undo(widened));
    await screen.findByText(restBack);
    expect(series.valuesOf(2).movedFrom).toBeNull();
    expect(series.valuesOf(2).slot.start).toBe(series.valuesOf(2).occurrence);
  });

  it("the rest is saved, also when it was deleted while the question stood", async () => {
    const user = await open();
    const dialog = await moveAndAsk(user);
    await series.settleAndChange(3, deleted);
    await user.click(dialog.getByRole("button", { name: "Tätä ja 1 seuraavaa" }));
    await screen.findByText(/^Muutokset tallennettu/);
    expect(screen.queryByText(widened)).toBeNull();
    expect(series.valuesOf(2).movedFrom).toMatchObject({ start: series.valuesOf(2).occurrence });
  });
});

describe("of a series that was changed in one save", () => {
  it("a time that was moved again since stays there, and the others go back", async () => {
    const user = await open();
    await moveBoth(user);
    await series.change(3, { slot: laterSlot(3) });
    await user.click(undo(widened));
    await screen.findByText(restBack);
    expect(series.starts().slice(2, 4)).toEqual(["12-03 9", "12-10 14"]);
    const { movedFrom, occurrence } = series.valuesOf(3);
    expect(movedFrom).toMatchObject({ start: occurrence });
  });

  it("what a colleague has changed since stays, and no conflict is made of it", async () => {
    const user = await open();
    await moveBoth(user);
    const slot = { ...series.valuesOf(3).slot, place: kajaaniPlace.id };
    await series.settleAndChange(3, { fields: { slot } });
    await user.click(undo(widened));
    await screen.findByText(restBack);
    expect(series.valuesOf(3).slot).toEqual(slot);
    const unsent = series.device.store.exchange.unsent().map(({ record }) => record);
    expect(new Set(unsent)).toEqual(new Set([series.timeAt(2)]));
  });

  it("nothing is taken back where all of it is being changed as undo is pressed", async () => {
    const user = await open();
    await moveBoth(user);
    const button = undo(widened);
    const changes = [2, 3].map((index) => series.change(index, { slot: laterSlot(index) }));
    button.click();
    await Promise.all(changes);
    const since = "Aikoja on muutettu sen jälkeen, joten muutosta ei kumottu.";
    expect(await screen.findByText(since)).toBeDefined();
    expect(series.starts().slice(2, 4)).toEqual(["12-03 14", "12-10 14"]);
  });

  it("the way back is offered for as long as any of it stands", async () => {
    const user = await open();
    const place = kajaaniPlace.fields["name"] as string;
    await user.click(screen.getByRole("radio", { name: place }));
    await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Mitä muutos koskee?" }));
    await user.click(dialog.getByRole("button", { name: "Tätä ja 2 seuraavaa" }));
    const message = await screen.findByText(/Muutettu myös 2 seuraavaa aikaa\.$/);
    const goElsewhere = (index: number) =>
      series.change(index, { slot: { ...series.valuesOf(index).slot, place: null } });
    await goElsewhere(2);
    await goElsewhere(3);
    expect(message.isConnected).toBe(true);
    await goElsewhere(4);
    expect(message.isConnected).toBe(false);
  });
});
