import { detailsDraftId } from "#features/draft-names.ts";
import { type Accessor, batch, createEffect, createSignal, on, onMount } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { rosterOf } from "#domain/kinds/roster.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { useEnvironment } from "#features/environment.tsx";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import { createDraft } from "#features/parts/appointment-form/draft.ts";
import { createErasedPeople, isNobody } from "#features/parts/appointment-form/erased-people.ts";
import { createFormState, type FormState } from "#features/parts/appointment-form/form-state.ts";
import { isClientHere } from "#features/parts/appointment-form/known-client-check.ts";
import { createHeldTimes, type HeldTimes } from "#features/parts/times/held-times.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";
import type { Edit } from "#store/write.ts";
import { detailsEdits } from "./edits.ts";
import { type Sights, takeSight } from "./sights.ts";
import { type Chosen, type DetailsDraft, parseDetailsDraft, storeDetailsDraft } from "./stored.ts";
import { formOf, type Group, groupNames, groupOf, isSameGroup } from "./values.ts";

export type DetailsModel = {
  readonly form: FormState;
  /** What of the chosen adviser's time is held for a device. */
  readonly held: HeldTimes;
  readonly isChanged: Accessor<boolean>;
  /** The name is no longer the linked client's: the same person or another? */
  readonly isRenamed: Accessor<boolean>;
  readonly isNewClient: Accessor<boolean>;
  readonly setNewClient: (isNew: boolean) => void;
  readonly typeName: (name: string) => void;
  readonly chooseClient: (client: RecordId) => void;
  /** Whoever was chosen here was erased since, and nobody else is in the form yet. */
  readonly isErased: Accessor<boolean>;
  /** Groups that somebody else changed while they were being changed here. */
  readonly changedUnder: Accessor<readonly Group[]>;
  /** Unsaved changes of an earlier visit are in the form. */
  readonly isRestored: Accessor<boolean>;
  readonly isDraftLost: Accessor<boolean>;
  /** Throws the unsaved changes away. */
  readonly discard: () => void;
  readonly failure: Accessor<FailureCode | null>;
  readonly isBusy: Accessor<boolean>;
  /** `kept`: the person went back to the form. */
  save(): Promise<"saved" | "wrong" | "nothing" | "not-saved" | "kept">;
};

/**
 * The form of an appointment that others may be changing too. What is not touched here follows the record; what is
 * touched keeps the text, and the sight of what it was written over, until it is saved. `widen`
 * adds to a save what it changes of other records, or calls it off.
 */
export const createDetails = (
  record: Accessor<AppointmentRecord>,
  around: Accessor<Around>,
  widen: (edits: readonly Edit[]) => Promise<readonly Edit[] | null>,
): DetailsModel => {
  const { store } = useEnvironment();
  const first = formOf(record(), around());
  const [base, setBase] = createSignal(first);
  const form = createFormState(first);
  const sights = firstSights(store, record());
  const [changedUnder, setChangedUnder] = createSignal<readonly Group[]>([]);
  const [isNewClient, setNewClient] = createSignal(false);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [isDraftLost, setDraftLost] = createSignal(false);
  const [chosen, setChosen] = createSignal<Chosen | null>(null);
  const [isRestored, setRestored] = createSignal(false);
  const held = createHeldTimes(() => adviserOf(form.values), record().id);
  const hasLetGo = createErasedPeople(
    () => [form.values.client],
    () =>
      batch(() => {
        setChosen(null);
        setNewClient(false);
        // What the appointment itself says of its client is the endpoint's to change.
        const { client } = base();
        form.change({ client: form.values.client === client ? client : null, name: "", phone: "" });
      }),
  );

  const follow = () => {
    const next = formOf(record(), around());
    const sight = takeSight(store, record().id, record().values.client);
    if (sight === null) return;
    const under: Group[] = [];
    batch(() => {
      for (const group of groupNames) {
        const isUntouched = isSameGroup(group, form.values, base());
        if (isUntouched || isSameGroup(group, form.values, next)) {
          if (!isSameGroup(group, form.values, next)) form.change(groupOf(group, next));
          setBase((before) => ({ ...before, ...groupOf(group, next) }));
          sights[group] = sight;
        } else if (!isSameGroup(group, next, base())) under.push(group);
      }
      setChangedUnder(under);
    });
  };
  createEffect(on([record, () => around().clients], () => isBusy() || follow(), { defer: true }));

  const save: DetailsModel["save"] = async () => {
    const written = { ...form.values };
    const { home } = record();
    const built = detailsEdits({
      form: written,
      base: base(),
      sights,
      isNewClient: isNewClient(),
      chosen: chosen(),
      home,
      makeId: () => store.newRecordId(),
      settle: (slot) => held.settle(slot),
      told: record().values.told,
      times: record().values.slot,
      isClientHere: (client) => isClientHere(store, client),
      isOnRoster: (client) =>
        rosterOf(store.ledger.all(attendanceKind).values(), record().id).some(
          (one) => one.client === client,
        ),
    });
    form.setFailures(built.ok ? [] : built.failure);
    if (!built.ok) return "wrong";
    if (built.value.length === 0) return "nothing";
    const edits = await widen(built.value);
    if (edits === null) return "kept";
    setBusy(true);
    setFailure(null);
    const outcome = await store.write(edits);
    if (outcome.ok) {
      // What was written counts as untouched again, so that it follows what the record has become.
      setBase(written);
      setNewClient(false);
      setChosen(null);
      setRestored(false);
    }
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure.code);
      return "not-saved";
    }
    follow();
    draft.flush();
    return "saved";
  };

  const isChanged = () => groupNames.some((group) => !isSameGroup(group, form.values, base()));
  const content = () =>
    isChanged()
      ? storeDetailsDraft({
          form: { ...form.values },
          base: base(),
          sights,
          isNewClient: isNewClient(),
          chosen: chosen(),
        })
      : null;
  const draftId = detailsDraftId(record().id);
  const draft = createDraft(store.drafts, draftId, content, () => setDraftLost(true));
  const restore = (stored: DetailsDraft) => {
    // Whoever is typing already is not interrupted by what was left earlier.
    if (isChanged()) return;
    batch(() => {
      form.change(stored.form);
      setBase(stored.base);
      Object.assign(sights, stored.sights);
      setNewClient(stored.isNewClient);
      setChosen(stored.chosen);
      follow();
      setRestored(isChanged());
    });
  };
  onMount(() => {
    const stored = parseDetailsDraft(store.drafts.read(draftId));
    if (stored !== null) restore(stored);
  });

  return {
    form,
    held,
    isChanged,
    isRestored,
    isDraftLost,
    discard() {
      batch(() => {
        form.change(base());
        setNewClient(false);
        setChosen(null);
        setRestored(false);
        follow();
      });
    },
    isRenamed: () =>
      base().client !== null &&
      form.values.client === base().client &&
      form.values.name.trim() !== base().name,
    isNewClient,
    setNewClient,
    typeName(name) {
      if (form.values.client === base().client) form.change({ name });
      else form.change({ client: null, name });
    },
    chooseClient(client) {
      const known = store.ledger.get(clientKind, client);
      const sight = store.ledger.sightOf(client);
      if (known === undefined || sight === null) return;
      setChosen({ sight, phone: known.values.phone });
      setNewClient(false);
      form.change({ client, name: known.values.name, phone: phoneText(known.values.phone) });
    },
    isErased: () => hasLetGo() && isNobody(form.values),
    changedUnder,
    failure,
    isBusy,
    save,
  };
};

const firstSights = (
  store: ReturnType<typeof useEnvironment>["store"],
  { id, values }: AppointmentRecord,
): Sights => {
  const sight = takeSight(store, id, values.client);
  if (sight === null) throw new Error("an appointment was shown that the ledger does not have");
  return Object.fromEntries(groupNames.map((group) => [group, sight])) as Sights;
};
