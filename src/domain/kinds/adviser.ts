import * as v from "valibot";
import { line, link, register } from "../fields/field.ts";
import { type RecordId, recordIdSchema } from "../ids.ts";
import type { Kind } from "../kind.ts";

/**
 * A stretch of the working week: `weekday` from 1 for Monday to 7 (ISO 8601), `from` and `until` in minutes since
 * midnight by the clock of the work, `place` where the adviser is then, if always the same.
 */
export type WorkingHours = {
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
  readonly place: RecordId | null;
};

/**
 * A member of the area as colleagues see them. The record's id is the member's; `team` is the id of the team's record.
 * No `hours` means that nobody has said: every time of a working day counts.
 */
export type Adviser = {
  readonly name: string;
  readonly team: RecordId | null;
  readonly hours: readonly WorkingHours[];
};

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));

const workingHours: v.GenericSchema<unknown, WorkingHours> = v.pipe(
  v.looseObject({
    weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
    from: minuteOfDay,
    until: minuteOfDay,
    place: v.nullable(recordIdSchema),
  }),
  v.check(({ from, until }) => until > from, "a working day ends after it starts"),
);

export const adviserKind: Kind<"adviser", Adviser> = {
  name: "adviser",
  home: "area",
  creators: "endpoint",
  editors: "self",
  fields: {
    name: line(),
    team: link(),
    hours: register<readonly WorkingHours[]>(v.pipe(v.array(workingHours), v.maxLength(28)), []),
  },
};
