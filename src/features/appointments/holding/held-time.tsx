import { createSignal } from "solid-js";
import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { heldSpan } from "./held-span.ts";
import { HeldRow } from "./held-row.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { createGiveBack } from "./give-back.ts";

/** One allotment with its way back. Whoever returns another device's is asked: it may have promised times already. */
export const HeldTime = (props: {
  readonly allotment: AllotmentRecord;
  /** It was held just now. */
  readonly isNew: boolean;
}) => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isAsking, setAsking] = createSignal(false);
  const isOwn = () => props.allotment.values.holder === store.identity.device;
  /** Two of one purpose are told apart by when they are. */
  const name = () => {
    const { values } = props.allotment;
    return [values.label, heldSpan(values, now(), formats(), texts())].filter(Boolean).join(" ");
  };
  const giveBackNow = createGiveBack();
  const giveBack = () => {
    setAsking(false);
    void giveBackNow([props.allotment]);
  };
  return (
    <HeldRow
      allotment={props.allotment}
      isNew={props.isNew}
      trailing={
        <>
          <Button onClick={() => (isOwn() ? giveBack() : setAsking(true))}>
            <span aria-hidden="true">{texts().holding.giveBack}</span>
            <span class="visually-hidden">{texts().holding.giveBackOf(name())}</span>
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
