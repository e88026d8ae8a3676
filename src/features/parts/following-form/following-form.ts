import { type Accessor, batch, createEffect, createSignal, on, onMount } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { type Fields, isSameJson, type Json } from "#domain/json.ts";
import type { Result } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { createDraft } from "#features/parts/appointment-form/draft.ts";
import { createFormState, type FormState } from "#features/parts/appointment-form/form-state.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import type { Sight } from "#store/sight.ts";
import type { WriteFailure } from "#store/write.ts";
import { parseFollowingDraft, storeFollowingDraft } from "./stored.ts";

/** A form of one record: what it says, and which of its fields are written into which field of the record. */
export type FollowingParts<F extends Fields> = {
  readonly record: RecordId;
  /** The form as the record says it now. */
  readonly read: Accessor<F>;
  /** By the record's field: the form's fields that are written into it, and follow it together. */
  readonly groups: { readonly [field: string]: readonly (keyof F & string)[] };
  /** Where what is unfinished is kept. */
  readonly draftId: string;
};

export type FollowingForm<F extends Fields> = {
  readonly form: FormState<F>;
  /** Something is written here that the record does not say. */
  readonly isTouched: Accessor<boolean>;
  /** What was left unfinished on an earlier visit is in the form. */
  readonly isRestored: Accessor<boolean>;
  readonly isDraftLost: Accessor<boolean>;
  readonly isBusy: Accessor<boolean>;
  /** Writes fields of the record over what was in sight of each when it was last read. */
  write(fields: Fields): Promise<Result<Undo, WriteFailure>>;
};

/**
 * A form over a record that others may be changing too. What is not touched here follows the record; what is touched
 * keeps what was typed and the sight it was typed over, also from visit to visit, until it is written.
 */
export const createFollowingForm = <F extends Fields>({
  record,
  read,
  groups,
  draftId,
}: FollowingParts<F>): FollowingForm<F> => {
  const { store } = useEnvironment();
  const first = read();
  const form = createFormState<F>(first);
  const [base, setBase] = createSignal<F>(first);
  const [isBusy, setBusy] = createSignal(false);
  const [isRestored, setRestored] = createSignal(false);
  const [isDraftLost, setDraftLost] = createSignal(false);
  const names = Object.keys(groups);
  const sight = store.ledger.sightOf(record);
  if (sight === null) throw new Error("a record was shown that the ledger does not have");
  let sights = new Map<string, Sight>(names.map((name) => [name, sight]));
  const partOf = (name: string, values: F): Partial<F> =>
    Object.fromEntries((groups[name] ?? []).map((field) => [field, values[field]])) as Partial<F>;
  const isSame = (name: string, one: F, other: F) =>
    (groups[name] ?? []).every((field) => isSameJson(one[field] as Json, other[field] as Json));
  const isTouched = () => names.some((name) => !isSame(name, form.values, base()));

  const follow = () => {
    const present = store.ledger.sightOf(record);
    if (present === null) return;
    const next = read();
    batch(() => {
      for (const name of names) {
        if (!isSame(name, form.values, base()) && !isSame(name, form.values, next)) continue;
        if (!isSame(name, form.values, next)) form.change(partOf(name, next));
        setBase((before) => ({ ...before, ...partOf(name, next) }));
        sights.set(name, present);
      }
    });
  };
  createEffect(on(read, () => isBusy() || follow(), { defer: true }));

  const content = () =>
    isTouched() ? storeFollowingDraft({ form: { ...form.values }, base: base(), sights }) : null;
  const draft = createDraft(store.drafts, draftId, content, () => setDraftLost(true));
  onMount(() => {
    const stored = parseFollowingDraft(store.drafts.read(draftId), first);
    if (stored === null) return;
    batch(() => {
      form.change(stored.form);
      setBase(() => stored.base);
      sights = new Map([...sights, ...stored.sights]);
      follow();
      setRestored(isTouched());
    });
  });

  return {
    form,
    isTouched,
    isRestored,
    isDraftLost,
    isBusy,
    async write(fields) {
      const written = { ...form.values };
      setBusy(true);
      const outcome = await writeFields(store, record, fields, (name) => sights.get(name) ?? null);
      // What was written counts as untouched again, so that it follows what the record has become.
      if (outcome.ok) {
        setBase(() => written);
        setRestored(false);
      }
      setBusy(false);
      if (outcome.ok) {
        follow();
        draft.flush();
      }
      return outcome;
    },
  };
};
