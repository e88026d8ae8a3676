import { isSameJson, type Json } from "#domain/json.ts";
import {
  type ChoiceCode,
  type Conflict,
  conflictKind,
  isOpenConflict,
} from "#domain/kinds/conflict.ts";
import { textOfField } from "#domain/merge/apply.ts";
import type { Clock } from "#domain/instant.ts";
import type { RecordState } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { replacingEdit, replacingVerb } from "#features/parts/values/field-edits.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import type { ConflictRecord } from "./open-conflicts.ts";
import { presentValue } from "./present-value.ts";

/** What can be chosen: the other value only where this version knows the field, both only of two texts. */
export const choicesFor = (
  shown: RecordState | null,
  conflict: Conflict,
): readonly ChoiceCode[] => {
  const verb = replacingVerb(shown, conflict.field);
  if (verb === null) return ["kept"];
  const isBoth = verb === "text" && conflict.lost !== "" && presentValue(shown, conflict) !== "";
  return isBoth ? ["kept", "lost", "both"] : ["kept", "lost"];
};

/**
 * Those among some conflicts that are still as they were shown: nobody has closed one meanwhile, or changed its field. A decision
 * about many takes a while, and what a colleague did in it was not seen by whoever made that.
 */
export const stillAsShown = (
  store: Store,
  conflicts: readonly ConflictRecord[],
): readonly ConflictRecord[] =>
  conflicts.filter((conflict) => {
    const present = store.ledger.get(conflictKind, conflict.id)?.values;
    const value = presentValue(shownOf(store, conflict), conflict.values);
    return (
      present !== undefined && isOpenConflict(present) && isSameJson(value, conflict.values.kept)
    );
  });

/**
 * Writes one decision about conflicts in one save: of each the chosen value, unless the present one stays, and that it is
 * closed. What is not here any more is passed over; fails with `record.gone` where nothing is.
 */
export const settleConflicts = async (
  store: Store,
  clock: Clock,
  conflicts: readonly ConflictRecord[],
  choice: ChoiceCode,
): Promise<Result<Undo, WriteFailure>> => {
  const closed = { by: store.identity.member, at: correctedNow(clock, store), chose: choice };
  const decided = conflicts.map((conflict) => {
    const before = presentValue(shownOf(store, conflict), conflict.values);
    return { conflict, before, after: chosenValue(choice, before, conflict.values.lost) };
  });
  const edits = decided.flatMap(({ conflict, after }) => editsOf(store, conflict, after, closed));
  if (edits.length === 0) return fail({ code: "record.gone" });
  const written = await store.write(edits);
  if (!written.ok) return written;
  // Seen now: what a colleague changes before the press is not taken back unseen.
  const back = decided.flatMap(({ conflict, before, after }) =>
    editsOf(store, conflict, after === undefined ? undefined : before, null),
  );
  return ok(() =>
    back.length === 0 ? Promise.resolve(fail({ code: "record.gone" })) : store.write(back),
  );
};

const shownOf = ({ ledger }: Store, { values: { record } }: ConflictRecord): RecordState | null =>
  record === null ? null : ledger.shown(record);

/** What a choice puts into the field; `undefined` leaves what is there. */
const chosenValue = (choice: ChoiceCode, before: Json, lost: Json): Json | undefined => {
  if (choice === "kept") return undefined;
  return choice === "both" ? joined(before, lost) : lost;
};

/** The edits that put a value into the field of a conflict and close that, or open it again; none where it is not here. */
const editsOf = (
  store: Store,
  conflict: ConflictRecord,
  value: Json | undefined,
  closed: Json,
): Edit[] => {
  const { ledger } = store;
  const { record, field } = conflict.values;
  const sight = ledger.sightOf(conflict.id);
  if (sight === null) return [];
  const verb = replacingVerb(shownOf(store, conflict), field);
  const about = record === null ? null : ledger.sightOf(record);
  const isWritten = value !== undefined && verb !== null && about !== null;
  const closing: Edit = { verb: "set", sight, field: "closed", value: closed };
  return isWritten ? [replacingEdit(verb, about, field, value), closing] : [closing];
};

const joined = (before: Json, lost: Json): string =>
  [before, lost].map(textOfField).filter(Boolean).join("\n");
