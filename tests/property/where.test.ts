import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isItemName } from "#domain/fields/path.ts";
import { checkValue } from "#domain/fields/field.ts";
import { addMs, minuteMs, toInstant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { guidanceCode } from "#domain/kinds/guidance-kinds.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import { placeClashes } from "#domain/times/place-clash.ts";
import type { Slot } from "#domain/times/slot.ts";
import { shortTravels, travelPair } from "#domain/times/travel.ts";
import { memberNamed, recordNamed } from "../unit/domain/edits.ts";

const noon = toInstant(Date.parse("2026-11-26T10:00:00Z"));
const spans = fc
  .record({ from: fc.integer({ min: -240, max: 240 }), minutes: fc.integer({ min: 5, max: 120 }) })
  .map(({ from, minutes }) => ({
    start: addMs(noon, from * minuteMs),
    end: addMs(noon, (from + minutes) * minuteMs),
  }));
const slots: fc.Arbitrary<Slot> = fc
  .record({
    span: spans,
    place: fc.constantFrom(recordNamed("library"), recordNamed("office"), null),
    adviser: fc.constantFrom(memberNamed("aino"), memberNamed("oiva")),
    room: fc.constantFrom("r1", "r2", null),
  })
  .map(({ span, place, adviser, room }) => ({
    ...span,
    place,
    adviser,
    ...(room === null ? {} : { room }),
  }));
const uses = fc
  .record({ slot: slots, status: fc.constantFrom("booked", "cancelled") })
  .map((values) => ({ id: recordNamed("x"), values }));

test("whoever clashes with a place is told of by either side, in the same words", () => {
  fc.assert(
    fc.property(slots, slots, (one, other) => {
      const id = recordNamed("x");
      const tell = (slot: Slot, use: Slot) =>
        placeClashes(slot, [{ id, values: { slot: use, status: "booked" } }]).map(
          ({ kind }) => kind,
        );
      expect(tell(one, other)).toEqual(tell(other, one));
    }),
  );
});

test("a place clash overlaps at the same place, stands, and is never between two different rooms", () => {
  fc.assert(
    fc.property(slots, fc.array(uses, { maxLength: 12 }), (slot, all) => {
      const clashes = placeClashes(slot, all);
      for (const { use, kind } of clashes) {
        const other = use.values.slot;
        expect(isOverlapping(slot, other) && other.place === slot.place).toBe(true);
        expect(use.values.status).toBe("booked");
        if (kind === "room") expect(other.room).toBe(slot.room);
        else expect(other.room === undefined || slot.room === undefined).toBe(true);
      }
      const isPassedOver = (use: (typeof all)[number]) => !clashes.some((one) => one.use === use);
      for (const { values } of all.filter(isPassedOver)) {
        const isAnother =
          values.slot.place !== slot.place ||
          slot.place === null ||
          values.slot.adviser === slot.adviser ||
          values.status === "cancelled" ||
          !isOverlapping(values.slot, slot) ||
          (values.slot.room !== slot.room &&
            values.slot.room !== undefined &&
            slot.room !== undefined);
        expect(isAnother).toBe(true);
      }
    }),
  );
});

const towns = fc.constantFrom("205", "290", "765", "");
const stops = fc.record({ span: spans, municipality: towns }).map(({ span, municipality }) => ({
  ...span,
  municipality,
}));
const drives = fc.dictionary(
  fc.tuple(towns, towns).map(([one, other]) => travelPair(one, other)),
  fc.integer({ min: 1, max: 300 }),
);

test("a short travel is one that was entered, longer than what lies between, and at most one on each side", () => {
  fc.assert(
    fc.property(stops, fc.array(stops, { maxLength: 8 }), drives, (own, others, travel) => {
      const told = shortTravels(own, others, travel);
      expect(new Set(told.map(({ side }) => side)).size).toBe(told.length);
      for (const { side, stop, driving, between } of told) {
        expect(travel[travelPair(own.municipality, stop.municipality)]).toBe(driving);
        expect(between).toBeLessThan(driving);
        expect(isOverlapping(own, stop)).toBe(false);
        expect(side === "before" ? stop.end <= own.start : stop.start >= own.end).toBe(true);
        const nearer = others.filter(
          (one) =>
            one.municipality !== "" &&
            (side === "before"
              ? one.end <= own.start && one.end > stop.end
              : one.start >= own.end && one.start < stop.start),
        );
        expect(nearer).toEqual([]);
      }
    }),
  );
});

test("without entered minutes nothing is ever said", () => {
  fc.assert(
    fc.property(stops, fc.array(stops, { maxLength: 8 }), (own, others) => {
      expect(shortTravels(own, others, {})).toEqual([]);
    }),
  );
});

test("any name becomes a code that an appointment and an area can hold, and a new one each time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { maxLength: 8 }),
      (names) => {
        const taken: string[] = [];
        for (const name of names) {
          const code = guidanceCode(name, taken);
          expect(taken).not.toContain(code);
          expect(isItemName(code)).toBe(true);
          expect(checkValue(appointmentKind.fields, "guidance", code).ok).toBe(true);
          taken.push(code);
        }
      },
    ),
  );
});
