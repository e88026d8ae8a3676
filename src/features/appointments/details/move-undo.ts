import type { RecordId } from "#domain/ids.ts";
import { type Fields, isSameJson, ownMember } from "#domain/json.ts";
import { fail, type Result } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import type { Toasts } from "#ui/toasts.ts";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";

/** One time that is moved: what is written of when and where it is, and what stood there until then. */
export type Move = {
  readonly record: RecordId;
  readonly made: Fields;
  readonly before: Fields;
};

/** Somebody has moved it again. */
type MovedSince = { readonly code: "moved-since" };

const moveFields: ReadonlySet<string> = new Set(["slot", "movedFrom", "channel"]);

/** The move that writing these fields is, taken before they are written. */
export const moveOf = (ledger: Ledger, record: RecordId, made: Fields): Move => {
  const shown = ledger.shown(record)?.fields ?? {};
  const before = Object.fromEntries(
    Object.keys(made).map((field) => [field, ownMember(shown, field) ?? null]),
  );
  return { record, made, before };
};

/** The move that is in a save of an appointment; `null` where the time begins as before. */
export const moveIn = (ledger: Ledger, record: RecordId, edits: readonly Edit[]): Move | null => {
  const made = Object.fromEntries(
    edits.flatMap((edit) =>
      edit.verb === "set" && edit.sight.record === record && moveFields.has(edit.field)
        ? [[edit.field, edit.value] as const]
        : [],
    ),
  );
  return "movedFrom" in made ? moveOf(ledger, record, made) : null;
};

const standsAsMade = (ledger: Ledger, { record, made }: Move, field: string): boolean =>
  isSameJson(ledger.shown(record)?.fields[field] ?? null, made[field] ?? null);

/** Puts a time back to where it was, over what the move wrote, and does nothing once somebody has moved it again. */
const undoMove = async (
  { ledger, write }: Store,
  move: Move,
  sight: Sight | null,
): Promise<Result<true, WriteFailure | MovedSince>> => {
  // A change that is being saved as undo is pressed comes first, and is seen.
  const earlier = await write([]);
  if (!earlier.ok) return earlier;
  if (sight === null || ledger.shown(move.record) === null) return fail({ code: "record.gone" });
  if (!standsAsMade(ledger, move, "slot")) return fail({ code: "moved-since" });
  const edits = Object.entries(move.before)
    .filter(([field]) => standsAsMade(ledger, move, field))
    .map(([field, value]): Edit => ({ verb: "set", sight, field, value }));
  return write(edits);
};

/** Says that a time was moved, and how well (`waiting`: over something else), with the way back for as long as it stands where it was moved to; returns which message it is. */
export const useTellMoved = (): ((
  move: Move,
  text: string,
  tone?: "certain" | "waiting",
) => number) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { ledger } = store;
  const takeBack = async (move: Move, sight: Sight | null) => {
    const back = await undoMove(store, move, sight);
    if (back.ok) {
      toasts.show({ text: texts().slots.movedBack });
      return;
    }
    const { code } = back.failure;
    if (code === "moved-since") toasts.show({ text: texts().slots.movedSince, tone: "broken" });
    else showNotSaved(toasts, texts(), { code });
  };
  return (move, text, tone = "certain") => {
    // Seen now: what a colleague changes before the press is not taken back unseen.
    const sight = ledger.sightOf(move.record);
    const run = () => void takeBack(move, sight);
    const action = { label: texts().common.undo, run };
    const toast = toasts.show({ text, tone, action });
    leaveWithMove(toasts, ledger, toast, move);
    return toast;
  };
};

/** Takes a message that offers the way back of a move away as soon as the time stands elsewhere. */
export const leaveWithMove = (toasts: Toasts, ledger: Ledger, toast: number, move: Move): void =>
  leaveUnless(toasts, ledger, toast, () => standsAsMade(ledger, move, "slot"));

/** Takes a message that offers a way back away as soon as there is nothing left to take back. */
export const leaveUnless = (
  toasts: Toasts,
  ledger: Ledger,
  toast: number,
  isLeft: () => boolean,
): void => {
  const stop = ledger.subscribe(() => {
    const isOffered = toasts.shown().some(({ id }) => id === toast);
    if (isOffered && isLeft()) return;
    toasts.dismiss(toast);
    stop();
  });
};
