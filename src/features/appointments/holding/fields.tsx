import { createMemo, untrack } from "solid-js";
import type { HoldingForm } from "#domain/times/holding.ts";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { parseMinuteOfDay, toLocalDate } from "#domain/local-time.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { DayStrip } from "#ui/day-strip.tsx";
import { TextField } from "#ui/text-field.tsx";
import { dearPlaceCount, placesByUse } from "#features/parts/appointment-form/form-places.ts";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import { dayRange, offeredDays } from "#features/parts/appointment-form/form-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import { holdingLengthsInMinutes } from "./starting.ts";

const elsewhere = "elsewhere";

/** From when to when, how long each time is, where and what for. */
export const HoldingFields = (props: { readonly form: FormState<HoldingForm> }) => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const around = createAround();
  const appointments = createRecords(appointmentKind);
  const now = createNow();
  const values = () => props.form.values;
  const today = createMemo(() => toLocalDate(now()));
  const work = createWorkCalendar(() => store.identity.member);
  const ordered = createMemo(() =>
    placesByUse(around(), untrack(appointments), store.identity.member),
  );
  const places = () => [
    ...ordered().map((id) => ({
      value: id as string,
      label: around().places.get(id)?.values.name ?? "",
    })),
    { value: elsewhere, label: texts().form.otherPlace },
  ];
  const sentenceOf = (field: keyof HoldingForm) => {
    const code = props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  /** As the clock is read once it is whole; what is still being typed stays as it is. */
  const clock = (typed: string) => {
    const minute = /^\d{2}:\d{2}$/.test(typed) ? parseMinuteOfDay(typed) : null;
    return minute === null ? typed.replace(":", formats().timeMark) : formats().minute(minute);
  };
  return (
    <>
      <DayStrip
        label={texts().form.when}
        error={sentenceOf("date")}
        days={offeredDays(today(), values().date, work()).map((date) => ({
          date,
          label: formats().dayShort(date, today()),
          spoken: formats().daySpoken(date, today()),
        }))}
        value={values().date}
        onChange={(date) => props.form.change({ date })}
        min={today()}
        max={dayRange(today()).last}
        otherLabel={texts().form.otherDay}
      />
      <div class="side-by-side">
        <TextField
          label={texts().holding.from}
          error={sentenceOf("start")}
          inputMode="decimal"
          enterKeyHint="next"
          autocomplete="off"
          value={clock(values().start)}
          onInput={(start) => props.form.change({ start })}
        />
        <TextField
          label={texts().holding.to}
          error={sentenceOf("end")}
          inputMode="decimal"
          enterKeyHint="next"
          autocomplete="off"
          value={clock(values().end)}
          onInput={(end) => props.form.change({ end })}
        />
      </div>
      <ChoiceChips
        label={texts().holding.length}
        options={holdingLengthsInMinutes.map((minutes) => ({
          value: String(minutes),
          label: formats().length(minutes),
        }))}
        value={String(values().lengthInMinutes)}
        onChange={(minutes) => props.form.change({ lengthInMinutes: Number(minutes) })}
      />
      <ChoiceChips
        label={texts().holding.where}
        options={places()}
        visible={dearPlaceCount}
        moreLabel={texts().form.morePlaces}
        value={values().place ?? elsewhere}
        onChange={(place) =>
          props.form.change({ place: place === elsewhere ? null : (place as RecordId) })
        }
      />
      <TextField
        label={texts().holding.label}
        mark={texts().common.notRequired}
        hint={texts().holding.labelHint}
        error={sentenceOf("label")}
        autocomplete="off"
        value={values().label}
        onInput={(label) => props.form.change({ label })}
      />
    </>
  );
};
