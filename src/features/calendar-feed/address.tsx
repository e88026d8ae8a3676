import { createSignal, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-field.tsx";
import { copyText } from "#features/parts/screen/copy-text.ts";
import { drawQr } from "#features/parts/screen/qr-drawing.ts";
import { useEnvironment } from "../environment.tsx";
import "#features/parts/screen/choices.css";
import "./address.css";

/** An address that was just made: it is shown this once, to be copied, subscribed to, or read off by another device. */
export const Address = (props: { readonly address: string }) => {
  const { toasts } = useEnvironment();
  const { texts } = useLocale();
  const [isCodeShown, setCodeShown] = createSignal(false);
  const words = () => texts().calendarFeed;
  const copy = async () => {
    const isCopied = await copyText(props.address);
    toasts.show(
      isCopied
        ? { text: words().copied, tone: "certain" }
        : { text: words().copyFailed, tone: "broken" },
    );
  };
  /** The scheme by which phones and Outlook ask whether to subscribe; over plain HTTP they mostly refuse it anyway. */
  const subscribing = () => props.address.replace(/^https?:/, "webcal:");
  return (
    <Notice tone="certain" title={words().ready}>
      <div class="stack">
        <p>{words().readyText}</p>
        <TextField
          label={words().address}
          value={props.address}
          readOnly
          onInput={() => undefined}
          spellcheck={false}
        />
        <div class="choices">
          <Button kind="primary" onClick={() => void copy()}>
            {words().copy}
          </Button>
          <ButtonLink href={subscribing()}>{words().subscribe}</ButtonLink>
          <Show when={!isCodeShown()}>
            <Button onClick={() => setCodeShown(true)}>{words().showCode}</Button>
          </Show>
        </div>
        <Show when={isCodeShown()}>
          <Code address={props.address} label={words().code} />
        </Show>
      </div>
    </Notice>
  );
};

const Code = (props: { readonly address: string; readonly label: string }) => {
  const drawing = () => drawQr(props.address);
  return (
    <svg
      class="feed-code"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${drawing().size} ${drawing().size}`}
      shape-rendering="crispEdges"
    >
      <path d={drawing().path} />
    </svg>
  );
};
