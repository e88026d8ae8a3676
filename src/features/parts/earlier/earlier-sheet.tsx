import { createSignal, Show, untrack } from "solid-js";
import { networkFailureCodes } from "#domain/failure.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createChangedFields } from "./changed-fields.ts";
import { type EarlierField, EarlierOfField } from "./earlier-of-field.tsx";
import { createLostValues } from "./earlier-values.ts";
import { useEnvironment } from "#features/environment.tsx";
import "./earlier-sheet.css";

type EarlierProps = {
  readonly fields: readonly EarlierField[];
  readonly around: Around;
  readonly onClose: () => void;
};

/** What stood in a field before, by whom and until when, for somebody to look at or to take up again. */
export const EarlierSheet = (props: EarlierProps & { readonly open: boolean }) => {
  const { texts } = useLocale();
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={texts().earlier.title}
      closeLabel={texts().earlier.close}
    >
      <Found fields={props.fields} around={props.around} onClose={() => props.onClose()} />
    </Dialog>
  );
};

/** The fields that have earlier values; without a connection those of which the device itself has some. */
const Found = (props: EarlierProps) => {
  const { askEarlier, askChangedFields } = useEnvironment();
  const { texts } = useLocale();
  const found = createChangedFields(
    askChangedFields,
    untrack(() => props.fields),
  );
  const lost = createLostValues();
  const isAway = () => networkFailureCodes.some((code) => code === found.failure());
  const fields = () =>
    found.failure() === null
      ? found.changed()
      : props.fields.filter((field) => lost(field).length > 0);
  const [picked, setPicked] = createSignal<EarlierField | null>(null);
  const chosen = () => fields().find((field) => field === picked()) ?? fields()[0];
  return (
    <>
      <div role="status">
        <Show when={found.isLooking()}>
          <p>{texts().earlier.loading}</p>
        </Show>
        <Show when={!found.isLooking() && found.failure() === null && fields().length === 0}>
          <p>{texts().earlier.none}</p>
        </Show>
      </div>
      <Show when={found.failure()}>
        {(code) => (
          <Notice
            tone="waiting"
            action={<Button onClick={() => found.look()}>{texts().exchange.tryNow}</Button>}
          >
            <p>{isAway() ? texts().earlier.needsConnection : texts().failures[code()]}</p>
            <Show when={fields().length === 0}>
              <p>{texts().earlier.noneOnDevice}</p>
            </Show>
          </Notice>
        )}
      </Show>
      <Show when={found.isLooking() ? undefined : chosen()}>
        {(field) => (
          <EarlierOfField
            chosen={field()}
            onChoose={setPicked}
            fields={fields()}
            ask={found.failure() === null ? askEarlier : null}
            around={props.around}
            onClose={() => props.onClose()}
          />
        )}
      </Show>
    </>
  );
};
