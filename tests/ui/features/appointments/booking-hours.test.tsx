import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  absenceRecord,
  adviserState,
  appointmentRecord,
  busyRecord,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const span = (date: string, from: number, to: number) => ({
  start: fromLocal(date as LocalDate, from * 60),
  end: fromLocal(date as LocalDate, to * 60),
});
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

const openOn = (date: string, hour: number, path = "/book") => {
  const clock = { now: () => fromLocal(date as LocalDate, hour * 60) };
  return openScreen(path, { ...device, platform: { clock } });
};
/** What a screen reader hears of a time. */
const offered = async (time: string) =>
  (await screen.findByRole("radio", { name: new RegExp(`^${time}`) })).closest("label")
    ?.textContent;

describe("the time that a booking suggests", () => {
  it("lies in the written hours, around absences and other calendars", async () => {
    await bring(
      device,
      adviserState(device.member, "Aino Esimerkki", [
        { weekday: 4, from: 600, until: 900, place: null },
        { weekday: 5, from: 480, until: 720, place: null },
      ]),
      absenceRecord(device.member, span("2026-11-26", 0, 24)),
      busyRecord(device.member, "Outlook", [span("2026-11-27", 8, 9.5)]),
    );
    openOn("2026-11-26", 8);
    expect(await screen.findByRole("button", { name: "Varaa pe 27.11. klo 9.30" })).toBeDefined();
    expect(await offered("9\\.00")).toBe("9.00, Muu kalenteri: Outlook");
    expect(screen.queryByRole("radio", { name: /^13\.00/ })).toBeNull();
    expect(screen.queryByRole("radio", { name: /^tänään/ })).not.toBeNull();
    expect(screen.queryByRole("radio", { name: /maanantai/ })).toBeNull();
  });

  it("passes over a holiday, which is not among the days either", async () => {
    openOn("2026-12-23", 16.9);
    expect(await screen.findByRole("button", { name: "Varaa ma 28.12. klo 8.00" })).toBeDefined();
    expect(screen.queryByRole("radio", { name: /joulukuuta, torstai|torstai 24/ })).toBeNull();
  });

  it("is after an absence on the start page too", async () => {
    await bring(
      device,
      appointmentRecord(device.member, null, "2026-11-26", 480),
      absenceRecord(device.member, span("2026-11-26", 9, 14)),
    );
    openOn("2026-11-26", 9, "/");
    const free = await screen.findByRole("link", { name: /Vapaa/ });
    expect(free.getAttribute("href")).toBe("/book?date=2026-11-26&minute=840");
  });
});

describe("a time that is chosen on purpose", () => {
  it("on a holiday warns, and is booked all the same", async () => {
    const { user } = openOn("2026-12-23", 9, "/book?date=2026-12-24&minute=600");
    expect(await screen.findByText("Jouluaatto. Voit silti varata, jos olet varma.")).toBeDefined();
    expect(await offered("10\\.00")).toBe("10.00, Jouluaatto");
    await user.type(screen.getByRole("combobox", { name: "Kenelle" }), "Veikko");
    await user.click(screen.getByRole("button", { name: "Varaa to 24.12. klo 10.00" }));
    await waitFor(() => expect(device.store.ledger.all(appointmentKind).size).toBe(1));
  });

  it("outside of the written hours says so, and inside them says nothing", async () => {
    await bring(
      device,
      adviserState(device.member, "Aino Esimerkki", [
        { weekday: 5, from: 480, until: 720, place: null },
      ]),
    );
    const { user } = openOn("2026-11-26", 9, "/book?date=2026-11-27&minute=780");
    expect(await screen.findByText("Aika ei sovi työaikoihin")).toBeDefined();
    await user.click(screen.getByRole("radio", { name: /^9\.00/ }));
    expect(screen.queryByText("Aika ei sovi työaikoihin")).toBeNull();
  });
});
