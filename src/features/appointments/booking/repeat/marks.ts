import { type Accessor, createMemo, createSignal } from "solid-js";
import type { Obstacle } from "#domain/availability/work-calendar.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { PlannedTime } from "#domain/series/plan.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { InTheWay } from "#features/parts/times/held-times.ts";
import { overlapping } from "#features/parts/appointment-form/form-times.ts";
import type { RepeatFieldsProps } from "./repeat-fields.tsx";

/** What stands against a time of a series. */
export type Against =
  | { readonly kind: "clash"; readonly other: AppointmentRecord }
  | { readonly kind: "held"; readonly held: InTheWay }
  | Obstacle;

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

/** Looks at each planned time. One with something against it is left out unless somebody wants it; other hours than usual are no reason. */
export const createMarks = (
  planned: Accessor<readonly PlannedTime[]>,
  calendar: () => Pick<RepeatFieldsProps, "taken" | "held" | "work">,
): Marks => {
  const [chosen, setChosen] = createSignal<ReadonlyMap<LocalDate, boolean>>(new Map());
  const againstOf = (time: PlannedTime): Against | null => {
    const { taken, held, work } = calendar();
    const other = overlapping(taken, time);
    if (other !== undefined) return { kind: "clash", other };
    const inTheWay = held.inTheWay(time);
    return inTheWay === null ? work.obstacle(time) : { kind: "held", held: inTheWay };
  };
  const looked = createMemo(() => planned().map((time) => ({ time, against: againstOf(time) })));
  const times = createMemo(() =>
    looked().map(({ time, against }): MarkedTime => {
      const suits = against === null || against.kind === "off-hours";
      return { time, against, isIncluded: chosen().get(time.date) ?? suits };
    }),
  );
  return {
    times,
    included: createMemo(() => times().flatMap(({ time, isIncluded }) => (isIncluded ? time : []))),
    include: (date, isIncluded) => setChosen((before) => new Map(before).set(date, isIncluded)),
  };
};
