import type { FieldFailure } from "../failure.ts";
import { lineMaxLength } from "../fields/field.ts";
import { writingFailure } from "../fields/writing.ts";

/**
 * What is wrong with writing in a field of a form, if anything: `field.personal_code`, or `field.too_long` for more than
 * `longest` UTF-16 units.
 */
export const writtenFailures = (
  field: string,
  written: string,
  longest: number = lineMaxLength,
): FieldFailure[] => {
  const code = writingFailure(written, longest);
  return code === null ? [] : [{ field, code }];
};
