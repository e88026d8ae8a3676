import type { FieldFailure } from "../failure.ts";
import type { Cancelling } from "../kinds/appointment.ts";
import { fail, ok, type Result } from "../result.ts";
import { writtenFailures } from "./written-lines.ts";

/**
 * Reads who called a time off, and why, as a form holds it; no reason has to be given. Fails with `field.too_long` or
 * `field.personal_code` for `why`.
 */
export const parseCancelling = ({
  by,
  why,
}: Cancelling): Result<Cancelling, readonly FieldFailure[]> => {
  const line = why.trim();
  const failures = writtenFailures("why", line);
  return failures.length > 0 ? fail(failures) : ok({ by, why: line });
};
