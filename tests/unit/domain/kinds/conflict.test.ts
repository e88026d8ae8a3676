import { expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { conflictKind, isOpenConflict } from "#domain/kinds/conflict.ts";
import { readValues } from "#domain/field.ts";

const closed = { by: "somebody", at: toInstant(5), chose: "kept" };

test("a conflict is open until somebody has decided, in this version or the first", () => {
  expect(isOpenConflict({ state: "open", closed: null })).toBe(true);
  expect(isOpenConflict({ state: "open", closed })).toBe(false);
  expect(isOpenConflict({ state: "closed", closed: null })).toBe(false);
});

test("a conflict as the first version made it reads as an open one by nobody known", () => {
  expect(readValues(conflictKind.fields, { field: "name", kept: "a", lost: "b" })).toMatchObject({
    keptBy: "",
    keptAt: 0,
    state: "open",
    closed: null,
  });
});

test("a decision of a newer version closes a conflict too", () => {
  const newer = { ...closed, chose: "merged-by-hand", more: 1 };
  expect(readValues(conflictKind.fields, { closed: newer })).toMatchObject({ closed: newer });
});
