import * as v from "valibot";
import { choice, link, register } from "../fields/field.ts";
import { type Items, setOf } from "../fields/item-fields.ts";
import type { RecordId } from "../ids.ts";
import type { Kind } from "../kind.ts";
import { minutesMax, type Told, toldSchema } from "./appointment.ts";

/** Whether somebody of a roster came. */
export const cameCodes = ["expected", "arrived", "no-show"] as const;
export type CameCode = (typeof cameCodes)[number];

/**
 * One client on the roster of a group, or on the list of those to see at a site. A record of its own, so that two advisers
 * who tick different people never meet, and so that it goes when its client is erased. `minutes` is there where the client
 * was present for another time than the meeting lasted. `told` is who told this one person of the meeting as it is now: of a
 * group that was called off each person hears by itself.
 */
export type Attendance = {
  readonly appointment: RecordId | null;
  readonly client: RecordId | null;
  readonly came: string;
  readonly minutes: number | null;
  readonly told: Items<Told>;
};

export const attendanceKind: Kind<"attendance", Attendance> = {
  name: "attendance",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    appointment: link(),
    client: link(),
    came: choice("expected"),
    minutes: register<number | null>(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(minutesMax))),
      null,
    ),
    told: setOf(toldSchema),
  },
};
