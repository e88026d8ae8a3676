import type { FieldFailureCode } from "../failure.ts";
import { hasPersonalCode } from "../personal-code.ts";
import { lineMaxLength } from "./field.ts";

/** What is wrong with something typed: `field.personal_code`, `field.too_long` over `longest` UTF-16 units, or nothing (`null`). */
export const writingFailure = (
  written: string,
  longest: number = lineMaxLength,
): Extract<FieldFailureCode, "field.personal_code" | "field.too_long"> | null => {
  if (hasPersonalCode(written)) return "field.personal_code";
  return written.length > longest ? "field.too_long" : null;
};
