import { screen, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { addDays } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { bring } from "../../support/ui/device.ts";
import {
  appointmentRecord,
  conflictRecord,
  kajaaniPlace,
} from "../../support/ui/network-records.ts";
import { openScreen } from "../../support/ui/screens.tsx";
import { aino, colleague, openSharedAppointment } from "../../support/ui/shared-appointment.ts";

let device: TestDevice;
beforeEach(async () => {
  ({ device } = await openSharedAppointment(""));
});

const closings = () =>
  [...device.store.ledger.all(conflictKind).values()].map(({ values }) => values.closed);
const sheet = () => screen.findByRole("dialog", { name: "Kaksi eri tietoa: aika ja paikka" });

describe("a series that two devices moved at once", () => {
  const series = "series-series-series-1";
  const slotOf = (record: RecordState) => record.fields["slot"] as { readonly start: number };
  const hourMs = 60 * minuteMs;
  let times: readonly RecordState[];

  /** Every time of a series was moved an hour by one, and two hours by another; each lost once. */
  let conflicts: readonly RecordState[];
  const bringSeries = async (
    count: number,
    { keptBy, lostBy } = { keptBy: device.member, lostBy: colleague },
  ) => {
    const days = Array.from({ length: count }, (_, week) =>
      addDays("2026-12-03" as LocalDate, week * 7),
    );
    times = days.map((day) =>
      appointmentRecord(device.member, aino, day, 10 * 60, { fields: { series } }),
    );
    conflicts = times.map((time, index) => {
      const kept = time.fields["slot"] as { readonly start: number; readonly end: number };
      const lost = { ...kept, start: kept.start + hourMs, end: kept.end + hourMs };
      const made = conflictRecord(time, "slot", kept, lost, lostBy, thursdayMorning + index * 3);
      const keptAt = addMs(thursdayMorning, -5 * minuteMs);
      return { ...made, fields: { ...made.fields, keptBy, keptAt } };
    });
    await bring(device, ...times, ...conflicts);
  };
  const startsNow = () =>
    times.map(({ id }) => device.store.ledger.get(appointmentKind, id)?.values.slot.start);
  const open = async (count: number) => {
    const opened = openScreen("/conflicts", device);
    const name = `Aino K.: aika ja paikka, ${count} aikaa`;
    await opened.user.click(screen.getByRole("button", { name }));
    return { ...opened, dialog: await sheet() };
  };

  it("is one row, and one thing on the start page, with both authors and every time", async () => {
    await bringSeries(3);
    const start = openScreen("/", device);
    expect(await screen.findByRole("link", { name: "1 asia katsottavana" })).toBeDefined();
    start.close();
    const { dialog } = await open(3);
    expect(within(dialog).getByText("Nyt voimassa: sinä, 8.55")).toBeDefined();
    expect(within(dialog).getByText("Toinen tieto: Pekka Esimerkki, 9.00")).toBeDefined();
    const rows = within(within(dialog).getByRole("list")).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "to 3.12. klo 10.00–10.45Toinen tieto: torstai 3.12. klo 11.00–11.45",
      "to 10.12. klo 10.00–10.45Toinen tieto: torstai 10.12. klo 11.00–11.45",
      "to 17.12. klo 10.00–10.45Toinen tieto: torstai 17.12. klo 11.00–11.45",
    ]);
  });

  it("tells whoever lost that it was them, not their name", async () => {
    await bringSeries(2, { keptBy: colleague, lostBy: device.member });
    const { dialog } = await open(2);
    expect(within(dialog).getByText("Nyt voimassa: Pekka Esimerkki, 8.55")).toBeDefined();
    expect(within(dialog).getByText("Toinen tieto: sinä, 9.00")).toBeDefined();
    const row = screen.getByRole("button", { name: /^Aino K.: aika/, hidden: true });
    expect(row.closest("li")?.textContent).toContain("Sinä muutit samaa tietoa 9.00");
  });

  it("takes the others for all by one choice, said as it goes, and gives all back by one undo", async () => {
    await bringSeries(45);
    const before = startsNow();
    const { user, dialog } = await open(45);
    await user.click(
      within(dialog).getByRole("button", { name: "Käytä toisia kaikissa 45 ajassa" }),
    );
    expect(await screen.findByRole("progressbar", { name: "Tallennetaan valintaa" })).toBeDefined();
    await screen.findByText("Valinta tallennettu: Aino K., aika ja paikka, 45 aikaa");
    expect(startsNow()).toEqual(times.map((time) => slotOf(time).start + hourMs));
    expect(closings().filter((closed) => closed?.chose === "lost")).toHaveLength(45);
    expect(device.store.ledger.unsentSaves()).toBe(3);
    expect(screen.getByText("Ei katsottavaa")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await screen.findByText("Valinta kumottu.");
    expect(startsNow()).toEqual(before);
    expect(closings().filter((closed) => closed === null)).toHaveLength(45);
  });

  it("leaves alone what a colleague decides or changes while the choice is being written", async () => {
    await bringSeries(45);
    const { user, dialog } = await open(45);
    const [decided, changed] = [conflicts.at(-1), times.at(-2)];
    if (decided === undefined || changed === undefined) throw new Error("no times of the series");
    const closed = { by: colleague, at: thursdayMorning, chose: "kept" };
    const slot = { ...slotOf(changed), place: kajaaniPlace.id };
    const button = within(dialog).getByRole("button", { name: "Käytä toisia kaikissa 45 ajassa" });
    let brought: Promise<unknown> = Promise.resolve();
    // Before the choice is written, and after it was made.
    button.addEventListener("click", () => {
      brought = bring(
        device,
        { ...decided, ver: 2, fields: { ...decided.fields, closed } },
        { ...changed, ver: 2, fields: { ...changed.fields, slot } },
      );
    });
    await user.click(button);
    await brought;
    await screen.findByText("Valinta tallennettu: Aino K., aika ja paikka, 43 aikaa");
    expect(startsNow()).toEqual(
      times.map((time, index) => slotOf(time).start + (index < 43 ? hourMs : 0)),
    );
    expect(closings().filter((one) => one?.chose === "lost")).toHaveLength(43);
    expect(closings()).toContainEqual(closed);
    await user.click(screen.getByRole("button", { name: "Kumoa" }));
    await screen.findByText("Valinta kumottu.");
    expect(closings()).toContainEqual(closed);
  });

  it("keeps the present ones for all", async () => {
    await bringSeries(3);
    const before = startsNow();
    const { user, dialog } = await open(3);
    await user.click(within(dialog).getByRole("button", { name: "Pidä nykyiset" }));
    await screen.findByText("Ei katsottavaa");
    expect(startsNow()).toEqual(before);
    expect(device.store.exchange.unsent()).toHaveLength(3);
  });

  it("can be decided one by one as well, and comes back to the others", async () => {
    await bringSeries(3);
    const { user, dialog } = await open(3);
    await user.click(within(dialog).getByRole("button", { name: "to 10.12. klo 10.00–10.45" }));
    const one = await screen.findByRole("dialog", { name: "Kaksi eri tietoa: aika ja paikka" });
    await user.click(await within(one).findByRole("button", { name: "Käytä toista tietoa" }));
    expect(await screen.findByText(/: 2 saman sarjan aikaa\./)).toBeDefined();
    expect(startsNow()).toEqual(
      times.map((time, index) => slotOf(time).start + (index === 1 ? hourMs : 0)),
    );
  });

  it("leaves a time out that was changed again since, which is decided by itself", async () => {
    await bringSeries(3);
    const [first] = times;
    if (first === undefined) throw new Error("no time of the series");
    const slot = { ...slotOf(first), place: kajaaniPlace.id };
    await bring(device, { ...first, ver: 2, fields: { ...first.fields, slot } });
    openScreen("/conflicts", device);
    expect(screen.getByRole("button", { name: "Aino K.: aika ja paikka, 2 aikaa" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Aino K.: aika ja paikka" })).toBeDefined();
  });

  it("is led to from the page of one of its times", async () => {
    await bringSeries(3);
    const { user, path } = openScreen(`/appointments/${times[1]?.id}`, device);
    await user.click(await screen.findByRole("button", { name: "Katso molemmat" }));
    const opened = await sheet();
    await user.click(within(opened).getByRole("link", { name: "Ratkaise yhdessä" }));
    expect(path()).toBe("/conflicts");
  });
});
