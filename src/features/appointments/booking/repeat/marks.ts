import { type Accessor, createMemo, createSignal } from "solid-js";
import type { LocalDate } from "#domain/instant.ts";
import type { PlannedTime } from "#domain/series/plan.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { Against, Lookout } from "#features/parts/times/lookout.ts";

/** A planned time with what stands against it, and whether it is booked. */
export type MarkedTime = {
  readonly time: PlannedTime;
  readonly against: Against | null;
  readonly isIncluded: boolean;
};

export type Marks = {
  readonly times: Accessor<readonly MarkedTime[]>;
  /** Those that are booked. */
  readonly included: Accessor<readonly PlannedTime[]>;
  readonly include: (date: LocalDate, isIncluded: boolean) => void;
};

/** What is only said: one drives faster, begins later or goes elsewhere on purpose. */
const onlySaid: readonly string[] = ["off-hours", "travel", "elsewhere"];

/**
 * Looks at each planned time, at the place and with the adviser of the booking's own. One with something against it is left
 * out unless somebody wants it; other hours than usual, another place or a short drive are no reason. While the booking
 * `isSaving` its own times are not in their way.
 */
export const createMarks = (
  planned: Accessor<readonly PlannedTime[]>,
  slot: Accessor<Slot | null>,
  lookout: Lookout,
  isSaving: () => boolean,
): Marks => {
  const [chosen, setChosen] = createSignal<ReadonlyMap<LocalDate, boolean>>(new Map());
  type Looked = Pick<MarkedTime, "time" | "against">;
  const looked = createMemo<readonly Looked[]>((before) => {
    if (isSaving()) return before;
    const own = slot();
    return planned().map((time) => ({
      time,
      against: own === null ? null : lookout({ ...own, start: time.start, end: time.end }),
    }));
  }, []);
  const times = createMemo(() =>
    looked().map(({ time, against }): MarkedTime => {
      const suits = against === null || onlySaid.includes(against.kind);
      return { time, against, isIncluded: chosen().get(time.date) ?? suits };
    }),
  );
  return {
    times,
    included: createMemo(() => times().flatMap(({ time, isIncluded }) => (isIncluded ? time : []))),
    include: (date, isIncluded) => setChosen((before) => new Map(before).set(date, isIncluded)),
  };
};
