import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { StatusCode } from "#domain/kinds/appointment-codes.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { useEnvironment } from "#features/environment.tsx";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { EarlierButton } from "./earlier-button.tsx";
import "#features/parts/screen/choices.css";

/** Cancelling a time, which can be undone, and deleting it, which cannot. */
export const Actions = (props: { readonly record: AppointmentRecord; readonly around: Around }) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  const words = () => texts().appointments.details;
  const name = () => clientName(props.record.values, props.around, texts());
  const client = () => props.record.values.client;
  const tellFailure = (code: FailureCode) =>
    toasts.show({ text: `${texts().common.notSaved}. ${texts().failures[code]}`, tone: "broken" });

  const setStatus = async (status: StatusCode, canUndo: boolean) => {
    const sight = store.ledger.sightOf(props.record.id);
    if (sight === null) return;
    const written = await store.write([{ verb: "set", sight, field: "status", value: status }]);
    if (!written.ok) {
      tellFailure(written.failure.code);
      return;
    }
    const who = name();
    const back = status === "cancelled" ? "booked" : "cancelled";
    const toast = toasts.show({
      text: status === "cancelled" ? words().cancelled(who) : words().broughtBack(who),
      action: canUndo
        ? { label: texts().common.undo, run: () => void setStatus(back, false) }
        : undefined,
    });
    leaveWithRecord(toasts, store.ledger, toast, client());
  };
  const remove = async () => {
    setAsking(false);
    const sight = store.ledger.sightOf(props.record.id);
    if (sight === null) return;
    const message = words().removed(name());
    const of = client();
    const written = await store.write([{ verb: "del", sight }]);
    if (!written.ok) {
      tellFailure(written.failure.code);
      return;
    }
    leaveWithRecord(toasts, store.ledger, toasts.show({ text: message }), of);
    navigate("/appointments");
  };
  return (
    <section class="choices" aria-label={words().more}>
      <Show
        when={props.record.values.status === "cancelled"}
        fallback={
          <Button onClick={() => void setStatus("cancelled", true)}>{words().cancel}</Button>
        }
      >
        <Button onClick={() => void setStatus("booked", true)}>{words().bringBack}</Button>
      </Show>
      <EarlierButton record={props.record} around={props.around} />
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {words().remove}
      </Button>
      <ConfirmDialog
        open={isAsking()}
        title={words().removeTitle}
        text={words().removeText}
        confirmLabel={words().remove}
        cancelLabel={texts().common.doNotDelete}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      />
    </section>
  );
};
