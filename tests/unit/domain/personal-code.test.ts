import { expect, test } from "vitest";
import { hasPersonalCode, hasPersonalCodeInside } from "#domain/personal-code.ts";
import { readVectors } from "./vectors.ts";

type Example = { readonly text: string; readonly isCode: boolean; readonly why: string };

for (const { text, isCode, why } of readVectors("personal-codes") as readonly Example[]) {
  test(`${isCode ? "finds a code" : "finds none"}: ${why}`, () => {
    expect(hasPersonalCode(text)).toBe(isCode);
  });
}

test("every mark of a century counts, in either case, and no other letter", () => {
  const marks = "-+ABCDEFUVWXY";
  const found = `${marks}GHIJKLMNOPQRSTZ*_.,:;`
    .split("")
    .filter((mark) => hasPersonalCode(`131052${mark}908K`));
  expect(found.join("")).toBe(marks);
  for (const mark of marks.toLowerCase()) expect(hasPersonalCode(`131052${mark}908k`)).toBe(true);
});

test("two codes beside what looks like one but cannot be one are still found", () => {
  expect(hasPersonalCode("991352-908K 131052-908K")).toBe(true);
  expect(hasPersonalCode("991352-908K-131052-908K")).toBe(true);
});

test("the same text is judged alike however often it is asked", () => {
  const answers = Array.from({ length: 5 }, () => hasPersonalCode("131052-908K"));
  expect(answers).toEqual([true, true, true, true, true]);
});

test("a code is found however deep it lies in a value, also as a member's name", () => {
  expect(hasPersonalCodeInside({ a: [1, null, { b: ["ei", "131052-908K"] }] })).toBe(true);
  expect(hasPersonalCodeInside([{ "131052-908K": null }])).toBe(true);
  expect(hasPersonalCodeInside("131052-908K")).toBe(true);
});

test("numbers, truth values and pieces that lie apart make no code", () => {
  expect(hasPersonalCodeInside(131_052_908)).toBe(false);
  expect(hasPersonalCodeInside([true, null, "131052", "-908K"])).toBe(false);
  expect(hasPersonalCodeInside({ "131052": "-908K" })).toBe(false);
});

test("a code that JSON hides behind escapes is found once it is read", () => {
  const value = JSON.parse('{"note":"131052\\u002d908\\u004b"}') as { note: string };
  expect(hasPersonalCodeInside(value)).toBe(true);
});

test("a long text of nearly codes is read through", () => {
  expect(hasPersonalCode("131052 ".repeat(20_000))).toBe(false);
  expect(hasPersonalCode(`131052${" ".repeat(100_000)}908K`)).toBe(false);
});
