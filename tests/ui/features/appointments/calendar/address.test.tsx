import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestDevice } from "../../../../support/device.ts";
import { enrolAdviser } from "../../../../support/ui/device.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";
import { setWindowWide } from "../../../../support/ui/window-width.ts";

const thursday = "2026-11-26";
const friday = "2026-11-27";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});
afterEach(() => setWindowWide(false));

describe("the address of the calendar", () => {
  const heading = (name: RegExp | string) => screen.findByRole("heading", { level: 2, name });

  it("says what is shown, so that it is the same when it is loaded again", async () => {
    const first = openScreen("/appointments", device);
    await first.user.click(screen.getByRole("radio", { name: "Päivä" }));
    await first.user.click(screen.getByRole("button", { name: "Seuraava päivä" }));
    await first.user.selectOptions(screen.getByRole("combobox", { name: "Kenen ajat" }), "team");
    await waitFor(() =>
      expect(first.path()).toBe("/appointments?view=day&who=team&date=2026-11-27"),
    );
    const left = first.path();
    first.close();
    openScreen(left, device);
    expect(await heading(/^Huomenna/)).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Kenen ajat" }).value).toBe(
      "team",
    );
  });

  it("is followed when somebody goes back and on in the history, or by a link", async () => {
    const own = `who=adviser.${device.member}`;
    const { user, path, go, back, forward } = openScreen(
      `/appointments?view=day&date=${friday}`,
      device,
    );
    await waitFor(() => expect(path()).toBe(`/appointments?view=day&${own}&date=${friday}`));
    go(`/appointments?view=day&who=team&date=2026-11-30`);
    await heading(/^Maanantai 30\.11\./);
    back();
    await heading(/^Huomenna/);
    const whose = screen.getByRole<HTMLSelectElement>("combobox", { name: "Kenen ajat" });
    expect(whose.value).toBe(`adviser.${device.member}`);
    forward();
    await heading(/^Maanantai 30\.11\./);
    expect(whose.value).toBe("team");
    // A day that is not said is today, whatever was shown before.
    go("/appointments?view=day&who=team");
    await heading(/^Tänään/);
    go("/appointments?view=list&who=team");
    expect(await screen.findByText("Menneet ja perutut")).toBeDefined();
    // The tab of the navigation says nothing: what is shown stays.
    go("/appointments");
    await waitFor(() => expect(path()).toBe("/appointments?view=list&who=team"));
    await user.click(screen.getByRole("radio", { name: "Päivä" }));
    await heading(/^Tänään/);
  });

  it("has the week to go back to from a day that was opened in it", async () => {
    setWindowWide(true);
    const { user, path, back } = openScreen(`/appointments?view=week&date=${thursday}`, device);
    await user.click(screen.getByRole("button", { name: "Seuraava viikko" }));
    await user.click(screen.getByRole("button", { name: "pe 4.12." }));
    await heading(/^Perjantai 4\.12\./);
    await waitFor(() => expect(path()).toContain("view=day"));
    back();
    await heading("Viikko 49");
    expect(path()).toContain("view=week");
  });

  it("is not changed by what was chosen on it once another one is there", async () => {
    const { user, path, go } = openScreen(`/appointments?view=day&date=${friday}`, device);
    const own = `adviser.${device.member}`;
    await waitFor(() => expect(path()).toContain("who="));
    await user.click(screen.getByRole("button", { name: "Seuraava päivä" }));
    go(`/appointments?view=day&who=team&date=2026-12-03`);
    await heading(/^Torstai 3\.12\./);
    // What is chosen now is written, and nothing of what was chosen before.
    await user.selectOptions(screen.getByRole("combobox", { name: "Kenen ajat" }), own);
    await waitFor(() => expect(path()).not.toContain("team"));
    expect(path()).toBe(`/appointments?view=day&who=${own}&date=2026-12-03`);
  });

  it.each(["0000-01-01", "9999-12-31"])(
    "shows today where it says %s, which no calendar has",
    async (date) => {
      setWindowWide(true);
      openScreen(`/appointments?view=week&date=${date}`, device);
      expect(await screen.findByRole("heading", { level: 2, name: "Viikko 48" })).toBeDefined();
      expect(document.body.textContent).not.toContain("NaN");
    },
  );
});
