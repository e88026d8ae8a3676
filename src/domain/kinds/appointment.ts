import * as v from "valibot";
import { choice, day, line, lineMaxLength, link, list, register, text } from "../fields/field.ts";
import { type Items, setOf } from "../fields/item-fields.ts";
import { type MemberId, memberIdSchema, type RecordId, recordIdSchema } from "../ids.ts";
import { type Instant, isInstant, isLocalDate, type LocalDate } from "../instant.ts";
import type { Kind } from "../kind.ts";
import { promise, type TimePromise } from "../times/promise.ts";
import { type Slot, slot } from "../times/slot.ts";

/** A colleague who leads the meeting as well. The item's name is the member's id. */
export type CoLeader = { readonly member: MemberId };

/** Somebody of another organisation who takes part: the organisation's record if the area has it, and who, in free words. */
export type Partner = { readonly organisation: RecordId | null; readonly person: string };

/** Why a time was called off: by whom (a code), and why in one line. */
export type Cancelling = { readonly by: string; readonly why: string };

/** What happens next: what, who does it (a code), by which day, and `done` once it is. */
export type NextStep = {
  readonly what: string;
  readonly by: string;
  readonly due: LocalDate | null;
  readonly done?: boolean;
};

/**
 * The client was told, by telephone or message, of the time that began at `start` and had this `status`: of the present
 * ones only if both are. `at` is when. The item's name is the teller's member id, so that two who tell never meet.
 */
export type Told = { readonly start: Instant; readonly status: string; readonly at: Instant };

/** Where a time began before it was moved, and whose it was then: nobody's where it had no adviser. */
export type MovedFrom = { readonly start: Instant; readonly adviser: MemberId | null };

/** A group has at most this many places, and a meeting at most this many minutes that are written down: more is a slip of the finger. */
export const capacityMax = 500;
export const minutesMax = 1440;

/**
 * An appointment: a guidance time. `form` says how many meet; `client` is for one client alone, and the people of a
 * group or of a round at a site are {@link Attendance} records. `promise` is what the endpoint says of its time. `movedFrom`
 * is what it had before it was last moved (a bare start, as once was written, tells not whose it was), `asked` the day
 * somebody asked for it. `minutes`, `outcome` and `next` are written when it is over. `series` and `occurrence` (the start by
 * the series' rule) tell one time of a series; `follows` is the meeting that this one goes on from.
 */
export type Appointment = {
  readonly form: string;
  readonly title: string;
  readonly client: RecordId | null;
  readonly guidance: string;
  readonly channel: string;
  readonly slot: Slot;
  readonly language: string;
  readonly needs: readonly string[];
  readonly capacity: number | null;
  readonly coLeaders: Items<CoLeader>;
  readonly partners: Items<Partner>;
  readonly status: string;
  readonly cancelling: Cancelling | null;
  readonly movedFrom: MovedFrom | Instant | null;
  readonly asked: LocalDate | null;
  readonly minutes: number | null;
  readonly outcome: string;
  readonly next: NextStep | null;
  readonly told: Items<Told>;
  readonly series: RecordId | null;
  readonly occurrence: Instant | null;
  readonly follows: RecordId | null;
  readonly note: string;
  readonly promise: TimePromise | null;
};

/** What every appointment says from the start. */
type Essential = "client" | "guidance" | "channel" | "slot" | "language" | "status" | "note";

/** What people write of an appointment. Whatever is as empty as its field is left out: each costs bytes on every link. */
export type WrittenAppointment = Pick<Appointment, Essential> &
  Partial<Omit<Appointment, Essential | "promise">>;

const short = v.pipe(v.string(), v.maxLength(lineMaxLength));
const moment = () => register(v.nullable(v.custom<Instant>(isInstant)), null);
const count = (most: number) =>
  register<number | null>(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))),
    null,
  );

const coLeader: v.GenericSchema<unknown, CoLeader> = v.looseObject({ member: memberIdSchema });
const partner: v.GenericSchema<unknown, Partner> = v.looseObject({
  organisation: v.nullable(recordIdSchema),
  person: short,
});
const cancelling: v.GenericSchema<unknown, Cancelling> = v.looseObject({ by: short, why: short });
const nextStep: v.GenericSchema<unknown, NextStep> = v.looseObject({
  what: short,
  by: short,
  due: v.nullable(v.custom<LocalDate>(isLocalDate)),
  done: v.exactOptional(v.boolean()),
});
const movedFrom: v.GenericSchema<unknown, MovedFrom | Instant> = v.union([
  v.custom<Instant>(isInstant),
  v.looseObject({ start: v.custom<Instant>(isInstant), adviser: v.nullable(memberIdSchema) }),
]);
/** What a {@link Told} looks like, wherever one is kept. */
export const toldSchema: v.GenericSchema<unknown, Told> = v.looseObject({
  start: v.custom<Instant>(isInstant),
  status: short,
  at: v.custom<Instant>(isInstant),
});

export const appointmentKind: Kind<"appointment", Appointment> = {
  name: "appointment",
  home: "team",
  creators: "member",
  editors: "member",
  fields: {
    form: choice("individual"),
    title: line(),
    client: link(),
    guidance: choice("education"),
    channel: choice("visit"),
    slot: slot(),
    language: choice("fi"),
    needs: list(),
    capacity: count(capacityMax),
    coLeaders: setOf(coLeader),
    partners: setOf(partner),
    status: choice("booked"),
    cancelling: register<Cancelling | null>(v.nullable(cancelling), null),
    movedFrom: register<MovedFrom | Instant | null>(v.nullable(movedFrom), null),
    asked: day(),
    minutes: count(minutesMax),
    outcome: text(),
    next: register<NextStep | null>(v.nullable(nextStep), null),
    told: setOf(toldSchema),
    series: link(),
    occurrence: moment(),
    follows: link(),
    note: text(),
    promise: promise(),
  },
};

/** Whether a member leads the appointment, alone or with others: either way it takes the member's time. */
export const isLedBy = (
  { slot, coLeaders }: Pick<Appointment, "slot" | "coLeaders">,
  member: MemberId,
): boolean => slot.adviser === member || Object.hasOwn(coLeaders, member);

/** Whether the appointment takes its adviser's time. */
export const isStanding = (appointment: Pick<Appointment, "status" | "slot">): boolean =>
  appointment.status !== "cancelled" && appointment.slot.end > appointment.slot.start;
