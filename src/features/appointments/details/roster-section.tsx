import { createMemo, createSignal, Show } from "solid-js";
import type { FieldFailureCode } from "#domain/failure.ts";
import type { Items } from "#domain/fields/item-fields.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Told } from "#domain/kinds/appointment.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { rosterOf } from "#domain/kinds/roster.ts";
import { wasAt } from "#domain/meeting/moved.ts";
import { ok } from "#domain/result.ts";
import type { Edit } from "#store/write.ts";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import {
  additionTakenBack,
  attendanceEdit,
  removalsOf,
} from "#features/parts/appointment-form/roster-edits.ts";
import { type RosterEntry, RosterFields } from "#features/parts/appointment-form/roster-fields.tsx";
import { rosterTitle } from "#features/parts/appointment-form/roster-title.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";

/**
 * Who takes part in a meeting. Each is a record of its own, so adding and taking off are written at once, with undo: they are
 * no part of the form that is being changed. A list that is there is shown whatever the form has become.
 */
export const RosterSection = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
  /** As the form says it now, saved or not. */
  readonly form: string;
}) => {
  const { store, clock, toasts } = useEnvironment();
  const { texts } = useLocale();
  const attendances = createRecords(attendanceKind);
  const [typed, setTyped] = createSignal("");
  const [failure, setFailure] = createSignal<FieldFailureCode>();
  const roster = createMemo(() => rosterOf(attendances().values(), props.record.id));
  const nameOf = (client: RecordId) =>
    props.around.clients.get(client)?.values.name || texts().common.unknownClient;
  const entries = createMemo(() =>
    roster()
      .map(({ client, came }) => ({
        key: client as string,
        client,
        name: nameOf(client),
        note: came === "expected" ? undefined : wordOf(texts().words.came, came),
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  );
  const isShown = () => partsOfForm(props.form).roster || roster().length > 0;

  const write = async (
    edits: readonly Edit[],
    back: () => readonly Edit[],
    done: string,
    about: RecordId,
  ) => {
    const said = texts();
    const written = await store.write(edits);
    const outcome = written.ok ? ok(() => store.write(back())) : written;
    const toast = showUndoable(toasts, said, outcome, { done, undone: said.meeting.takenBack });
    leaveWithRecord(toasts, store.ledger, toast, about);
    return written.ok;
  };
  /** Whoever is put on the list of a meeting that was moved agrees to the time as it is, and need not hear of the move. */
  const heard = (): Items<Told> => {
    const { slot, status } = props.record.values;
    const told = { start: slot.start, status, at: correctedNow(clock, store) };
    return wasAt(props.record.values) === null ? {} : { [store.identity.member]: told };
  };
  const add = async (client: RecordId | null, name: string) => {
    const wrong = client === null ? writingFailure(name) : null;
    setFailure(wrong ?? undefined);
    if (wrong !== null || roster().some((one) => one.client === client)) return;
    const { id, home, values } = props.record;
    const person = client ?? store.newRecordId();
    const attendance = store.newRecordId();
    const fields = { name, phone: "", language: values.language, note: "" };
    const edits: Edit[] = [attendanceEdit(attendance, home, id, person, { told: heard() })];
    if (client === null) {
      edits.unshift({ verb: "new", record: person, kind: clientKind.name, home, fields });
    }
    const undo = () => additionTakenBack(store.ledger, attendance, client === null ? person : null);
    if (await write(edits, undo, texts().meeting.added(name), person)) setTyped("");
  };
  const takeOff = async ({ client, name }: RosterEntry) => {
    const found = roster().find((one) => one.client === client);
    if (found === undefined) return;
    const { id, home } = props.record;
    const back = () => [attendanceEdit(store.newRecordId(), home, id, found.client, found)];
    const edits = removalsOf(store.ledger, found.records);
    await write(edits, back, texts().meeting.takenOff(name), found.client);
  };
  return (
    <Show when={isShown()}>
      <RosterFields
        title={rosterTitle(props.form, texts())}
        entries={entries()}
        capacity={props.record.values.capacity}
        typed={typed()}
        failure={failure()}
        onType={(name) => {
          setFailure(undefined);
          setTyped(name);
        }}
        onAdd={(client, name) => void add(client, name)}
        onRemove={(entry) => void takeOff(entry)}
      />
    </Show>
  );
};
