import * as v from "valibot";
import { type Field, register } from "../fields/field.ts";
import { type MemberId, memberIdSchema, type RecordId, recordIdSchema } from "../ids.ts";
import { hourMs, type Instant, isInstant, minuteMs, toInstant } from "../instant.ts";

/**
 * When, where and with whom: one register, so that no merge makes a booking nobody made. `start` is included in the
 * time, `end` is not. No place means a call, or a place that the note tells. `allotment` is there when the time was given
 * out of a slot allotment. `room` is a room of the place by its item name, where one was chosen.
 */
export type Slot = {
  readonly start: Instant;
  readonly end: Instant;
  readonly place: RecordId | null;
  readonly adviser: MemberId | null;
  readonly allotment?: RecordId;
  readonly room?: string;
};

/** A guidance time lasts at most a day: more is a slip of the finger. */
export const slotMaxMs: number = 24 * hourMs;
/** A guidance time lasts at least this long. */
export const slotMinMs: number = 5 * minuteMs;

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
        room: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))),
      }),
      v.check(
        ({ start, end }) => end - start >= slotMinMs && end - start <= slotMaxMs,
        "a slot lasts five minutes to a day",
      ),
    ),
    noSlot,
  );
