import { type Accessor, createSignal } from "solid-js";
import { type Change, followingChanges } from "#domain/series/following.ts";
import type { Edit } from "#store/write.ts";
import { useLocale } from "#i18n/locale.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createSeriesTimes } from "./series-times.ts";
import { backFrom, editsOf, type ManyChanges } from "./write-many.ts";

/** Whether a change of one time of a series is for those that follow it as well. */
export type SeriesScope = {
  readonly following: Accessor<readonly AppointmentRecord[]>;
  readonly isWide: Accessor<boolean>;
  readonly setWide: (isWide: boolean) => void;
  /** The edits of a save and what they change of the following times, in one save. */
  readonly widen: (edits: readonly Edit[]) => readonly Edit[];
  /** Says what was changed beside the time itself, with the way back. */
  readonly tellWidened: () => void;
};

export const createSeriesScope = (record: Accessor<AppointmentRecord>): SeriesScope => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { following } = createSeriesTimes(record);
  const held = createHeldTimes(() => record().values.slot.adviser);
  const [isWide, setWide] = createSignal(false);
  let back: ManyChanges = new Map();

  const takeBack = async (changes: ManyChanges, message: string) => {
    const written = await store.write(editsOf(store.ledger, changes));
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
    following,
    isWide,
    setWide,
    widen(edits) {
      back = new Map();
      if (!isWide() || following().length === 0) return edits;
      const changes = edits.flatMap((edit) => changeOf(edit, record()));
      const made = followingChanges(record(), changes, following(), (slot) => held.settle(slot));
      back = backFrom(store.ledger, made);
      return [...edits, ...editsOf(store.ledger, made)];
    },
    tellWidened() {
      const changes = back;
      if (changes.size === 0) return;
      const { changedToo, changedBack } = texts().series;
      toasts.show({
        text: changedToo(changes.size),
        tone: "certain",
        action: { label: texts().common.undo, run: () => void takeBack(changes, changedBack) },
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
