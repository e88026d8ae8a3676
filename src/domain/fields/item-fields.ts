import * as v from "valibot";
import { type Field, type FieldKind, textMaxLength } from "./field.ts";
import { type MemberId, memberIdSchema } from "../ids.ts";
import { hourMs, type Instant, isInstant } from "../instant.ts";
import type { Json } from "../json.ts";
import { membersSchema } from "./members.ts";

/*
 * Fields that hold items by name. Each item merges by itself, so two people who touch different items never meet.
 */

/** Items by name. */
export type Items<T extends Json> = { readonly [item: string]: T };

/** One count stays within this, up or down: a thousand million is a slip, not a crowd. */
export const countMax = 1_000_000_000;

const itemField = <T extends Json>(
  kind: FieldKind,
  item: v.GenericSchema<unknown, T>,
): Field<Items<T>> => ({
  kind,
  schema: membersSchema as v.GenericSchema<unknown, Items<T>>,
  empty: {},
  item,
});

/** Counters by name, such as contacts at a stand by topic. An edit adds to one (`inc`); no addition is ever lost or counted twice. */
export const tally = (): Field<Items<number>> =>
  itemField("tally", v.pipe(v.number(), v.integer(), v.minValue(-countMax), v.maxValue(countMax)));

/** Things by name, each replaced as a whole. Removing one takes away only what its remover had seen. */
export const setOf = <T extends Json>(item: v.GenericSchema<unknown, T>): Field<Items<T>> =>
  itemField("set", item);

/** A thing to do: when one person ticks it and another unticks it without having seen that, it stays ticked and is shown. */
export type Tickable = { readonly done: boolean };

/** Things to do by name, each with `done`. */
export const ticks = <T extends Tickable & { readonly [member: string]: Json }>(
  item: v.GenericSchema<unknown, T>,
): Field<Items<T>> => itemField("ticks", item);

/** One entry of a list of notes: what, by which member, and when (the endpoint's corrected time). */
export type Note = { readonly text: string; readonly by: MemberId; readonly at: Instant };

/** For how long after writing it the author may change an entry, in milliseconds: a working day. Afterwards one adds another. */
export const noteOpenMs: number = 12 * hourMs;

/** Notes that are only added to, so that two people never write over each other. Their author may change one for {@link noteOpenMs}. */
export const notes = (): Field<Items<Note>> => itemField("notes", noteSchema);

const noteSchema: v.GenericSchema<unknown, Note> = v.looseObject({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(textMaxLength)),
  by: memberIdSchema,
  at: v.custom<Instant>(isInstant),
});

/** Reads a value as an entry of a list of notes; `null` for anything else. */
export const readNote = (value: Json | undefined): Note | null => {
  const parsed = v.safeParse(noteSchema, value);
  return parsed.success ? parsed.output : null;
};
