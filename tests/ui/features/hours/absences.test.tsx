import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { absenceKind } from "#domain/kinds/absence.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import { absenceRecord, appointmentRecord } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});
const at = (date: string, hour: number) => fromLocal(date as LocalDate, hour * 60);
const spans = () =>
  [...device.store.ledger.all(absenceKind).values()].map(({ values }) => values.span);
const openDialog = async () => {
  const opened = openScreen("/hours", device);
  await opened.user.click(screen.getByRole("button", { name: "Lisää poissaolo" }));
  const dialog = await screen.findByRole("dialog", { name: "Lisää poissaolo" });
  const choose = (name: string, value: string) =>
    fireEvent.input(within(dialog).getByLabelText(name), { target: { value } });
  const save = () => opened.user.click(screen.getByRole("button", { name: "Tallenna poissaolo" }));
  return { ...opened, dialog, choose, save };
};

describe("absences", () => {
  it("of whole days last to the end of the last one, are listed, and can be undone", async () => {
    const { user, choose, save } = await openDialog();
    choose("Ensimmäinen päivä", "2026-12-21");
    choose("Viimeinen päivä", "2027-01-05");
    await save();
    await waitFor(() => expect(spans()).toHaveLength(1));
    expect(spans()).toEqual([{ start: at("2026-12-21", 0), end: at("2027-01-06", 0) }]);
    const list = await screen.findByRole("list", { name: "Poissaolot" });
    expect(within(list).getByRole("listitem").textContent).toBe("ma 21.12. – ti 5.1.2027");
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(spans()).toEqual([]));
  });

  it("of some hours tell how many agreed times they run into", async () => {
    await bring(
      device,
      appointmentRecord(device.member, null, "2026-11-27", 600),
      appointmentRecord(device.member, null, "2026-11-27", 720),
      appointmentRecord("colleague-colleague-12" as never, null, "2026-11-27", 600),
    );
    const { user, dialog, choose, save } = await openDialog();
    choose("Ensimmäinen päivä", "2026-11-27");
    expect(await within(dialog).findByText(/on 2 sovittua aikaa/)).toBeDefined();
    await user.click(within(dialog).getByRole("radio", { name: "Kellonajasta toiseen" }));
    await user.type(within(dialog).getByLabelText("Alkaa"), "9.30");
    await user.type(within(dialog).getByLabelText("Päättyy"), "11");
    expect(await within(dialog).findByText(/on 1 sovittu aika/)).toBeDefined();
    await save();
    await waitFor(() => expect(spans()).toHaveLength(1));
    expect(spans()).toEqual([{ start: at("2026-11-27", 9.5), end: at("2026-11-27", 11) }]);
  });

  it("that end before they begin are told and not saved", async () => {
    const { dialog, choose, save } = await openDialog();
    choose("Viimeinen päivä", "2026-11-01");
    await save();
    expect(await within(dialog).findByText(/päättyy ennen kuin se alkaa/)).toBeDefined();
    expect(spans()).toEqual([]);
  });

  it("are removed with a way back, and those that are over or a colleague's are not listed", async () => {
    const day = (date: string) => ({ start: at(date, 0), end: at(date, 24) });
    await bring(
      device,
      absenceRecord(device.member, day("2026-11-30")),
      absenceRecord(device.member, day("2026-11-02")),
      absenceRecord("colleague-colleague-12" as never, day("2026-12-02")),
    );
    const { user } = openScreen("/hours", device);
    const list = screen.getByRole("list", { name: "Poissaolot" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Poista poissaolo ma 30.11." }));
    await waitFor(() => expect(spans()).toHaveLength(2));
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(spans()).toHaveLength(3));
    expect(await screen.findByText("ma 30.11.")).toBeDefined();
  });
});
