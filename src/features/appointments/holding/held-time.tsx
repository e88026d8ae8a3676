import { createSignal } from "solid-js";
import type { AllotmentRecord } from "#domain/allotted.ts";
import { useEnvironment } from "#features/environment.tsx";
import { HeldRow } from "#features/held-row.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";

/** One allotment with its way back. Whoever returns another device's is asked: it may have promised times already. */
export const HeldTime = (props: { readonly allotment: AllotmentRecord }) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const [isAsking, setAsking] = createSignal(false);
  const isOwn = () => props.allotment.values.holder === store.identity.device;
  const giveBack = async () => {
    setAsking(false);
    const sight = store.ledger.sightOf(props.allotment.id);
    if (sight === null) return;
    const { givenBack } = texts().holding;
    const { notSaved } = texts().common;
    const written = await store.write([{ verb: "set", sight, field: "status", value: "returned" }]);
    if (written.ok) toasts.show({ text: givenBack });
    else {
      const text = `${notSaved}. ${texts().failures[written.failure.code]}`;
      toasts.show({ text, tone: "broken" });
    }
  };
  return (
    <HeldRow
      allotment={props.allotment}
      trailing={
        <>
          <Button onClick={() => (isOwn() ? void giveBack() : setAsking(true))}>
            <span aria-hidden="true">{texts().holding.giveBack}</span>
            <span class="visually-hidden">
              {texts().holding.giveBackOf(
                props.allotment.values.label || texts().holding.listTitle,
              )}
            </span>
          </Button>
          <ConfirmDialog
            open={isAsking()}
            title={texts().holding.askTitle}
            text={texts().holding.askText}
            confirmLabel={texts().holding.giveBack}
            cancelLabel={texts().holding.keep}
            onCancel={() => setAsking(false)}
            onConfirm={() => void giveBack()}
          />
        </>
      }
    />
  );
};
