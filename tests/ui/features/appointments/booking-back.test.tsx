import { screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import type { TestDevice } from "../../../support/device.ts";
import { bring, enrolAdviser } from "../../../support/ui/device.ts";
import {
  appointmentRecord,
  attendanceRecord,
  clientRecord,
  waitingRecord,
} from "../../../support/ui/network-records.ts";
import { openScreen } from "../../../support/ui/screens.tsx";

const aino = clientRecord("Aino K.");
const thursday = "2026-11-26";
let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
  await bring(device, aino);
});

/** Goes from one page to the form, books, and goes one place back. */
const bookAndGoBack = async (from: string, form: string, to: string, name?: string) => {
  const { user, go, path, back } = openScreen(from, device);
  go(form);
  const who = await screen.findByRole("combobox", { name: "Kenelle" });
  if (name !== undefined) await user.type(who, name);
  await user.click(await screen.findByRole("button", { name: /^Varaa (?:to|pe)/ }));
  await screen.findByText(/^Aika varattu/);
  await waitFor(() => expect(path()).toBe(to));
  back();
  return path();
};

describe("going back after a booking", () => {
  it("leads to where the form was opened from, and never to the form", async () => {
    expect(await bookAndGoBack("/find", `/book?date=${thursday}&minute=600`, "/", "Saima")).toBe(
      "/find",
    );
  });

  it("leads so from what follows a meeting", async () => {
    const meeting = appointmentRecord(device.member, aino, thursday, 480);
    await bring(device, meeting);
    const page = `/appointments/${meeting.id}`;
    expect(await bookAndGoBack(page, `/book?follows=${meeting.id}`, page)).toBe(page);
  });

  it("leads so from an own time for somebody of a group", async () => {
    const group = appointmentRecord(device.member, null, thursday, 480, {
      fields: { form: "group", title: "Ryhmä" },
    });
    await bring(device, group, attendanceRecord(group, aino));
    const page = `/appointments/${group.id}`;
    const form = `/book?follows=${group.id}&client=${aino.id}`;
    expect(await bookAndGoBack(page, form, page)).toBe(page);
  });

  it("leads so from the waiting list, where the calendar came before it", async () => {
    const entry = waitingRecord(aino, "2026-11-20");
    await bring(device, entry);
    const from = "/appointments?view=list";
    expect(await bookAndGoBack(from, `/book?waiting=${entry.id}`, "/waiting")).toBe(from);
  });
});
