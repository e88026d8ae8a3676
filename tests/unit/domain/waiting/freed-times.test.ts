import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import {
  type Freeing,
  freedSlotOf,
  freedTimes,
  isBookedOver,
} from "#domain/waiting/freed-times.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const now = thursdayMorning;
const adviser = memberNamed("aino");
const slotAt = (start: Instant, minutes = 45) => ({
  start,
  end: addMs(start, minutes * minuteMs),
  place: recordNamed("place"),
  adviser,
});
const appointment = (
  id: string,
  start: Instant,
  more: Partial<Freeing["values"]> = {},
): Freeing => ({
  id: recordNamed(id),
  values: { slot: slotAt(start), status: "booked", movedFrom: null, ...more },
});
const nothing = () => false;
const soon = addMs(now, hourMs);
const later = addMs(now, 5 * hourMs);

describe("the times that are free again", () => {
  test("are those of coming appointments that were called off", () => {
    const off = appointment("off", soon, { status: "cancelled" });
    expect(freedTimes([off, appointment("on", later)], nothing, now)).toEqual([
      { of: off.id, slot: off.values.slot },
    ]);
    expect(freedTimes([off], nothing, soon)).toEqual([]);
  });

  test("are those that appointments were moved away from, at their present length and place", () => {
    const moved = appointment("moved", later, { movedFrom: soon });
    expect(freedTimes([moved], nothing, now)).toEqual([{ of: moved.id, slot: slotAt(soon) }]);
  });

  test("are not those of a time that was held, nobody came to, or is moved a little", () => {
    for (const status of ["booked", "arrived", "no-show", "done"]) {
      expect(freedSlotOf(appointment("one", soon, { status }))).toBeNull();
    }
    const moved = appointment("little", addMs(soon, 30 * minuteMs), { movedFrom: soon });
    expect(freedSlotOf(moved)).toBeNull();
  });

  test("are not those that something is booked over, but a colleague's booking takes nothing", () => {
    const off = appointment("off", soon, { status: "cancelled" });
    const booked = slotAt(addMs(soon, 30 * minuteMs));
    expect(isBookedOver(off.values.slot, [booked])).toBe(true);
    expect(isBookedOver(off.values.slot, [{ ...booked, adviser: memberNamed("veikko") }])).toBe(
      false,
    );
    expect(isBookedOver(off.values.slot, [slotAt(off.values.slot.end)])).toBe(false);
  });

  test("are given out of no allotment any more", () => {
    const slot = { ...slotAt(soon), allotment: recordNamed("stand") };
    expect(freedSlotOf(appointment("off", soon, { slot, status: "cancelled" }))).toEqual(
      slotAt(soon),
    );
  });

  test("are told once, however many set them free, and soonest first", () => {
    const anyAppointment = fc
      .record({
        id: fc.nat(999),
        start: fc.integer({ min: -10, max: 40 }),
        status: fc.constantFrom("booked", "cancelled", "done"),
        from: fc.option(fc.integer({ min: -10, max: 40 })),
      })
      .map(({ id, start, status, from }) =>
        appointment(`a${id}`, addMs(now, start * 15 * minuteMs), {
          status,
          movedFrom: from === null ? null : addMs(now, from * 15 * minuteMs),
        }),
      );
    fc.assert(
      fc.property(fc.array(anyAppointment, { maxLength: 12 }), (appointments) => {
        const taken = appointments
          .filter(({ values }) => values.status !== "cancelled")
          .map(({ values }) => values.slot);
        const freed = freedTimes(appointments, (slot) => isBookedOver(slot, taken), now);
        for (const [index, { slot }] of freed.entries()) {
          expect(slot.start).toBeGreaterThan(now);
          expect(isBookedOver(slot, taken)).toBe(false);
          const next = freed[index + 1]?.slot;
          if (next === undefined) continue;
          expect(next.start).toBeGreaterThanOrEqual(slot.start);
          expect(isOverlapping(slot, next)).toBe(false);
        }
      }),
    );
  });
});
