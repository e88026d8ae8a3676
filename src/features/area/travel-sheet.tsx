import { Show, untrack } from "solid-js";
import type { FieldFailure } from "#domain/failure.ts";
import type { areaKind } from "#domain/kinds/area.ts";
import type { Readable } from "#domain/record.ts";
import { pairMunicipalities, parseDrivingMinutes, travelPair } from "#domain/times/travel.ts";
import { useEnvironment } from "#features/environment.tsx";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { townName } from "#features/parts/values/item-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { SelectField } from "#ui/select-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import { EditSheet, type Saving } from "./edit-sheet.tsx";
import { changeItems } from "./item-changes.ts";

/** How many minutes one drives between two municipalities: which two, for a new one, and how many. */
export const TravelSheet = (props: {
  readonly area: Readable<typeof areaKind>;
  readonly pair: string | null;
  readonly onClose: () => void;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const { area, pair } = untrack(() => ({ area: props.area, pair: props.pair }));
  const sight = store.ledger.sightOf(area.id);
  const { municipalities, travel } = area.values;
  const [from = "", to = ""] = pair === null ? [] : (pairMunicipalities(pair) ?? []);
  const minutes = pair === null ? undefined : travel[pair];
  const form = createFormState({ from, to, minutes: minutes === undefined ? "" : `${minutes}` });
  const nameOf = (path: string) => {
    const areas = new Map([[area.id, area]]);
    const towns = pairMunicipalities(path)?.map((code) => townName(code, { areas }));
    return towns?.join("–") ?? path;
  };
  const towns = municipalities.map(({ code, name }) => ({ value: code, label: name }));
  const write = async (path: string, value: number | undefined): Saving => {
    if (sight === null) return null;
    const outcome = await changeItems(store, sight, [{ path: `travel.${path}`, value }]);
    return { outcome, what: nameOf(path) };
  };
  const save = async (): Saving => {
    const { from: one, to: other, minutes: typed } = form.values;
    const driving = parseDrivingMinutes(typed);
    const failures: FieldFailure[] = [];
    if (pair === null && one === "") failures.push({ field: "from", code: "field.required" });
    if (pair === null && (other === "" || other === one)) {
      failures.push({ field: "to", code: "field.required" });
    }
    if (driving === null) failures.push({ field: "minutes", code: "field.value_invalid" });
    form.setFailures(failures);
    if (failures.length > 0 || driving === null) return null;
    return write(pair ?? travelPair(one, other), driving);
  };
  const sentenceOf = (field: "from" | "to" | "minutes") => {
    const code = form.failures()[field];
    if (code === undefined) return undefined;
    const isSame = field === "to" && form.values.to !== "";
    return isSame ? texts().area.sameTown : texts().failures[code];
  };
  return (
    <EditSheet
      id="travel"
      title={pair === null ? texts().area.addTravel : nameOf(pair)}
      onSave={save}
      other={
        pair === null
          ? undefined
          : { label: texts().area.removeTravel, run: () => write(pair, undefined) }
      }
      onClose={() => props.onClose()}
    >
      <Show when={pair === null}>
        <SelectField
          label={texts().area.from}
          placeholder="–"
          error={sentenceOf("from")}
          options={towns}
          value={form.values.from || undefined}
          onChange={(code) => form.change({ from: code })}
        />
        <SelectField
          label={texts().area.to}
          placeholder="–"
          error={sentenceOf("to")}
          options={towns}
          value={form.values.to || undefined}
          onChange={(code) => form.change({ to: code })}
        />
      </Show>
      <TextField
        label={texts().area.minutes}
        error={sentenceOf("minutes")}
        inputMode="numeric"
        enterKeyHint="done"
        value={form.values.minutes}
        onInput={(typed) => form.change({ minutes: typed })}
      />
    </EditSheet>
  );
};
