import type { Json } from "#domain/json.ts";
import type { ChoiceCode, Conflict } from "#domain/kinds/conflict.ts";
import { textOfField } from "#domain/merge/apply.ts";
import type { Clock } from "#domain/instant.ts";
import { readPath } from "#domain/fields/path.ts";
import type { RecordState } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { replacingEdit, replacingVerb } from "#features/parts/values/field-edits.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import type { ConflictRecord } from "./open-conflicts.ts";

/** What stands in the field now; it may have changed again since the conflict. `shown` is the record the conflict is about. */
export const presentValue = (shown: RecordState | null, { field, kept }: Conflict): Json =>
  shown === null ? kept : (readPath(shown.fields, field) ?? null);

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

/** Writes a decision in one save: the chosen value, unless the present one stays, and the conflict closed. */
export const settleConflict = async (
  store: Store,
  clock: Clock,
  { id, values }: ConflictRecord,
  choice: ChoiceCode,
): Promise<Result<Undo, WriteFailure>> => {
  const { ledger, identity } = store;
  const { record, field, lost } = values;
  const shown = record === null ? null : ledger.shown(record);
  const before = presentValue(shown, values);
  const conflict = ledger.sightOf(id);
  if (conflict === null) return fail({ code: "record.gone" });
  const closed = { by: identity.member, at: correctedNow(clock, store), chose: choice };
  const closing: Edit = { verb: "set", sight: conflict, field: "closed", value: closed };
  const value = choice === "both" ? joined(before, lost) : lost;
  const writeValue = (to: Json): Edit[] => {
    const verb = replacingVerb(shown, field);
    const sight = record === null ? null : ledger.sightOf(record);
    return choice === "kept" || verb === null || sight === null
      ? []
      : [replacingEdit(verb, sight, field, to)];
  };
  const written = await store.write([...writeValue(value), closing]);
  if (!written.ok) return written;
  const back = writeValue(before);
  const closedSight = ledger.sightOf(id);
  return ok(() =>
    closedSight === null
      ? Promise.resolve(fail({ code: "record.gone" }))
      : store.write([...back, { verb: "set", sight: closedSight, field: "closed", value: null }]),
  );
};

const joined = (before: Json, lost: Json): string =>
  [before, lost].map(textOfField).filter(Boolean).join("\n");
