import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import { appointmentRecord, clientRecord } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
const thursday = "2026-11-26" as LocalDate;
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const openAt = (minute: number, path = "/book?date=2026-11-27&minute=540") => {
  const clock = { now: () => fromLocal(thursday, minute) };
  return openScreen(path, { ...device, platform: { clock } });
};
const day = (name: RegExp) => screen.findByRole("radio", { name });
const today = () => day(/^tänään/);
const past = "Tämä aika on jo mennyt.";

describe("choosing the day of a booking", () => {
  it("takes the first free time to come instead of one that is over today", async () => {
    await bring(device, aino, appointmentRecord(device.member, aino, thursday, 14 * 60 + 30));
    const { user } = openAt(14 * 60 + 5);
    expect(await screen.findByRole("button", { name: "Varaa pe 27.11. klo 9.00" })).toBeDefined();
    await user.click(await today());
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 15.15" })).toBeDefined();
    expect(screen.queryByText(past)).toBeNull();
  });

  it("keeps a time that is still to come", async () => {
    const { user } = openAt(8 * 60);
    await user.click(await today());
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 9.00" })).toBeDefined();
  });

  it("chooses no time where none of the day is left, says so, and books nothing", async () => {
    const { user } = openAt(16 * 60 + 50, "/book?date=2026-11-27&minute=540");
    await user.click(await today());
    const button = screen.getByRole("button", { name: "Valitse kellonaika" });
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(button);
    const typed = screen.getByRole("textbox", { name: /Muu kellonaika/ });
    await waitFor(() => expect(document.activeElement).toBe(typed));
    expect(device.store.ledger.all(appointmentKind).size).toBe(0);
    await user.click(await day(/perjantai/));
    expect(screen.getByRole("button", { name: "Varaa pe 27.11. klo 8.00" })).toBeDefined();
  });

  it("warns of a time that is over and was chosen on purpose", async () => {
    const { user } = openAt(14 * 60 + 5);
    await user.click(await today());
    await user.type(screen.getByRole("textbox", { name: /Muu kellonaika/ }), "8.00{Enter}");
    expect(screen.getByRole("button", { name: "Varaa to 26.11. klo 8.00" })).toBeDefined();
    expect(screen.getByText(past)).toBeDefined();
  });
});
