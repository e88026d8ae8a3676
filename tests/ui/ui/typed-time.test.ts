import { describe, expect, it } from "vitest";
import { parseTypedTime } from "#ui/typed-time.ts";

describe("a typed time", () => {
  it.each([
    ["13", "13:00"],
    ["9.30", "09:30"],
    ["13:45", "13:45"],
    ["1345", "13:45"],
    ["930", "09:30"],
    ["klo 8.05", "08:05"],
    [" 7 ", "07:00"],
  ])("reads %j as %s", (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });

  it.each(["", "kello", "24", "12.60", "12.5", "1-2-3", "99999"])("refuses %j", (typed) => {
    expect(parseTypedTime(typed)).toBeUndefined();
  });
});
