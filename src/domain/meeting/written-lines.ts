import type { FieldFailure } from "../failure.ts";
import { lineMaxLength } from "../fields/field.ts";
import { hasPersonalCode } from "../personal-code.ts";

/**
 * What is wrong with writing in a field of a form, if anything: `field.personal_code`, or `field.too_long` for more than
 * `longest` UTF-16 units.
 */
export const writtenFailures = (
  field: string,
  written: string,
  longest: number = lineMaxLength,
): FieldFailure[] => {
  if (hasPersonalCode(written)) return [{ field, code: "field.personal_code" }];
  return written.length > longest ? [{ field, code: "field.too_long" }] : [];
};
