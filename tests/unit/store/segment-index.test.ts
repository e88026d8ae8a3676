import { expect, test } from "vitest";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { SegmentIndex } from "#store/segment-index.ts";

const scope = "scope" as ScopeId;
const note = (id: string, generation: number, ...records: readonly string[]) => ({
  id,
  scope,
  generation,
  states: records.map((record) => ({ id: record as RecordId }) as RecordState),
});

test("records are counted once, in segments and beside them", () => {
  const index = new SegmentIndex();
  index.add(note("one", 1, "a", "b"));
  index.add(note("two", 1, "b", "c"));
  expect(index.countWith(scope, [])).toBe(3);
  expect(index.countWith(scope, ["c", "d"] as RecordId[])).toBe(4);
  expect(index.countWith("another" as ScopeId, ["c"] as RecordId[])).toBe(1);
});

test("second copies are counted as segments come and go", () => {
  const index = new SegmentIndex();
  index.add(note("one", 1, "a", "b", "c"));
  expect(index.copiesIn(scope)).toBe(0);
  index.add(note("two", 1, "b", "c", "d"));
  index.add(note("three", 2, "c"));
  expect(index.copiesIn(scope)).toBe(3);
  expect(index.copiesIn("another" as ScopeId)).toBe(0);
  index.remove("two");
  index.remove("two");
  expect(index.copiesIn(scope)).toBe(1);
  index.removeScope(scope, 2);
  expect(index.copiesIn(scope)).toBe(0);
  expect(index.holding(scope, ["c" as RecordId]).map(({ id }) => id)).toEqual(["three"]);
  index.add(note("four", 2, "c"));
  index.clear();
  expect(index.copiesIn(scope)).toBe(0);
});
