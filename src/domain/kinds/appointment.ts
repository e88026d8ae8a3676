import * as v from "valibot";
import { choice, type Field, link, register, text } from "../fields/field.ts";
import { type MemberId, memberIdSchema, type RecordId, recordIdSchema } from "../ids.ts";
import { hourMs, type Instant, isInstant, minuteMs, toInstant } from "../instant.ts";
import type { Kind } from "../kind.ts";
import { promise, type TimePromise } from "../times/promise.ts";

/**
 * When, where and with whom: one register, so that no merge makes a booking nobody made. `start` is included in the
 * time, `end` is not. No place means a call, or a place that the note tells. `allotment` is there when the time was given
 * out of a slot allotment.
 */
export type Slot = {
  readonly start: Instant;
  readonly end: Instant;
  readonly place: RecordId | null;
  readonly adviser: MemberId | null;
  readonly allotment?: RecordId;
};

/** What a guidance time is for. Codes of the field; an area may come to use others. */
export const guidanceCodes = [
  "education",
  "vocational",
  "employment",
  "joint-meeting",
  "other",
] as const;
export type GuidanceCode = (typeof guidanceCodes)[number];

/** How the two meet. */
export const channelCodes = ["visit", "phone"] as const;
export type ChannelCode = (typeof channelCodes)[number];

/** Whether a time stands. */
export const statusCodes = ["booked", "cancelled"] as const;
export type StatusCode = (typeof statusCodes)[number];

/** The lengths, in minutes, that a form offers; any other up to {@link slotMaxMs} may be written. */
export const offeredLengthsInMinutes = [30, 45, 60, 90] as const;

/** A guidance time lasts at most a day: more is a slip of the finger. */
export const slotMaxMs: number = 24 * hourMs;
/** A guidance time lasts at least this long. */
export const slotMinMs: number = 5 * minuteMs;

/** An appointment: a guidance time with a client. `promise` is what the endpoint says of its time. */
export type Appointment = {
  readonly client: RecordId | null;
  readonly guidance: string;
  readonly channel: string;
  readonly slot: Slot;
  readonly language: string;
  readonly status: string;
  readonly note: string;
  readonly promise: TimePromise | null;
};

/** What people write of an appointment. */
export type WrittenAppointment = Omit<Appointment, "promise">;

const noSlot: Slot = { start: toInstant(0), end: toInstant(0), place: null, adviser: null };

/** A field that holds a {@link Slot}. */
export const slot = (): Field<Slot> =>
  register(
    v.pipe(
      v.looseObject({
        start: v.custom<Instant>(isInstant),
        end: v.custom<Instant>(isInstant),
        place: v.nullable(recordIdSchema),
        adviser: v.nullable(memberIdSchema),
        allotment: v.exactOptional(recordIdSchema),
      }),
      v.check(
        ({ start, end }) => end - start >= slotMinMs && end - start <= slotMaxMs,
        "a slot lasts five minutes to a day",
      ),
    ),
    noSlot,
  );

export const appointmentKind: Kind<"appointment", Appointment> = {
  name: "appointment",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    client: link(),
    guidance: choice("education"),
    channel: choice("visit"),
    slot: slot(),
    language: choice("fi"),
    status: choice("booked"),
    note: text(),
    promise: promise(),
  },
};

/** Whether the appointment takes its adviser's time. */
export const isStanding = (appointment: Pick<Appointment, "status" | "slot">): boolean =>
  appointment.status !== "cancelled" && appointment.slot.end > appointment.slot.start;
