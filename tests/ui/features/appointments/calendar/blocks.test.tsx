import { screen, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import {
  adviserState,
  appointmentRecord,
  clientRecord,
} from "../../../../support/ui/network-records.ts";
import { openScreen } from "../../../../support/ui/screens.tsx";

const day = "2026-11-27";

describe("a block of the day", () => {
  it("says where a time is beside its marks, whose words are only heard where they would take that line", async () => {
    const device = await enrolAdviser();
    const aino = clientRecord("Aino K.");
    const late = appointmentRecord(device.member, aino, day, 720);
    const longer = appointmentRecord(device.member, aino, day, 840, { minutes: 60 });
    await bring(device, aino, late, longer);
    for (const { id } of [late, longer]) {
      const sight = device.store.ledger.sightOf(id);
      if (sight === null) throw new Error("the time is there");
      await device.store.write([{ verb: "set", sight, field: "channel", value: "stand" }]);
    }
    openScreen(`/appointments?view=day&date=${day}`, device);
    const short = await screen.findByRole("link", { name: /^12\.00–12\.45 .* lähettämättä/ });
    expect(short.hasAttribute("data-short")).toBe(false);
    expect(short.hasAttribute("data-small-marks")).toBe(true);
    expect(within(short).getByTitle("lähettämättä")).toBeDefined();
    const long = screen.getByRole("link", { name: /^14\.00–15\.00/ });
    expect(long.hasAttribute("data-small-marks")).toBe(false);
  });

  it("says in the team's calendar whose time it is, by the first name unless two share it", async () => {
    const device = await enrolAdviser();
    const veikko = clientRecord("Veikko V.");
    const [oiva, namesake] = ["Oiva Esimerkki", "Oiva Toinen-Esimerkki"].map((name, index) =>
      adviserState(`${"colleague".padEnd(21, "-")}${index}` as MemberId, name, []),
    );
    if (oiva === undefined || namesake === undefined) throw new Error("there are two");
    const own = appointmentRecord(device.member, veikko, day, 600);
    const his = appointmentRecord(oiva.id as string as MemberId, veikko, day, 600);
    await bring(device, veikko, oiva, own, his);
    openScreen(`/appointments?view=day&date=${day}&who=team`, device);
    await screen.findByRole("link", { name: /Veikko V\. Aino / });
    expect(screen.getByRole("link", { name: /Veikko V\. Oiva / })).toBeDefined();
    await bring(device, namesake);
    expect(await screen.findByRole("link", { name: /Veikko V\. Oiva Esimerkki / })).toBeDefined();
  });
});
