import { useNavigate } from "@solidjs/router";
import { type Accessor, createSignal } from "solid-js";
import type { FailureCode, FieldFailure } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Kind } from "#domain/kind.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { ok } from "#domain/result.ts";
import { parseWaiting, type WaitingForm } from "#domain/waiting/waiting-form.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import { isClientHere } from "#features/parts/appointment-form/known-client-check.ts";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

export type AddEntry = {
  readonly isBusy: Accessor<boolean>;
  readonly failure: Accessor<FailureCode | "no-team" | null>;
  /** `wrong`: the form names what is wrong. */
  add(): Promise<"added" | "wrong" | "not-saved">;
};

/** Puts what a form says on the waiting list, a new client in the same save; `onAdded` is told before the page is left. */
export const makeAddEntry = (
  form: FormState<WaitingForm>,
  draftId: string,
  onAdded: () => void,
): AddEntry => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const navigate = useNavigate();
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<FailureCode | "no-team" | null>(null);
  const removing = async (entry: RecordId, newClient: RecordId | null) => {
    const isLeantOn = newClient !== null && leansOn(store.ledger, newClient, entry);
    const made = newClient === null || isLeantOn ? [entry] : [entry, newClient];
    const edits = made.flatMap((record): Edit[] => {
      const sight = store.ledger.sightOf(record);
      return sight === null ? [] : [{ verb: "del", sight }];
    });
    return store.write(edits);
  };
  return {
    isBusy,
    failure,
    async add() {
      const parsed = parseWaiting({ ...form.values });
      const chosen = form.values.client;
      const failures: FieldFailure[] = parsed.ok ? [] : [...parsed.failure];
      if (chosen !== null && !isClientHere(store, chosen)) {
        failures.unshift({ field: "name", code: "client.gone" });
      }
      form.setFailures(failures);
      setFailure(null);
      if (!parsed.ok || failures.length > 0) return "wrong";
      const home = teamScopeOf(store);
      if (home === null) {
        setFailure("no-team");
        return "not-saved";
      }
      const { newClient, wish } = parsed.value;
      const edits: Edit[] = [];
      const record = store.newRecordId();
      const madeClient = newClient === null ? null : store.newRecordId();
      const client = madeClient ?? form.values.client;
      if (newClient !== null && madeClient !== null) {
        const fields = { ...newClient, note: "" };
        edits.push({ verb: "new", record: madeClient, kind: clientKind.name, home, fields });
      }
      const fields = { ...wish, client, status: "waiting" };
      edits.push({ verb: "new", record, kind: waitingKind.name, home, fields });
      setBusy(true);
      const written = await store.write(edits, draftId);
      setBusy(false);
      if (!written.ok) {
        setFailure(written.failure.code);
        return "not-saved";
      }
      onAdded();
      const said = { done: texts().waitingList.added(form.values.name.trim()) };
      const undone = texts().waitingList.addUndone;
      const outcome = ok(() => removing(record, madeClient));
      const toast = showUndoable(toasts, texts(), outcome, { ...said, undone });
      leaveWithRecord(toasts, store.ledger, toast, record);
      // The form is no place to come back to: it would be one press from adding twice.
      navigate("/waiting", { replace: true });
      return "added";
    },
  };
};

/** Whether anything beside one entry of the list is about a client: then the client stays when that entry goes. */
const leansOn = (ledger: Ledger, client: RecordId, entry: RecordId): boolean =>
  [appointmentKind, attendanceKind, waitingKind].some((kind) =>
    [...ledger.all<Kind>(kind).values()].some(
      ({ id, values }) => id !== entry && values["client"] === client,
    ),
  );
