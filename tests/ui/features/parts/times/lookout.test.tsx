import { renderHook } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordState } from "#domain/record.ts";
import type { Slot } from "#domain/times/slot.ts";
import { EnvironmentProvider } from "#features/environment.tsx";
import { createLookout, type Lookout } from "#features/parts/times/lookout.ts";
import { LocaleProvider } from "#i18n/locale.ts";
import type { TestDevice } from "../../../../support/device.ts";
import { bring, enrolAdviser } from "../../../../support/ui/device.ts";
import { makeTestEnvironment } from "../../../../support/ui/environment.ts";
import {
  allotmentRecord,
  appointmentRecord,
  changedBy,
} from "../../../../support/ui/network-records.ts";
import { makeTestLocale } from "../../../../support/ui/screens.tsx";

const thursday = "2026-11-26";
let device: TestDevice;
let given: RecordState;
let other: RecordState;

/** Another device holds ten o'clock and has given it out. */
beforeEach(async () => {
  device = await enrolAdviser();
  const { member } = device;
  const whole = { from: 600, to: 660, label: "Asema" };
  const held = allotmentRecord(member, "another-device-1234567", thursday, whole);
  const free = appointmentRecord(member, null, thursday, 600);
  given = changedBy(free, { slot: { ...slotOf(free), allotment: held.id } });
  other = appointmentRecord(member, null, thursday, 780);
  await bring(device, held, given, other);
});
const slotOf = ({ fields }: RecordState) => fields["slot"] as unknown as Slot;
const looking = (): Lookout => {
  const { environment } = makeTestEnvironment(device);
  const around = {
    clients: new Map(),
    places: new Map(),
    advisers: new Map(),
    organisations: new Map(),
    areas: new Map(),
  };
  const wrapper = (props: { readonly children: JSX.Element }) => (
    <LocaleProvider locale={makeTestLocale()}>
      <EnvironmentProvider environment={environment}>{props.children}</EnvironmentProvider>
    </LocaleProvider>
  );
  return renderHook(() => createLookout(() => around), { wrapper }).result;
};

describe("a time that another device has given out of what it holds", () => {
  it("is not in its own way where it stands", () => {
    expect(looking()(slotOf(given), new Set([given.id]), slotOf(given))).toBeNull();
  });

  it("is held against another that comes there, also when it leaves", () => {
    const { allotment: _, ...there } = slotOf(given);
    const leaving = new Set([given.id, other.id]);
    expect(looking()(there, leaving, slotOf(other))).toMatchObject({
      kind: "held",
      held: { label: "Asema", isOwn: false },
    });
  });
});
