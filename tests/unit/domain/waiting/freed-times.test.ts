import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type Freeing, freedSlotOf, freedTimes, takenBy } from "#domain/waiting/freed-times.ts";
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
const isTakenNaively = (slot: Slot, taken: readonly Slot[]) =>
  taken.some((one) => one.adviser === slot.adviser && isOverlapping(one, slot));
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
    const moved = appointment("moved", later, { movedFrom: { start: soon, adviser } });
    expect(freedTimes([moved], nothing, now)).toEqual([{ of: moved.id, slot: slotAt(soon) }]);
  });

  test("are not those of a time that was held, nobody came to, or is moved a little", () => {
    for (const status of ["booked", "arrived", "no-show", "done"]) {
      expect(freedSlotOf(appointment("one", soon, { status }))).toBeNull();
    }
    const moved = appointment("little", addMs(soon, 30 * minuteMs), {
      movedFrom: { start: soon, adviser },
    });
    expect(freedSlotOf(moved)).toBeNull();
  });

  test("are of whoever had them, when the adviser changed with the move or since", () => {
    const slot = { ...slotAt(later), adviser: memberNamed("veikko") };
    const movedFrom = { start: soon, adviser };
    const handed = appointment("handed", later, { slot, movedFrom });
    expect(freedSlotOf(handed)).toEqual(slotAt(soon));
    // At the same hour it is free all the same: the first one has nothing then any more.
    const atOnce = { ...slot, start: soon, end: later };
    expect(freedSlotOf({ values: { ...handed.values, slot: atOnce } })).toMatchObject(movedFrom);
    const toNobody = { ...slot, adviser: null };
    expect(freedSlotOf({ values: { ...handed.values, slot: toNobody } })).toEqual(slotAt(soon));
  });

  test("are nobody's where it is not known whose they were, or nobody had them", () => {
    expect(freedSlotOf(appointment("bare", later, { movedFrom: soon }))).toBeNull();
    const movedFrom = { start: soon, adviser: null };
    expect(freedSlotOf(appointment("open", later, { movedFrom }))).toBeNull();
  });

  test("are not those that something is booked over, but a colleague's booking takes nothing", () => {
    const off = appointment("off", soon, { status: "cancelled" });
    const booked = slotAt(addMs(soon, 30 * minuteMs));
    expect(takenBy([booked])(off.values.slot)).toBe(true);
    const other = { ...booked, adviser: memberNamed("veikko") };
    expect(takenBy([other])(off.values.slot)).toBe(false);
    expect(takenBy([slotAt(off.values.slot.end)])(off.values.slot)).toBe(false);
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
          movedFrom: from === null ? null : { start: addMs(now, from * 15 * minuteMs), adviser },
        }),
      );
    fc.assert(
      fc.property(fc.array(anyAppointment, { maxLength: 12 }), (appointments) => {
        const taken = appointments
          .filter(({ values }) => values.status !== "cancelled")
          .map(({ values }) => values.slot);
        const freed = freedTimes(appointments, takenBy(taken), now);
        for (const [index, { slot }] of freed.entries()) {
          expect(slot.start).toBeGreaterThan(now);
          expect(isTakenNaively(slot, taken)).toBe(false);
          const next = freed[index + 1]?.slot;
          if (next === undefined) continue;
          expect(next.start).toBeGreaterThanOrEqual(slot.start);
          expect(isOverlapping(slot, next)).toBe(false);
        }
      }),
    );
  });

  const anySlots = fc.array(
    fc
      .record({
        start: fc.integer({ min: -4, max: 60 }),
        quarters: fc.integer({ min: 1, max: 9 }),
        whose: fc.constantFrom(adviser, memberNamed("veikko")),
      })
      .map(({ start, quarters, whose }) => ({
        ...slotAt(addMs(now, start * 15 * minuteMs), quarters * 15),
        adviser: whose,
      })),
    { maxLength: 25 },
  );

  test("are looked up among sorted times as if each were held against every booking", () => {
    fc.assert(
      fc.property(anySlots, anySlots, (asked, taken) => {
        const isTaken = takenBy(taken);
        for (const slot of asked) expect(isTaken(slot)).toBe(isTakenNaively(slot, taken));
      }),
    );
  });

  test("of several over one time are told by the first, as if each were held against all told before", () => {
    fc.assert(
      fc.property(anySlots, (slots) => {
        const off = slots.map((slot, index) =>
          appointment(`a${index}`, slot.start, { slot, status: "cancelled" }),
        );
        const inOrder = off
          .filter(({ values }) => values.slot.start > now)
          .sort(
            (one, other) =>
              one.values.slot.start - other.values.slot.start || (one.id < other.id ? -1 : 1),
          );
        const told: Slot[] = [];
        for (const { values } of inOrder) {
          if (!isTakenNaively(values.slot, told)) told.push(values.slot);
        }
        expect(freedTimes(off, nothing, now).map(({ slot }) => slot)).toEqual(told);
      }),
    );
  });
});
