import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addMs, hourMs } from "#domain/instant.ts";
import { encountersOf, isElsewhen, type Landing } from "#domain/series/landing.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import type { Slot } from "#domain/times/slot.ts";
import { thursdayMorning } from "../support/platform.ts";
import { memberNamed, recordNamed } from "../unit/domain/edits.ts";

const slots: fc.Arbitrary<Slot> = fc
  .record({
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 3 }),
    adviser: fc.constantFrom(memberNamed("aino"), memberNamed("oiva")),
  })
  .map(({ start, length, adviser }) => ({
    start: addMs(thursdayMorning, start * hourMs),
    end: addMs(thursdayMorning, (start + length) * hourMs),
    place: null,
    adviser,
  }));
const isOn = (one: Slot, other: Slot) => one.adviser === other.adviser && isOverlapping(one, other);

/** Times of a series that is pushed along by some hours, a few of them given to somebody or elsewhere by themselves. */
const series: fc.Arbitrary<readonly Landing[]> = fc
  .record({
    every: fc.integer({ min: 1, max: 6 }),
    by: fc.integer({ min: 0, max: 8 }),
    others: fc.dictionary(fc.constantFrom("1", "3", "5"), slots),
    count: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ every, by, others, count }) =>
    Array.from({ length: count }, (_, index): Landing => {
      const at = (hours: number): Slot => ({
        start: addMs(thursdayMorning, hours * hourMs),
        end: addMs(thursdayMorning, (hours + 1) * hourMs),
        place: null,
        adviser: memberNamed("aino"),
      });
      const from = others[`${index}`] ?? at(index * every);
      const to = others[`${index}`] === undefined ? at(index * every + by) : from;
      return { id: recordNamed(`time${index}`), from, to };
    }),
  );

type Scene = { readonly landings: readonly Landing[]; readonly booked: readonly Slot[] };
const scenes: fc.Arbitrary<Scene> = fc.record({
  landings: series,
  booked: fc.array(slots, { maxLength: 8 }),
});
const encountersIn = ({ landings, booked }: Scene) =>
  encountersOf(landings, ({ to }) => booked.some((one) => isOn(to, one)));

test("once those that land on something stay, the others land on nothing: not outside, not on each other, not on what stays", () => {
  fc.assert(
    fc.property(scenes, ({ landings, booked }) => {
      const met = encountersIn({ landings, booked });
      const going = landings.filter(({ id }) => !met.has(id));
      const staying = landings.filter(({ id }) => met.has(id)).filter(isElsewhen);
      for (const one of going) {
        expect(booked.some((other) => isOn(one.to, other))).toBe(false);
        if (!isElsewhen(one)) continue;
        expect(staying.some(({ from }) => isOn(one.to, from))).toBe(false);
        const others = going.filter((other) => other !== one && isElsewhen(other));
        expect(others.some(({ to }) => isOn(one.to, to))).toBe(false);
      }
    }),
  );
});

test("nothing is kept from its time without something being there", () => {
  fc.assert(
    fc.property(scenes, ({ landings, booked }) => {
      const met = encountersIn({ landings, booked });
      const byId = new Map(landings.map((one) => [one.id, one]));
      expect([...met.keys()]).toEqual(landings.map(({ id }) => id).filter((id) => met.has(id)));
      for (const [id, encounter] of met) {
        const { to } = byId.get(id) as Landing;
        if (encounter.kind === "outside") {
          expect(booked.some((one) => isOn(to, one))).toBe(true);
          continue;
        }
        const other = byId.get(encounter.other) as Landing;
        const there = encounter.kind === "going" ? other.to : other.from;
        expect(isOn(to, there)).toBe(true);
        if (encounter.kind === "staying") expect(met.has(other.id)).toBe(true);
      }
    }),
  );
});
