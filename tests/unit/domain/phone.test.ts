import { describe, expect, test } from "vitest";
import { parsePhone } from "#domain/phone.ts";

const read = (text: string) => {
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.value : parsed.failure;
};

describe("a Finnish number is read", () => {
  test.each([
    ["0401234567", "as digits"],
    ["040 123 4567", "in groups"],
    ["040-123 4567", "with a hyphen"],
    ["(040) 123 4567", "with brackets"],
    ["040/123 4567", "with a slash"],
    ["040.123.4567", "with dots"],
    ["040\u00a0123\u00a04567", "with no-break spaces"],
    ["040\u2011123\u20134567", "with other hyphens"],
    ["\u202a040 123 4567\u202c", "with the marks a contact list copies along"],
    ["040\u200b1234567", "with a zero-width space"],
    ["  0401234567 ", "with spaces around"],
    ["401234567", "without its first zero"],
    ["+358401234567", "with the country code"],
    ["+358 40 1234567", "with the country code in groups"],
    ["00358 40 1234567", "with 00 before the country code"],
    ["+358 (0)40 1234567", "with the zero in brackets"],
    ["+358 ( 0 ) 40 1234567", "with the zero in loose brackets"],
    ["+3580401234567", "with a zero too many"],
  ])("%s: %s", (text) => {
    expect(read(text)).toBe("+358401234567");
  });
});

test("a foreign number keeps its country code", () => {
  expect(read("+46 70 123 45 67")).toBe("+46701234567");
  expect(read("+46 (0)70 123 45 67")).toBe("+46701234567");
  expect(read("0047 412 34 567")).toBe("+4741234567");
});

test("nothing written is an empty number", () => {
  expect(["", "  ", "\t\n", "-", "()"].map(read)).toEqual(["", "", "", "", ""]);
});

describe("anything else is refused", () => {
  test.each([
    "ei puhelinta",
    "040 123 456x",
    "12",
    "1234",
    "0",
    "00",
    "+",
    "++358401234567",
    "+0401234567",
    "040+1234567",
    "0401234567, 0507654321",
    "0401234567/0507654321",
    "+3584012345678901",
    "040123456789012",
    "٠٤٠١٢٣٤٥٦٧",
  ])("%s", (text) => {
    expect(read(text)).toBe("phone.invalid");
  });
});
