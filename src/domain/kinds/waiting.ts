import * as v from "valibot";
import { choice, day, link, list, register, text } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import type { LocalDate } from "../instant.ts";
import type { Kind } from "../kind.ts";
import { allottedLength } from "./allotment.ts";

/** How a wait ended, or that it goes on. */
export const waitCodes = ["waiting", "booked", "withdrawn"] as const;
export type WaitCode = (typeof waitCodes)[number];

/** When somebody can come: parts of the working week, such as `mon-am`. */
export const weekPartCodes = [
  "mon-am",
  "mon-pm",
  "tue-am",
  "tue-pm",
  "wed-am",
  "wed-pm",
  "thu-am",
  "thu-pm",
  "fri-am",
  "fri-pm",
] as const;
export type WeekPartCode = (typeof weekPartCodes)[number];

/**
 * Somebody who waits for a time. `places` are ids of place records and `municipalities` codes, both empty for anywhere;
 * `when` are {@link weekPartCodes}, empty for any time; `asked` is the day it was asked for, `latest` the last day that
 * helps. `appointment` is the time that ended the wait.
 */
export type Waiting = {
  readonly client: RecordId | null;
  readonly guidance: string;
  readonly channel: string;
  readonly lengthInMinutes: number;
  readonly places: readonly string[];
  readonly municipalities: readonly string[];
  readonly when: readonly string[];
  readonly asked: LocalDate | null;
  readonly latest: LocalDate | null;
  readonly status: string;
  readonly appointment: RecordId | null;
  readonly note: string;
};

const { least, usual, most } = allottedLength;

export const waitingKind: Kind<"waiting", Waiting> = {
  name: "waiting",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    client: link(),
    guidance: choice("education"),
    channel: choice("visit"),
    lengthInMinutes: register(
      v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
      usual,
    ),
    places: list(),
    municipalities: list(),
    when: list(),
    asked: day(),
    latest: day(),
    status: choice("waiting"),
    appointment: link(),
    note: text(),
  },
};
