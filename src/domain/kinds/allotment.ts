import * as v from "valibot";
import { choice, line, register } from "../fields/field.ts";
import { type DeviceId, deviceIdSchema } from "../ids.ts";
import type { Kind } from "../kind.ts";
import { promise, type TimePromise } from "../times/promise.ts";
import { type Slot, slot } from "../times/slot.ts";

/** What an allotment's times may last, in minutes. */
export const allottedLength = { least: 5, usual: 30, most: 720 } as const;

/**
 * A stretch of an adviser's time that only one device gives out, so that what it promises from there is certain also
 * without coverage. `label` says what for (a stand, an event), `slot` which time and where, `lengthInMinutes` how long each
 * time in it is. While it is `open`, nobody else's booking is held there; `returned`, it is everybody's again.
 */
export type Allotment = {
  readonly label: string;
  readonly holder: DeviceId | null;
  readonly slot: Slot;
  readonly lengthInMinutes: number;
  readonly status: string;
  readonly promise: TimePromise | null;
};

/** What people write of an allotment. */
export type WrittenAllotment = Omit<Allotment, "promise">;

const { least, usual, most } = allottedLength;

export const allotmentKind: Kind<"allotment", Allotment> = {
  name: "allotment",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    label: line(),
    holder: register(v.nullable(deviceIdSchema), null),
    slot: slot(),
    lengthInMinutes: register(
      v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
      usual,
    ),
    status: choice("open"),
    promise: promise(),
  },
};

/** Whether the allotment keeps its time. */
export const isOpenAllotment = ({ status, slot }: Pick<Allotment, "status" | "slot">): boolean =>
  status === "open" && slot.end > slot.start;
