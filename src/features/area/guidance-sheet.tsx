import { For, Show, untrack } from "solid-js";
import type { areaKind, GuidanceKind } from "#domain/kinds/area.ts";
import { guidanceCode, guidanceName } from "#domain/kinds/guidance-kinds.ts";
import type { FieldFailure } from "#domain/failure.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import type { Readable } from "#domain/record.ts";
import { useEnvironment } from "#features/environment.tsx";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { useLocale } from "#i18n/locale.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { TextField } from "#ui/text-field.tsx";
import { EditSheet, type Saving } from "./edit-sheet.tsx";
import { changeItems } from "./item-changes.ts";
import { kindChanges, kindsOfArea } from "./kinds-of-area.ts";

const nameFields = ["nameFi", "nameSv", "nameEn"] as const;

/** One kind of guidance: its names, and whether it is still offered. A new one gets its code from its Finnish name. */
export const GuidanceSheet = (props: {
  readonly area: Readable<typeof areaKind>;
  readonly code: string | null;
  readonly onClose: () => void;
}) => {
  const { store } = useEnvironment();
  const { texts, locale } = useLocale();
  const { area, code } = untrack(() => ({ area: props.area, code: props.code }));
  const sight = store.ledger.sightOf(area.id);
  const own = area.values.guidance;
  const present = code === null ? undefined : kindsOfArea(own)[code];
  const form = createFormState({
    nameFi: present?.nameFi ?? "",
    nameSv: present?.nameSv ?? "",
    nameEn: present?.nameEn ?? "",
    isInUse: present?.retired !== true,
  });
  const failureOf = (field: (typeof nameFields)[number]): FieldFailure["code"] | null => {
    const name = form.values[field].trim();
    if (field === "nameFi" && name === "") return "field.required";
    return writingFailure(name);
  };
  const save = async (): Saving => {
    const failures = nameFields.flatMap((field): FieldFailure[] => {
      const wrong = failureOf(field);
      return wrong === null ? [] : [{ field, code: wrong }];
    });
    form.setFailures(failures);
    if (failures.length > 0 || sight === null) return null;
    const { nameFi, nameSv, nameEn, isInUse } = form.values;
    const names = { nameFi: nameFi.trim(), nameSv: nameSv.trim(), nameEn: nameEn.trim() };
    const { retired: _, ...before } = present ?? {};
    // Members of another version stay.
    const kind: GuidanceKind = { ...before, ...names, ...(isInUse ? {} : { retired: true }) };
    const item = code ?? guidanceCode(names.nameFi, Object.keys(own));
    const outcome = await changeItems(store, sight, kindChanges(own, item, kind));
    return { outcome, what: guidanceName(kind, locale()) };
  };
  const sentenceOf = (field: string) => {
    const wrong = form.failures()[field];
    return wrong === undefined ? undefined : texts().failures[wrong];
  };
  return (
    <EditSheet
      id="guidance-kind"
      title={code === null ? texts().area.addKind : texts().area.editKind}
      onSave={save}
      onClose={() => props.onClose()}
    >
      <For each={nameFields}>
        {(field) => (
          <TextField
            label={texts().area.names[field]}
            mark={field === "nameFi" ? undefined : texts().common.notRequired}
            error={sentenceOf(field)}
            autocapitalize="sentences"
            enterKeyHint="next"
            value={form.values[field]}
            onInput={(name) => form.change({ [field]: name })}
          />
        )}
      </For>
      <Show when={code !== null}>
        <Checkbox
          label={texts().area.kindInUse}
          hint={texts().area.kindInUseHint}
          checked={form.values.isInUse}
          onChange={(isInUse) => form.change({ isInUse })}
        />
      </Show>
    </EditSheet>
  );
};
