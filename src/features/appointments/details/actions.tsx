import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { hasRoster, offeredStates } from "#domain/meeting/states.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { rosterRemovals } from "#features/parts/appointment-form/roster-edits.ts";
import { EarlierButton } from "./earlier-button.tsx";
import { CancelSheet } from "./cancel-sheet.tsx";
import { usePutIntoState } from "./states/put-into-state.ts";
import "#features/parts/screen/choices.css";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";

/** Cancelling a time, which can be undone, and deleting it, which cannot. */
export const Actions = (props: { readonly record: AppointmentRecord; readonly around: Around }) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  const [isCancelling, setCancelling] = createSignal(false);
  const now = createNow();
  const put = usePutIntoState(() => props.around);
  const words = () => texts().appointments.details;
  const name = () => clientName(props.record.values, props.around, texts());
  const client = () => props.record.values.client;
  const canCancel = () => offeredStates(props.record.values, now()).includes("cancelled");

  const remove = async () => {
    setAsking(false);
    const sight = store.ledger.sightOf(props.record.id);
    if (sight === null) return;
    const message = words().removed(name());
    const of = client();
    const written = await store.write([
      ...rosterRemovals(store.ledger, props.record.id),
      { verb: "del", sight },
    ]);
    if (!written.ok) {
      showNotSaved(toasts, texts(), written.failure);
      return;
    }
    leaveWithRecord(toasts, store.ledger, toasts.show({ text: message }), of);
    navigate("/appointments");
  };
  return (
    <section class="choices" aria-label={words().more}>
      <Show when={props.record.values.status === "cancelled"}>
        <Button onClick={() => void put(props.record, "booked")}>{words().bringBack}</Button>
        <Show when={client() !== null}>
          <ButtonLink href={`/waiting/new?appointment=${props.record.id}`}>
            {texts().waitingList.putClient}
          </ButtonLink>
        </Show>
      </Show>
      <Show when={canCancel()}>
        <Button onClick={() => setCancelling(true)}>{words().cancel}</Button>
      </Show>
      <EarlierButton record={props.record} around={props.around} />
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {words().remove}
      </Button>
      <Show when={isCancelling()}>
        <CancelSheet
          title={texts().states.cancelTitle}
          text={texts().states.cancelText}
          confirmLabel={texts().states.confirmCancel}
          isOfMany={hasRoster(props.record.values)}
          onClose={() => setCancelling(false)}
          onCancel={(cancelling) => {
            setCancelling(false);
            void put(props.record, "cancelled", cancelling);
          }}
        />
      </Show>
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
