import { createEffect, createMemo, on, onCleanup, Show } from "solid-js";
import { isLocalDate } from "#domain/instant.ts";
import { addDays, toLocalDate, weekdayOf } from "#domain/local-time.ts";
import { seriesDays } from "#domain/series/days.ts";
import { planTimes } from "#domain/series/plan.ts";
import { spanMaxDays } from "#domain/series/repeat.ts";
import {
  type MonthChoice,
  monthChoicesOn,
  nthOfMonth,
  parseRepeat,
} from "#domain/series/repeat-form.ts";
import { ruleText } from "#domain/series/rule.ts";
import type { Slot } from "#domain/times/slot.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createLookout } from "#features/parts/times/lookout.ts";
import { createNow } from "#features/environment.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { SelectField } from "#ui/select-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import { ToggleChips } from "#ui/toggle-chips.tsx";
import { createMarks } from "./marks.ts";
import { Preview } from "./preview.tsx";
import type { Repetition } from "./repetition.ts";

export type RepeatFieldsProps = {
  readonly repetition: Repetition;
  /** The booking's own time with its place and adviser, `null` while it says none. */
  readonly slot: Slot | null;
  readonly around: Around;
  /** The booking is being written. */
  readonly isSaving: boolean;
};

const intervals = [1, 2, 3, 4, 6, 8, 12] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** How often, until when, and at which times that is: those that do not suit are left out until somebody wants them. */
export const RepeatFields = (props: RepeatFieldsProps) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const words = () => texts().series;
  const form = () => props.repetition.form();
  const from = createMemo(() => toLocalDate(props.slot?.start ?? now()));
  const parsed = createMemo(() => parseRepeat(form(), from()));
  const sentenceOf = (field: string) => {
    const result = parsed();
    const failure = result.ok ? undefined : result.failure.find((one) => one.field === field);
    if (failure === undefined || (field === "until" && form().until === "")) return undefined;
    return field === "count" ? words().countWrong : texts().failures[failure.code];
  };
  const planned = createMemo(() => {
    const result = parsed();
    const { slot } = props;
    if (!result.ok || result.value === null || slot === null) return null;
    return {
      rule: ruleText(result.value),
      times: planTimes(seriesDays(result.value, from()), slot),
    };
  });
  const marks = createMarks(
    () => planned()?.times ?? [],
    () => props.slot,
    createLookout(() => props.around),
    () => props.isSaving,
  );
  createEffect(
    on([planned, marks.included], ([plan, times]) => {
      props.repetition.setPlan(plan === null ? null : { rule: plan.rule, times });
    }),
  );
  onCleanup(() => props.repetition.setPlan(null));
  const every = () => {
    const chosen = form().every;
    return chosen === "never" ? "week" : chosen;
  };
  const monthLabel = (choice: MonthChoice) => {
    const weekday = formats().weekday(weekdayOf(from()));
    if (choice === "day") return words().monthDay(Number(from().slice(8)));
    return choice === "last" ? words().lastOf(weekday) : words().nthOf(nthOfMonth(from()), weekday);
  };
  return (
    <>
      <SelectField
        label={words().howOften}
        options={intervals.map((interval) => ({
          value: `${interval}`,
          label: words().every[every()](interval),
        }))}
        value={`${form().interval}`}
        onChange={(interval) => props.repetition.change({ interval: Number(interval) })}
      />
      <Show when={form().every === "week"}>
        <ToggleChips
          label={words().weekdays}
          options={weekdays.map((weekday) => ({
            value: `${weekday}`,
            label: formats().weekdayShort(weekday),
          }))}
          values={(form().weekdays ?? [weekdayOf(from())]).map(String)}
          error={sentenceOf("weekdays")}
          onChange={(chosen) => props.repetition.change({ weekdays: chosen.map(Number) })}
        />
      </Show>
      <Show when={form().every === "month"}>
        <ChoiceChips
          label={words().monthly}
          options={monthChoicesOn(from()).map((value) => ({ value, label: monthLabel(value) }))}
          value={form().month}
          onChange={(month) => props.repetition.change({ month })}
        />
      </Show>
      <ChoiceChips
        label={words().ends}
        options={(["count", "until"] as const).map((value) => ({
          value,
          label: words().endings[value],
        }))}
        value={form().ends}
        onChange={(ends) => props.repetition.change({ ends })}
      />
      <Show
        when={form().ends === "count"}
        fallback={
          <TextField
            type="date"
            label={words().until}
            error={sentenceOf("until")}
            min={from()}
            max={addDays(from(), spanMaxDays)}
            value={form().until}
            onInput={(until) => {
              if (until === "" || isLocalDate(until)) props.repetition.change({ until });
            }}
          />
        }
      >
        <TextField
          label={words().count}
          error={sentenceOf("count")}
          inputMode="numeric"
          maxLength={3}
          value={form().count}
          onInput={(count) => props.repetition.change({ count })}
        />
      </Show>
      <Show when={planned()}>
        <Preview marks={marks} around={props.around} />
      </Show>
    </>
  );
};
