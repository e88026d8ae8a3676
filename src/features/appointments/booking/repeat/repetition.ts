import { type Accessor, createSignal } from "solid-js";
import { noRepeat, type RepeatForm } from "#domain/series/repeat-form.ts";
import type { PlannedTime } from "#domain/series/plan.ts";

/** The times that a booking is repeated at, without those that are left out, and the rule they come from. */
export type SeriesPlan = { readonly rule: string; readonly times: readonly PlannedTime[] };

/** Whether and how a booking repeats. */
export type Repetition = {
  readonly form: Accessor<RepeatForm>;
  readonly change: (part: Partial<RepeatForm>) => void;
  /** `null` where nothing repeats, and while it is not known at which times: see {@link Repetition.isReady}. */
  readonly plan: Accessor<SeriesPlan | null>;
  readonly setPlan: (plan: SeriesPlan | null) => void;
  /** Whether it can be saved: nothing repeats, or at times that are known. */
  readonly isReady: () => boolean;
};

export const createRepetition = (restored: RepeatForm | null): Repetition => {
  const [form, setForm] = createSignal<RepeatForm>(restored ?? noRepeat);
  const [plan, setPlan] = createSignal<SeriesPlan | null>(null);
  const isRepeating = () => form().every !== "never";
  return {
    form,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    plan: () => (isRepeating() ? plan() : null),
    setPlan,
    isReady: () => !isRepeating() || (plan()?.times.length ?? 0) > 0,
  };
};
