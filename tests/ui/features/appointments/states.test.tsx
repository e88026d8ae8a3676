import { screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../../../support/device.ts";
import { makeTestClock } from "../../../support/platform.ts";
import { bring } from "../../../support/ui/device.ts";
import { appointmentRecord } from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";
import { aino, openSharedAppointment } from "../../../support/ui/shared-appointment.ts";

let device: TestDevice;
let appointment: RecordState;
beforeEach(async () => {
  ({ device, appointment } = await openSharedAppointment(""));
});

/** Opens the page of the appointment of ten o'clock, at a time of that day. */
const openAt = (minute: number) => {
  const clock = makeTestClock(fromLocal("2026-11-26" as LocalDate, minute));
  return openScreen(`/appointments/${appointment.id}`, {
    store: device.store,
    platform: { clock },
  });
};
const now = () => device.store.ledger.get(appointmentKind, appointment.id)?.values;
const states = () => {
  const section = screen.queryByRole("region", { name: "Miten aika toteutui" });
  const buttons = section === null ? [] : within(section).getAllByRole("button");
  return buttons.map((one) => one.textContent);
};
const press = (name: string) => screen.findByRole("button", { name });

describe("the states of a time", () => {
  it("are not asked for while the time is ahead", () => {
    openAt(9 * 60);
    expect(states()).toEqual([]);
    expect(screen.getByRole("button", { name: "Peru aika" })).toBeDefined();
  });

  it("are offered when somebody may be at the door, and one press writes them", async () => {
    const { user } = openAt(9 * 60 + 50);
    expect(states()).toEqual(["Saapui", "Ei tullut"]);
    await user.click(await press("Saapui"));
    expect(await screen.findByText("Asiakas on saapunut.")).toBeDefined();
    expect(now()?.status).toBe("arrived");
    expect(states()).toEqual(["Pidetty", "Palauta sovituksi"]);
    await user.click(await press("Kumoa"));
    await waitFor(() => expect(now()?.status).toBe("booked"));
    expect(await screen.findByText("Merkintä kumottu: Aino K.")).toBeDefined();
  });

  it("go from not coming to coming late", async () => {
    const { user } = openAt(10 * 60 + 10);
    await user.click(await press("Ei tullut"));
    expect(await screen.findByText("Asiakas ei tullut.")).toBeDefined();
    await user.click(await press("Tuli sittenkin"));
    await waitFor(() => expect(now()?.status).toBe("arrived"));
  });

  it("are held or not once the time is over, and can be put back", async () => {
    const { user } = openAt(11 * 60);
    expect(states()).toEqual(["Pidetty", "Ei tullut"]);
    expect(screen.queryByText("Tämä aika on jo mennyt.")).toBeNull();
    expect(screen.getByRole("link", { name: "Anna aika mukaan" })).toBeDefined();
    await user.click(await press("Pidetty"));
    expect(await screen.findByText("Tapaaminen on pidetty.")).toBeDefined();
    expect(screen.queryByRole("link", { name: "Anna aika mukaan" })).toBeNull();
    await user.click(await press("Palauta sovituksi"));
    await waitFor(() => expect(now()?.status).toBe("booked"));
  });

  it("take the focus to the heading, for the button that was pressed is gone", async () => {
    const { user } = openAt(11 * 60);
    await user.click(await press("Pidetty"));
    await screen.findByText("Tapaaminen on pidetty.");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("follow what a colleague ticks meanwhile", async () => {
    openAt(9 * 60 + 50);
    const fields = { ...appointment.fields, status: "arrived" };
    await bring(device, { ...appointment, ver: 2, fields });
    expect(await screen.findByText("Asiakas on saapunut.")).toBeDefined();
    expect(states()).toEqual(["Pidetty", "Palauta sovituksi"]);
  });

  it("are marked in lists", async () => {
    const fields = { ...appointment.fields, status: "no-show" };
    await bring(device, { ...appointment, ver: 2, fields });
    openScreen("/", device);
    const row = within(screen.getByRole("list", { name: "Tämän päivän ajat" })).getAllByRole(
      "listitem",
    );
    expect(row.some((one) => one.textContent?.includes("ei tullut"))).toBe(true);
  });
});

describe("calling a time off", () => {
  it("asks by whom and why, writes both in one save, and takes both back", async () => {
    const { user } = openAt(9 * 60);
    await user.click(await press("Peru aika"));
    const sheet = await screen.findByRole("dialog", { name: "Peru aika" });
    await user.click(within(sheet).getByRole("radio", { name: "Kumppani" }));
    await user.type(within(sheet).getByRole("textbox", { name: /Syy/ }), "Paja kiinni");
    await user.click(within(sheet).getByRole("button", { name: "Peru aika" }));
    expect(await screen.findByText("Peruja: kumppani. Syy: Paja kiinni")).toBeDefined();
    expect(now()).toMatchObject({
      status: "cancelled",
      cancelling: { by: "partner", why: "Paja kiinni" },
    });
    expect(device.store.ledger.unsentSaves()).toBe(1);
    await user.click(await press("Kumoa"));
    await waitFor(() => expect(now()).toMatchObject({ status: "booked", cancelling: null }));
  });

  it("says what is wrong with the reason, and calls nothing off", async () => {
    const { user } = openAt(9 * 60);
    await user.click(await press("Peru aika"));
    const sheet = await screen.findByRole("dialog", { name: "Peru aika" });
    await user.type(within(sheet).getByRole("textbox", { name: /Syy/ }), "131052-308T");
    await user.click(within(sheet).getByRole("button", { name: "Peru aika" }));
    expect(
      await within(sheet).findByRole("textbox", { name: /Syy/, description: /henkilötunnu/i }),
    ).toBeDefined();
    expect(now()?.status).toBe("booked");
    await user.click(within(sheet).getByRole("button", { name: "Älä peru" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("forgets who it was when the time is on again", async () => {
    const fields = {
      ...appointment.fields,
      status: "cancelled",
      cancelling: { by: "client", why: "" },
    };
    await bring(device, { ...appointment, ver: 2, fields });
    const { user } = openAt(9 * 60);
    expect(screen.getByText("Peruja: asiakas.")).toBeDefined();
    await user.click(await press("Palauta aika"));
    await waitFor(() => expect(now()).toMatchObject({ status: "booked", cancelling: null }));
  });
});

describe("a time that was moved", () => {
  it("says in lists where it was", async () => {
    const moved = appointmentRecord(device.member, aino, "2026-11-27", 12 * 60, {
      fields: { movedFrom: fromLocal("2026-11-26" as LocalDate, 13 * 60) },
    });
    await bring(device, moved);
    openScreen("/", device);
    expect(await screen.findByText(/siirretty, oli to 26\.11\. klo 13\.00/)).toBeDefined();
  });

  it("is still one event of the client's calendar", async () => {
    const { user, go } = openAt(9 * 60);
    await user.click(screen.getByRole("radio", { name: "14.00" }));
    await user.click(await press("Tallenna muutokset"));
    await screen.findByText("Siirretty. Aika oli to 26.11. klo 10.00.");
    expect(now()?.movedFrom).toEqual({
      start: fromLocal("2026-11-26" as LocalDate, 10 * 60),
      adviser: device.member,
    });
    go(`/appointments/${appointment.id}/hand-over`);
    expect(await screen.findByText("klo 14.00–14.45")).toBeDefined();
    expect(device.store.ledger.all(appointmentKind).size).toBe(1);
  });
});

it("a time says how long its client waited for it", async () => {
  const fields = { ...appointment.fields, asked: "2026-11-16" };
  await bring(device, { ...appointment, ver: 2, fields });
  openAt(9 * 60);
  expect(screen.getByText("Pyydetty ma 16.11., odotus 10 päivää.")).toBeDefined();
});
