import { screen, waitFor, within } from "@solidjs/testing-library";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { openScreen } from "../../../support/ui/screens.tsx";
import { enrolWithWeeklySeries, type WeeklySeries } from "../../../support/ui/weekly-series.ts";

const widened = /Muutettu myös 1 seuraava aika\.$/;
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
const moveBoth = async (user: UserEvent) => {
  const dialog = await moveAndAsk(user);
  await user.click(dialog.getByRole("button", { name: "Tätä ja 1 seuraavaa" }));
  await screen.findByText(widened);
};
const cancelAll = async (user: UserEvent) => {
  await user.click(screen.getByRole("button", { name: "Peru tämä ja seuraavat" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Perutaanko 3 aikaa?" });
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
    await waitFor(() => expect(series.valuesOf(2).movedFrom).toBeNull());
    expect(series.valuesOf(2).slot.start).toBe(series.valuesOf(2).occurrence);
  });

  it("the rest is saved, also when it was deleted while the question stood", async () => {
    const user = await open();
    const dialog = await moveAndAsk(user);
    await series.settleAndChange(3, deleted);
    await user.click(dialog.getByRole("button", { name: "Tätä ja 1 seuraavaa" }));
    await screen.findByText(/^Muutokset tallennettu/);
    expect(screen.queryByText(widened)).toBeNull();
    expect(series.valuesOf(2).movedFrom).toBe(series.valuesOf(2).occurrence);
  });
});
