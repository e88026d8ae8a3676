import { type Accessor, createSignal } from "solid-js";
import { type Change, followingChanges } from "#domain/series/following.ts";
import type { Edit } from "#store/write.ts";
import { useLocale } from "#i18n/locale.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createSeriesTimes } from "./series-times.ts";
import { backFrom, editsOf, type ManyChanges } from "./write-many.ts";

/** What a change of one time of a series is for. */
export type Scope = "this" | "following";

/** A question that waits for its answer: how many following times would change; `null` goes back to the form. */
export type ScopeQuestion = {
  readonly count: number;
  readonly answer: (scope: Scope | null) => void;
};

/** Whether a change of one time of a series is for those that follow it as well. */
export type SeriesScope = {
  readonly question: Accessor<ScopeQuestion | null>;
  /**
   * The edits of a save with what they change of the following times, in one save. Asks first, where any of them would
   * change; `null` when the person went back to the form.
   */
  readonly widen: (edits: readonly Edit[]) => Promise<readonly Edit[] | null>;
  /** Says what was changed beside the time itself, with the way back. */
  readonly tellWidened: () => void;
};

export const createSeriesScope = (record: Accessor<AppointmentRecord>): SeriesScope => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { following } = createSeriesTimes(record);
  const held = createHeldTimes(() => record().values.slot.adviser);
  const [question, setQuestion] = createSignal<ScopeQuestion | null>(null);
  let back: ManyChanges = new Map();

  const ask = (count: number) =>
    new Promise<Scope | null>((resolve) => {
      const answer = (scope: Scope | null) => {
        setQuestion(null);
        resolve(scope);
      };
      setQuestion({ count, answer });
    });
  const takeBack = async (edits: readonly Edit[], message: string) => {
    const written = await store.write(edits);
    toasts.show(
      written.ok
        ? { text: message }
        : {
            text: `${texts().common.notSaved}. ${texts().failures[written.failure.code]}`,
            tone: "broken",
          },
    );
  };
  return {
    question,
    async widen(edits) {
      back = new Map();
      const changes = edits.flatMap((edit) => changeOf(edit, record()));
      const made = followingChanges(record(), changes, following(), (slot) => held.settle(slot));
      if (made.size === 0) return edits;
      // Seen now: what a colleague changes while the question stands is not changed unseen.
      const [more, before] = [editsOf(store.ledger, made), backFrom(store.ledger, made)];
      const scope = await ask(made.size);
      if (scope !== "following") return scope === null ? null : edits;
      back = before;
      return [...edits, ...more];
    },
    tellWidened() {
      const changes = back;
      if (changes.size === 0) return;
      const { changedToo, changedBack } = texts().series;
      // Seen now: what a colleague changes before the press is not taken back unseen.
      const takingBack = editsOf(store.ledger, changes);
      toasts.show({
        text: changedToo(changes.size),
        tone: "certain",
        action: { label: texts().common.undo, run: () => void takeBack(takingBack, changedBack) },
      });
    },
  };
};

/** What an edit of the appointment itself changes of it; edits of its client and of texts are that one's own. */
const changeOf = (edit: Edit, { id }: AppointmentRecord): Change[] => {
  if (edit.verb !== "set" && edit.verb !== "rem") return [];
  if (edit.sight.record !== id) return [];
  return [{ field: edit.field, value: edit.verb === "set" ? edit.value : undefined }];
};
