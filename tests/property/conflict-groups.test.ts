import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addMs, type Instant } from "#domain/instant.ts";
import type { Conflict } from "#domain/kinds/conflict.ts";
import { conflictGroups, sameSaveMs, type SeriesConflict } from "#domain/series/conflict-groups.ts";
import { thursdayMorning } from "../support/platform.ts";
import { recordNamed } from "../unit/domain/edits.ts";

const moment: fc.Arbitrary<Instant> = fc
  .tuple(fc.constantFrom(0, 5, 60), fc.integer({ min: 0, max: 30_000 }))
  .map(([minutes, ms]) => addMs(thursdayMorning, minutes * 60_000 + ms));

const valuesOf = (values: Partial<Conflict>): Conflict => ({
  record: null,
  field: "slot",
  kept: 1,
  lost: 2,
  lostBy: "aino",
  lostAt: thursdayMorning,
  keptBy: "oiva",
  keptAt: thursdayMorning,
  state: "open",
  closed: null,
  ...values,
});

const conflicts: fc.Arbitrary<readonly SeriesConflict[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 60 }),
      record: fc.option(fc.constantFrom("a", "b", "c", "d")),
      series: fc.option(fc.constantFrom("s1", "s2")),
      field: fc.constantFrom("slot", "title"),
      lostBy: fc.constantFrom("aino", "oiva", ""),
      keptBy: fc.constantFrom("aino", "oiva"),
      lostAt: moment,
      keptAt: moment,
    })
    .map(({ id, record, series, ...values }): SeriesConflict => ({
      id: recordNamed(`c${id}`),
      series: series === null ? null : recordNamed(series),
      values: valuesOf({ ...values, record: record === null ? null : recordNamed(record) }),
    })),
  { selector: ({ id }) => id, maxLength: 30 },
);

test("every conflict is in exactly one group, whatever order they came in", () => {
  fc.assert(
    fc.property(conflicts, (all) => {
      const groups = conflictGroups(all);
      expect(groups.flat().toSorted(byId)).toEqual([...all].sort(byId));
      expect(conflictGroups(all.toReversed())).toEqual(groups);
    }),
  );
});

test("a group has two authors, a field, a series and a moment of each save, and every record once", () => {
  fc.assert(
    fc.property(conflicts, (all) => {
      for (const group of conflictGroups(all)) {
        const [first] = group;
        if (first === undefined) throw new Error("a group of nothing");
        if (group.length > 1) {
          expect(first.series).not.toBeNull();
          expect(first.values.lostBy).not.toBe("");
        }
        const records = group.map(({ values }) => values.record);
        expect(new Set(records).size).toBe(records.length);
        for (const { series, values } of group) {
          const { field, lostBy, keptBy, lostAt, keptAt } = values;
          expect({ series, field, lostBy, keptBy }).toEqual({
            series: first.series,
            field: first.values.field,
            lostBy: first.values.lostBy,
            keptBy: first.values.keptBy,
          });
          expect(Math.abs(lostAt - first.values.lostAt)).toBeLessThan(sameSaveMs);
          expect(Math.abs(keptAt - first.values.keptAt)).toBeLessThan(sameSaveMs);
        }
      }
    }),
  );
});

test("two saves of a whole series are one group, though their edits came in several requests", () => {
  const drift = fc.integer({ min: 0, max: sameSaveMs / 2 - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(drift, drift), { minLength: 1, maxLength: 104 }), (drifts) => {
      const all = drifts.map(([lost, kept], index): SeriesConflict => ({
        id: recordNamed(`c${index}-`),
        series: recordNamed("series"),
        values: valuesOf({
          record: recordNamed(`time${index}-`),
          lostAt: addMs(thursdayMorning, lost),
          keptAt: addMs(thursdayMorning, kept),
        }),
      }));
      expect(conflictGroups(all)).toHaveLength(1);
    }),
  );
});

const byId = (one: SeriesConflict, other: SeriesConflict) => (one.id < other.id ? -1 : 1);
