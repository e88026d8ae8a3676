import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import { adviserState, kuhmoPlace } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});
const written = () =>
  device.store.ledger.get(adviserKind, device.member as string as RecordId)?.values.hours ?? [];
const rowOf = async (day: string) =>
  (await screen.findByRole("button", { name: day })).closest("li")?.textContent;
const open = async (day: string) => {
  const opened = openScreen("/hours", device);
  await opened.user.click(screen.getByRole("button", { name: day }));
  const dialog = await screen.findByRole("dialog", { name: day });
  const field = (stretch: number, name: string) =>
    within(within(dialog).getByRole("group", { name: `${stretch}. jakso` })).getByLabelText(name);
  const save = () => opened.user.click(screen.getByRole("button", { name: "Tallenna muutokset" }));
  return { ...opened, dialog, field, save };
};

describe("the working hours of the week", () => {
  it("are the usual ones, and said to be nobody's, while none are written", async () => {
    openScreen("/hours", device);
    expect(screen.getByText(/Et ole kirjoittanut työaikoja/)).toBeDefined();
    expect(await rowOf("Maanantai")).toContain("8.00–17.00");
    expect(await rowOf("Lauantai")).toContain("Ei työaikaa");
  });

  it("are written for one day with a place, leave the other days as they were, and can be undone", async () => {
    const { user, field, save } = await open("Maanantai");
    await user.clear(field(1, "Alkaa"));
    await user.type(field(1, "Alkaa"), "9.30");
    await user.clear(field(1, "Päättyy"));
    await user.type(field(1, "Päättyy"), "15");
    await user.selectOptions(field(1, "Missä"), "Kuhmon kaupungin työpaja");
    await save();
    await waitFor(() => expect(written()).toHaveLength(5));
    expect(written()[0]).toEqual({ weekday: 1, from: 570, until: 900, place: kuhmoPlace.id });
    expect(await rowOf("Maanantai")).toContain("9.30–15.00 Kuhmon kaupungin työpaja");
    expect(await rowOf("Tiistai")).toContain("8.00–17.00");
    expect(screen.queryByRole("dialog")).toBeNull();
    const row = screen.getByRole("button", { name: "Maanantai" });
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.click(await screen.findByRole("button", { name: "Kumoa" }));
    await waitFor(() => expect(written()).toEqual([]));
  });

  it("are two stretches for every weekday at once", async () => {
    const { user, dialog, field, save } = await open("Keskiviikko");
    await user.clear(field(1, "Päättyy"));
    await user.type(field(1, "Päättyy"), "11");
    await user.click(within(dialog).getByRole("button", { name: "Lisää jakso" }));
    await user.type(field(2, "Alkaa"), "12");
    await user.type(field(2, "Päättyy"), "16");
    await user.click(within(dialog).getByRole("checkbox", { name: "Sama joka arkipäivä" }));
    await save();
    await waitFor(() => expect(written()).toHaveLength(10));
    expect(await rowOf("Perjantai")).toContain("8.00–11.00 · 12.00–16.00");
  });

  it("of a day are taken away by removing its stretches", async () => {
    const { user, dialog, save } = await open("Perjantai");
    await user.click(within(dialog).getByRole("button", { name: "Poista 1. jakso" }));
    await save();
    await waitFor(() => expect(written()).toHaveLength(4));
    expect(await rowOf("Perjantai")).toContain("Ei työaikaa");
  });

  it("that end before they begin, overlap or are no time are told at their fields and not saved", async () => {
    const { user, dialog, field, save } = await open("Tiistai");
    await user.clear(field(1, "Päättyy"));
    await user.type(field(1, "Päättyy"), "7");
    await save();
    expect(await within(dialog).findByText(/päättyy ennen kuin se alkaa/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(field(1, "Päättyy")));
    await user.clear(field(1, "Päättyy"));
    await user.type(field(1, "Päättyy"), "12");
    await user.click(within(dialog).getByRole("button", { name: "Lisää jakso" }));
    await user.type(field(2, "Alkaa"), "11");
    await user.type(field(2, "Päättyy"), "noon");
    await save();
    expect(await within(dialog).findByText(/muodossa 13.30/)).toBeDefined();
    await user.clear(field(2, "Päättyy"));
    await user.type(field(2, "Päättyy"), "16");
    await save();
    expect(await within(dialog).findByText(/alkaa ennen kuin edellinen päättyy/)).toBeDefined();
    expect(written()).toEqual([]);
  });

  it("of a colleague do not show among one's own", async () => {
    const hours = [{ weekday: 1, from: 600, until: 700, place: null }];
    await bring(device, adviserState("colleague-colleague-12" as never, "Pekka", hours));
    openScreen("/hours", device);
    expect(await rowOf("Maanantai")).toContain("8.00–17.00");
  });
});
