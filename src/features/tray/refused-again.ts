import { type Accessor, createEffect, onCleanup } from "solid-js";
import type { OpId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { TrayEntry } from "#store/tray.ts";
import type { Toasts } from "#ui/toasts.ts";

/**
 * The message about a retry leaves when one of its edits is refused again, and what came of it is said instead. That speaks
 * of the list, so it leaves with the screen of the list.
 */
export const createRefusedAgain = (
  entries: Accessor<readonly TrayEntry[] | null>,
  toasts: Toasts,
  refusedAgain: Accessor<string>,
): ((ops: readonly Op[], toast: number) => void) => {
  const known = new Set<OpId>();
  const waiting = new Map<string, number>();
  let said: number | null = null;
  onCleanup(() => said !== null && toasts.dismiss(said));
  createEffect(() => {
    for (const { op } of entries() ?? []) {
      const toast = waiting.get(keyOf(op));
      if (!known.has(op.id) && toast !== undefined) {
        waiting.delete(keyOf(op));
        toasts.dismiss(toast);
        said = toasts.show({ text: refusedAgain(), tone: "broken" });
      }
      known.add(op.id);
    }
  });
  return (ops, toast) => {
    for (const op of ops) waiting.set(keyOf(op), toast);
  };
};

/** What an edit has in common with the one made in its place. */
const keyOf = (op: Op): string =>
  [op.record, op.verb, "field" in op ? (op.field ?? "") : ""].join(" ");
