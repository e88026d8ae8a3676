import { fireEvent, screen, within } from "@solidjs/testing-library";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordState } from "#domain/record.ts";
import { bring } from "../../../support/ui/device.ts";
import { allotmentRecord, promised } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { enrolWithWeeklySeries, type WeeklySeries } from "../../../support/ui/weekly-series.ts";

let series: WeeklySeries;
/** What this device holds from nine to twelve on the Thursdays of the third and of the fourth time. */
let held: readonly RecordState[];

beforeEach(async () => {
  series = await enrolWithWeeklySeries();
  const { device, change, valuesOf } = series;
  const around = { from: 9 * 60, to: 12 * 60, label: "Asema" };
  const own = device.store.identity.device;
  held = ["2026-12-03", "2026-12-10"].map((date) =>
    promised(allotmentRecord(device.member, own, date, around), "held"),
  );
  await bring(device, ...held);
  for (const [at, allotment] of held.entries()) {
    await change(at + 2, { slot: { ...valuesOf(at + 2).slot, allotment: allotment.id } });
  }
});

const open = async () => {
  const { user } = openScreen(`/appointments/${series.timeAt(2)}`, series.device);
  await screen.findByRole("heading", { level: 1 });
  return user;
};
const save = async (user: UserEvent, answer: string) => {
  await user.click(await screen.findByRole("button", { name: "Tallenna muutokset" }));
  const dialog = await screen.findByRole("dialog", { name: "Mitä muutos koskee?" });
  await user.click(within(dialog).getByRole("button", { name: answer }));
  await screen.findByText(/Muutettu myös 1 seuraava aika\.$/);
};
const allotments = () => [2, 3].map((index) => series.valuesOf(index).slot.allotment);

describe("the times of a series that are given out of held times", () => {
  it("stay given out of them when they move within, though each still stands over where it goes", async () => {
    const user = await open();
    await user.click(screen.getByRole("radio", { name: /^9\.30/ }));
    await save(user, "Tätä ja 1 seuraavaa");
    expect(series.starts().slice(2, 4)).toEqual(["12-03 9.5", "12-10 9.5"]);
    expect(allotments()).toEqual(held.map(({ id }) => id));
  });

  it("are given out of what a sibling leaves, which goes as well", async () => {
    const user = await open();
    await user.click(screen.getByRole("button", { name: "Muu päivä" }));
    const calendar = screen.getByLabelText<HTMLInputElement>("Muu päivä");
    fireEvent.change(calendar, { target: { value: "2026-12-10" } });
    await user.click(screen.getByRole("radio", { name: /^9\.00/ }));
    await save(user, "Tätä ja 1 seuraavaa");
    expect(series.starts().slice(2, 4)).toEqual(["12-10 9", "12-17 9"]);
    expect(allotments()).toEqual([held[1]?.id, undefined]);
  });
});
