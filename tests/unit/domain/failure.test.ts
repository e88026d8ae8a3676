import { expect, test } from "vitest";
import {
  calendarFailureCodes,
  deviceFailureCodes,
  fieldFailureCodes,
  networkFailureCodes,
  refusalCodes,
  requestFailureCodes,
} from "#domain/failure.ts";

const codes = [
  ...requestFailureCodes,
  ...refusalCodes,
  ...fieldFailureCodes,
  ...calendarFailureCodes,
  ...deviceFailureCodes,
  ...networkFailureCodes,
];

test("no code stands for two failures", () => {
  expect(new Set(codes).size).toBe(codes.length);
});

test("every code reads noun, dot, problem", () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z_]+$/);
});
