import { screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import { appointmentRecord, clientRecord } from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";

const day = "2026-11-27";

describe("a block of the day", () => {
  it("only has it heard where a time is, when a badge takes the line that would show it", async () => {
    const device = await enrolAdviser();
    const aino = clientRecord("Aino K.");
    const late = appointmentRecord(device.member, aino, day, 720);
    await bring(device, aino, appointmentRecord(device.member, aino, day, 600), late);
    const sight = device.store.ledger.sightOf(late.id);
    if (sight === null) throw new Error("the time is there");
    await device.store.write([{ verb: "set", sight, field: "channel", value: "stand" }]);
    openScreen(`/appointments?view=day&date=${day}`, device);
    const isShort = async (time: RegExp) =>
      (await screen.findByRole("link", { name: time })).hasAttribute("data-short");
    expect(await isShort(/^10\.00–10\.45/)).toBe(false);
    expect(await isShort(/^12\.00–12\.45 .* lähettämättä/)).toBe(true);
  });
});
