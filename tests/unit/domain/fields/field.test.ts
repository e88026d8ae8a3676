import { describe, expect, test } from "vitest";
import {
  checkValue,
  choice,
  day,
  type FieldSet,
  line,
  lineMaxLength,
  link,
  list,
  municipality,
  readValues,
  text,
  textMaxLength,
} from "#domain/fields/field.ts";
import { tally } from "#domain/fields/item-fields.ts";
import type { Fields, Json } from "#domain/json.ts";
import { inheritedNames, recordNamed } from "../edits.ts";

const fields: FieldSet = {
  line: line(),
  choice: choice("usual"),
  link: link(),
  municipality: municipality(),
  day: day(),
  list: list(),
  text: text(),
};
const empty = {
  line: "",
  choice: "usual",
  link: null,
  municipality: "",
  day: null,
  list: [],
  text: "",
};
const full = {
  line: "Inari",
  choice: "joint-meeting2",
  link: recordNamed("place"),
  municipality: "148",
  day: "2026-11-26",
  list: ["fi", "se"],
  text: "Rivi\nja toinen.",
};

describe("reading", () => {
  test("gives every declared field as it is written", () => {
    expect(readValues(fields, full)).toEqual(full);
  });

  test("gives the empty value for what is missing", () => {
    expect(readValues(fields, {})).toEqual(empty);
  });

  test("shows no field that is not declared", () => {
    expect(Object.keys(readValues(fields, { ...full, newer: 1 }))).toEqual(Object.keys(fields));
  });

  test("keeps a code that only a newer version knows", () => {
    expect(readValues(fields, { choice: "some-newer-code" })["choice"]).toBe("some-newer-code");
  });

  test("gives the empty value for garbage of every kind", () => {
    const garbage: Json[] = [null, true, 17, -0.5, "\u0000 ÄÖ", [], {}, [[null]], { a: { b: 1 } }];
    for (const value of garbage) {
      const read = readValues(
        fields,
        Object.fromEntries(Object.keys(fields).map((name) => [name, value])),
      );
      const kept = typeof value === "string" ? { line: value, text: value } : {};
      const none = Array.isArray(value) && value.length === 0 ? { list: [] } : {};
      expect(read).toEqual({ ...empty, ...kept, ...none });
    }
  });

  test("gives a text whole that grew over the greatest length in a merge", () => {
    const grown = "x".repeat(textMaxLength + 1);
    expect(readValues(fields, { text: grown })["text"]).toBe(grown);
    const name = "x".repeat(lineMaxLength + 1);
    expect(readValues(fields, { line: name })["line"]).toBe(name);
  });

  test("takes no field from what every object inherits", () => {
    const declarable = inheritedNames.filter((name) => name !== "__proto__");
    const inheriting = Object.fromEntries(declarable.map((name) => [name, line()]));
    const read = readValues(inheriting, {});
    for (const name of Object.keys(inheriting)) expect(read[name]).toBe("");
  });

  test("leaves the record as it was", () => {
    const record = Object.freeze({ line: 17, newer: Object.freeze({ a: 1 }) });
    readValues(fields, record);
    expect(record).toEqual({ line: 17, newer: { a: 1 } });
  });
});

const codeOf = (name: string, value: Json) => {
  const checked = checkValue(fields, name, value);
  return checked.ok ? "ok" : checked.failure;
};

describe("checking before writing", () => {
  test("takes what can be read back", () => {
    for (const [name, value] of Object.entries(full)) {
      expect(checkValue(fields, name, value)).toEqual({ ok: true, value });
    }
  });

  test("takes every empty value but that of a choice in words", () => {
    for (const [name, value] of Object.entries(empty)) expect(codeOf(name, value)).toBe("ok");
    expect(codeOf("choice", "")).toBe("field.value_invalid");
  });

  test.each<[string, Json]>([
    ["line", 17],
    ["line", null],
    ["choice", "With Capitals"],
    ["choice", "-begins-wrong"],
    ["choice", "x".repeat(41)],
    ["link", "too-short"],
    ["link", ""],
    ["municipality", "12"],
    ["municipality", "1488"],
    ["day", "26.11.2026"],
    ["day", "2026-02-30"],
    ["list", "fi"],
    ["list", ["fi", 1]],
    ["text", ["rivi"]],
  ])("refuses for %s the value %j", (name, value) => {
    expect(codeOf(name, value)).toBe("field.value_invalid");
  });

  test("says that something is too long only beyond the length", () => {
    expect(codeOf("line", "x".repeat(lineMaxLength))).toBe("ok");
    expect(codeOf("line", "x".repeat(lineMaxLength + 1))).toBe("field.too_long");
    expect(codeOf("text", "x".repeat(textMaxLength))).toBe("ok");
    expect(codeOf("text", "x".repeat(textMaxLength + 1))).toBe("field.too_long");
    expect(
      codeOf(
        "list",
        Array.from({ length: 401 }, () => "fi"),
      ),
    ).toBe("field.too_long");
    expect(codeOf("list", ["x".repeat(lineMaxLength + 1)])).toBe("field.too_long");
  });

  test("refuses a personal identity code before anything else, in every field and in none of ours", () => {
    for (const name of [...Object.keys(fields), "newer", ...inheritedNames]) {
      expect(codeOf(name, "x".repeat(textMaxLength) + " 131052-908K")).toBe("field.personal_code");
      expect(codeOf(name, { deep: [{ "131052-908K": 1 }] })).toBe("field.personal_code");
    }
  });

  test("refuses a personal identity code as a field's name", () => {
    expect(codeOf("x.131052-908K", null)).toBe("field.personal_code");
  });

  test("takes any value for a field of another version, whatever its name", () => {
    const value: Fields = { a: [1, "b"] };
    for (const name of ["newer", ...inheritedNames]) {
      expect(checkValue(fields, name, value)).toEqual({ ok: true, value });
    }
  });

  test("looks at every item of a whole field, whatever its name, and at the names", () => {
    const counts: FieldSet = { counts: tally() };
    const codeOfItems = (items: string) => {
      const checked = checkValue(counts, "counts", JSON.parse(items) as Json);
      return checked.ok ? "ok" : checked.failure;
    };
    for (const name of [...inheritedNames, "prototype", "station"]) {
      expect(codeOfItems(`{"${name}":1}`)).toBe("ok");
      expect(codeOfItems(`{"${name}":"1"}`)).toBe("field.value_invalid");
    }
    expect(codeOfItems('{"not a name":1}')).toBe("field.value_invalid");
    for (const none of ["[1]", "1", "null"]) expect(codeOfItems(none)).toBe("field.value_invalid");
  });
});
