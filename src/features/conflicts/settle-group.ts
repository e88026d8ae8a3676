import { type Accessor, createSignal } from "solid-js";
import type { ChoiceCode } from "#domain/kinds/conflict.ts";
import { ok } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { ConflictGroup } from "#features/parts/conflicts/conflict-groups.ts";
import { settleConflicts, stillAsShown } from "#features/parts/conflicts/settle-conflict.ts";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";

/** So many are decided in one save: few enough that a slow phone shows how far it has come. */
const atOnce = 20;

/** A decision for a whole group that is being written: how many of it are. */
export type Settling = { readonly group: ConflictGroup; readonly done: number };

/**
 * Writes one decision for all conflicts of a group, some at a time. What a save that failed did not reach stays open, and
 * what was decided before it can be undone all the same, like the whole; what a colleague decides or changes meanwhile is left to
 * them. `what` names as many as were decided.
 */
export const createSettleGroup = (): {
  readonly settling: Accessor<Settling | null>;
  readonly settle: (
    group: ConflictGroup,
    choice: ChoiceCode,
    what: (count: number) => string,
  ) => Promise<void>;
} => {
  const { store, clock, toasts } = useEnvironment();
  const { texts } = useLocale();
  const [settling, setSettling] = createSignal<Settling | null>(null);
  return {
    settling,
    async settle(group, choice, what) {
      if (settling() !== null) return;
      const said = texts();
      const undos: Undo[] = [];
      let decided = 0;
      for (let done = 0; done < group.length; done += atOnce) {
        setSettling({ group, done });
        const next = stillAsShown(store, group.slice(done, done + atOnce));
        const isLast = done + atOnce >= group.length;
        if (next.length === 0 && !(isLast && undos.length === 0)) continue;
        const settled = await settleConflicts(store, clock, next, choice);
        if (settled.ok) {
          undos.push(settled.value);
          decided += next.length;
        } else {
          showUndoable(toasts, said, settled, { done: "", undone: "" });
          break;
        }
      }
      setSettling(null);
      if (undos.length > 0) {
        const { settled, undone } = said.conflicts;
        const toast = showUndoable(toasts, said, ok(allBack(undos)), {
          done: settled(what(decided)),
          undone,
        });
        leaveWithRecord(toasts, store.ledger, toast, group[0].values.record);
      }
      queueMicrotask(() => keepFocus(null));
    },
  };
};

/** Takes several saves back, the last first; ends where one cannot be. */
const allBack =
  (undos: readonly Undo[]): Undo =>
  async () => {
    let outcome: Awaited<ReturnType<Undo>> = ok(true);
    for (const undo of undos.toReversed()) {
      outcome = await undo();
      if (!outcome.ok) break;
    }
    return outcome;
  };
