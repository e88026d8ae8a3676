import { type Accessor, createSignal } from "solid-js";
import { type Change, followingChanges } from "#domain/series/following.ts";
import { withoutMoves } from "#domain/series/landing.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { Edit } from "#store/write.ts";
import { useLocale } from "#i18n/locale.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { createHeldTimes } from "#features/parts/times/held-times.ts";
import { createLookout } from "#features/parts/times/lookout.ts";
import { leaveUnless } from "../move-undo.ts";
import { ofThoseAsWritten } from "./as-written.ts";
import { type MetTime, metTimes } from "./met-times.ts";
import { createSeriesTimes } from "./series-times.ts";
import { settledEdits } from "./settled-edits.ts";
import { useTakeBack, type WayBack } from "./take-back.ts";
import { backFrom, editsOf, ofThoseHere, type ManyChanges } from "./write-many.ts";

/** What a change of one time of a series is for: `fitting` are those that follow, and land on nothing. */
export type Scope = "this" | "following" | "fitting";

/**
 * A question that waits for its answer: how many following times would change, and which of them land on something. Leaving
 * those where they are, `fitting` would change; `null` goes back to the form.
 */
export type ScopeQuestion = {
  readonly count: number;
  readonly met: readonly MetTime[];
  readonly fitting: number;
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
  /**
   * Says what was saved and how many following times were changed with it, with one way back for all of it; returns which
   * message it is, and `null` where nothing was changed beside the time itself.
   */
  readonly tellWidened: (saved: string, tone: "certain" | "waiting") => number | null;
};

export const createSeriesScope = (
  record: Accessor<AppointmentRecord>,
  around: Accessor<Around>,
): SeriesScope => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const { following } = createSeriesTimes(record);
  const held = createHeldTimes(() => record().values.slot.adviser);
  const [question, setQuestion] = createSignal<ScopeQuestion | null>(null);
  const lookout = createLookout(around);
  const takeBack = useTakeBack();
  let back: ManyChanges = new Map();
  /** What stood in the time itself in the fields that its following times were to share. */
  let ownBack: ManyChanges = new Map();
  /** The save itself, with all that was changed in it. */
  let written: readonly Edit[] = [];

  const ask = (about: Omit<ScopeQuestion, "answer">) =>
    new Promise<Scope | null>((resolve) => {
      const answer = (scope: Scope | null) => {
        setQuestion(null);
        resolve(scope);
      };
      setQuestion({ ...about, answer });
    });
  return {
    question,
    async widen(edits) {
      back = new Map();
      const changes = edits.flatMap((edit) => changeOf(edit, record()));
      const made = followingChanges(record(), changes, following());
      if (made.size === 0) return edits;
      const slot = changes.find(({ field }) => field === "slot")?.value as Slot | undefined;
      const changedTo = slot ?? record().values.slot;
      const met = metTimes(record(), changedTo, following(), made, lookout);
      const fitting = withoutMoves(made, new Map(met.map(({ landing }) => [landing.id, landing])));
      const shared = new Set([...made.values()].flat().map(({ field }) => field));
      const own = changes.filter(({ field }) => shared.has(field));
      ownBack = backFrom(store.ledger, new Map([[record().id, own]]));
      // Seen now: what a colleague changes while the question stands is not changed unseen.
      const answers = {
        following: [editsOf(store.ledger, made), backFrom(store.ledger, made)],
        fitting: [editsOf(store.ledger, fitting), backFrom(store.ledger, fitting)],
      } as const;
      const scope = await ask({ count: made.size, met, fitting: fitting.size });
      if (scope === null) return null;
      if (scope === "this") return edits;
      const [more, before] = answers[scope];
      // One that a colleague has deleted while the question stood does not keep the rest from being saved.
      back = new Map([...before].filter(([id]) => store.ledger.shown(id) !== null));
      const here = ofThoseHere(store.ledger, more);
      written = settledEdits([...edits, ...here], store.ledger, held);
      return written;
    },
    tellWidened(saved, tone) {
      if (back.size === 0) return null;
      const { ledger } = store;
      const { changedToo, changedBack, restBack } = texts().series;
      const wrote = written;
      const way: WayBack = {
        // Seen now: what a colleague changes before the press is not taken back unseen.
        edits: editsOf(ledger, new Map([...ownBack, ...back])),
        left: (edits) => ofThoseAsWritten(ledger, wrote, edits),
      };
      const run = () => void takeBack(way, { all: changedBack, rest: restBack });
      const text = `${saved} · ${changedToo(back.size)}`;
      const toast = toasts.show({ text, tone, action: { label: texts().common.undo, run } });
      leaveUnless(toasts, ledger, toast, () => way.left(way.edits).length > 0);
      return toast;
    },
  };
};

/** What an edit of the appointment itself changes of it; edits of its client and of texts are that one's own. */
const changeOf = (edit: Edit, { id }: AppointmentRecord): Change[] => {
  if (edit.verb !== "set" && edit.verb !== "rem") return [];
  if (edit.sight.record !== id) return [];
  return [{ field: edit.field, value: edit.verb === "set" ? edit.value : undefined }];
};
