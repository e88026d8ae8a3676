import { describe, expect, test } from "vitest";
import { checkValue, readValues } from "#domain/fields/field.ts";
import { kindOf, kinds } from "#domain/kinds/all.ts";
import { inheritedNames } from "../edits.ts";

test("every kind is found by its name, and each name stands for one", () => {
  for (const kind of kinds) expect(kindOf(kind.name)).toBe(kind);
  expect(new Set(kinds.map((kind) => kind.name)).size).toBe(kinds.length);
});

test("a kind of another version is none, whatever its name", () => {
  for (const name of ["", "Client", "newer-kind", ...inheritedNames]) {
    expect(kindOf(name)).toBeUndefined();
  }
});

describe.each(kinds)("the kind $name", (kind) => {
  test("reads a record of nothing as its empty values, none of them missing", () => {
    const read = readValues(kind.fields, {});
    expect(Object.keys(read)).toEqual(Object.keys(kind.fields));
    for (const [name, value] of Object.entries(read)) {
      expect(value).toEqual(kind.fields[name]?.empty);
      expect(value).not.toBeUndefined();
    }
  });

  test("has names of fields that fit the exchange", () => {
    expect(kind.name).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    for (const name of Object.keys(kind.fields)) expect(name).toMatch(/^[a-zA-Z][\w.-]{0,79}$/);
  });

  test("takes its empty values for writing, save a stretch of time that is none", () => {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (name !== "slot" && name !== "span")
        expect(checkValue(kind.fields, name, field.empty).ok).toBe(true);
    }
  });

  test("merges nothing but free writing", () => {
    const writing = ["note", "body", "question", "ownNote", "outcome"];
    const texts = Object.entries(kind.fields).filter(([, field]) => field.kind === "text");
    for (const [name, field] of texts) {
      expect(writing).toContain(name);
      expect(field.empty).toBe("");
    }
  });

  test("shows and opens to others only fields that it has", () => {
    const { reads, writes } = kind.shared ?? { reads: [], writes: [] };
    expect(Object.keys(kind.fields)).toEqual(expect.arrayContaining([...reads]));
    expect(reads).toEqual(expect.arrayContaining([...writes]));
  });
});
