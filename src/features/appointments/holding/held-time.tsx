import { createSignal } from "solid-js";
import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { useEnvironment } from "#features/environment.tsx";
import { HeldRow } from "./held-row.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { createGiveBack } from "./give-back.ts";

/** One allotment with its way back. Whoever returns another device's is asked: it may have promised times already. */
export const HeldTime = (props: { readonly allotment: AllotmentRecord }) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const [isAsking, setAsking] = createSignal(false);
  const isOwn = () => props.allotment.values.holder === store.identity.device;
  const giveBackNow = createGiveBack();
  const giveBack = () => {
    setAsking(false);
    void giveBackNow([props.allotment]);
  };
  return (
    <HeldRow
      allotment={props.allotment}
      trailing={
        <>
          <Button onClick={() => (isOwn() ? giveBack() : setAsking(true))}>
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
            onConfirm={giveBack}
          />
        </>
      }
    />
  );
};
