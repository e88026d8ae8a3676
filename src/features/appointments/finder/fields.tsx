import { createMemo, Show } from "solid-js";
import { dayParts } from "#domain/availability/finder.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { isCalendarDay } from "#domain/instant.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { offeredLengthsInMinutes } from "#domain/kinds/appointment-codes.ts";
import { dayRange } from "#features/parts/appointment-form/form-times.ts";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { createAfterFirstFrame } from "#features/parts/screen/grow.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createRecords } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ToggleChips } from "#ui/toggle-chips.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { SelectField } from "#ui/select-field.tsx";
import { SummaryRow } from "#ui/summary-row.tsx";
import { TextField } from "#ui/text-field.tsx";
import { anywhere, type FinderChoice } from "./question.ts";

/** How long, where, with whom, and when. */
export const FinderFields = (props: {
  readonly choice: FinderChoice;
  readonly onChange: (changes: Partial<FinderChoice>) => void;
  readonly around: Around;
  readonly ordered: readonly RecordId[];
  readonly today: LocalDate;
}) => {
  const { texts, formats } = useLocale();
  const areas = createRecords(areaKind);
  const advisers = createTeamAdvisers();
  const lengths = () => {
    const offered: readonly number[] = offeredLengthsInMinutes;
    const chosen = props.choice.lengthInMinutes;
    return offered.includes(chosen) ? offered : [...offered, chosen].sort((one, two) => one - two);
  };
  const places = createMemo(() => [
    { value: anywhere, label: texts().finder.anywhere },
    ...[...areas().values()].flatMap(({ values }) =>
      values.municipalities.map(({ code, name }) => ({
        value: `municipality.${code}`,
        label: name,
        group: texts().finder.municipalities,
      })),
    ),
    ...props.ordered.map((id) => ({
      value: `place.${id}`,
      label: props.around.places.get(id)?.values.name ?? "",
      group: texts().calendar.places,
    })),
  ]);
  const isBegun = createAfterFirstFrame();
  // As long as it is closed, the control says only what is chosen.
  const offeredPlaces = () =>
    isBegun() ? places() : places().filter(({ value }) => value === props.choice.where);
  /** What is asked for beside the length and the place, in one line. */
  const summary = () => {
    const { advisers: chosen, part, from } = props.choice;
    const names = chosen.flatMap(
      (id) => advisers().get(id as string as RecordId)?.values.name ?? [],
    );
    return [
      names.length === 0 ? texts().finder.anybody : names.join(", "),
      texts().finder.parts[part],
      texts().finder.fromDay(formats().dayRelative(from, props.today)),
    ].join(" · ");
  };
  return (
    <>
      <ChoiceChips
        label={texts().finder.length}
        options={lengths().map((minutes) => ({
          value: String(minutes),
          label: formats().length(minutes),
        }))}
        value={String(props.choice.lengthInMinutes)}
        onChange={(minutes) => props.onChange({ lengthInMinutes: Number(minutes) })}
      />
      <SelectField
        label={texts().finder.where}
        options={offeredPlaces()}
        value={props.choice.where}
        onChange={(where) => props.onChange({ where })}
      />
      <SummaryRow
        title={summary()}
        openLabel={texts().common.change}
        closeLabel={texts().common.done}
      >
        <Show when={advisers().size > 1}>
          <ToggleChips
            label={texts().finder.who}
            options={[...advisers().values()].map(({ id, values }) => ({
              value: id as string,
              label: values.name,
            }))}
            values={props.choice.advisers}
            onChange={(chosen) => props.onChange({ advisers: chosen as readonly MemberId[] })}
          />
        </Show>
        <ChoiceChips
          label={texts().finder.part}
          options={dayParts.map((part) => ({ value: part, label: texts().finder.parts[part] }))}
          value={props.choice.part}
          onChange={(part) => props.onChange({ part })}
        />
        <TextField
          type="date"
          label={texts().finder.from}
          value={props.choice.from}
          min={props.today}
          max={dayRange(props.today).last}
          onInput={(from) => {
            if (isCalendarDay(from)) props.onChange({ from });
          }}
        />
      </SummaryRow>
    </>
  );
};
