import { day, line } from "../fields/field.ts";
import type { LocalDate } from "../instant.ts";
import type { Kind } from "../kind.ts";

/**
 * Times that repeat. Each is an appointment of its own that names the series, so each is promised, changed and kept like
 * any other; this record says by which rule they were made: `rule` is the value of an RRULE (RFC 5545 §3.3.10, the part of
 * it that the program offers), `from` the first day.
 */
export type Series = {
  readonly title: string;
  readonly rule: string;
  readonly from: LocalDate | null;
};

export const seriesKind: Kind<"series", Series> = {
  name: "series",
  home: "team",
  creators: "member",
  editors: "member",
  fields: { title: line(), rule: line(), from: day() },
};
