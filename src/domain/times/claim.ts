import { readValues } from "../fields/field.ts";
import { isOverlapping } from "./day-plan.ts";
import type { DeviceId, MemberId, RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { type Allotment, allotmentKind, isOpenAllotment } from "../kinds/allotment.ts";
import { type Appointment, appointmentKind, isStanding } from "../kinds/appointment.ts";
import type { PromiseState } from "./promise.ts";
import type { RecordState } from "../record.ts";

/** The kinds of record that claim time. */
export const claimKinds = ["appointment", "allotment"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Whether records of this kind claim time. */
export const isClaimKind = (kind: string): kind is ClaimKind =>
  claimKinds.some((name) => name === kind);

/**
 * What a record claims of an adviser's time, `start` included and `end` not. `holder` is the device that may give an
 * allotment's time out. `allotment` is the allotment that an appointment was given out of.
 */
export type Claim = {
  readonly record: RecordId;
  readonly kind: ClaimKind;
  readonly adviser: MemberId;
  readonly start: Instant;
  readonly end: Instant;
  readonly holder: DeviceId | null;
  readonly allotment: RecordId | null;
};

/** A claim with the endpoint's word about it. Of two clashes at one time the one with the lower `turn` came first. */
export type RuledClaim = Claim & { readonly state: PromiseState; readonly turn: number };

/** What a claim comes from, and no more is read: a push asks several times for each of its records. */
type AppointmentClaim = Pick<Appointment, "status" | "slot">;
type AllotmentClaim = Pick<Allotment, "status" | "slot" | "holder">;
const appointmentFields = {
  status: appointmentKind.fields.status,
  slot: appointmentKind.fields.slot,
};
const allotmentFields = {
  status: allotmentKind.fields.status,
  slot: allotmentKind.fields.slot,
  holder: allotmentKind.fields.holder,
};

/** What a record claims; `null` for one that takes nobody's time: of another kind, deleted, cancelled, returned, without an adviser. */
export const claimOf = (record: RecordState): Claim | null => {
  if (record.deleted) return null;
  switch (record.kind) {
    case "appointment": {
      const values = readValues(appointmentFields, record.fields) as AppointmentClaim;
      const { start, end, adviser, allotment = null } = values.slot;
      if (adviser === null || !isStanding(values)) return null;
      return {
        record: record.id,
        kind: "appointment",
        adviser,
        start,
        end,
        holder: null,
        allotment,
      };
    }
    case "allotment": {
      const values = readValues(allotmentFields, record.fields) as AllotmentClaim;
      const { start, end, adviser } = values.slot;
      if (adviser === null || !isOpenAllotment(values)) return null;
      const { holder } = values;
      return { record: record.id, kind: "allotment", adviser, start, end, holder, allotment: null };
    }
    default:
      return null;
  }
};

/**
 * Whether two claims cannot both be held: one adviser is not at two places at a time. An allotment and what was given out
 * of it can.
 */
export const isRival = (one: Claim, other: Claim): boolean =>
  one.record !== other.record &&
  one.adviser === other.adviser &&
  isOverlapping(one, other) &&
  one.allotment !== other.record &&
  other.allotment !== one.record;
