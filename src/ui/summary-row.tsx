import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import "./summary-row.css";

export interface SummaryRowProps {
  /** What is chosen now, in one line: "Guidance, 45 min, Finnish". */
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly openLabel: string;
  readonly closeLabel: string;
  /** The controls behind the line. */
  readonly children: JSX.Element;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Earlier choices folded into one line that opens for changing. */
export function SummaryRow(props: SummaryRowProps) {
  const id = createUniqueId();
  const [ownOpen, setOwnOpen] = createSignal(false);
  const open = () => props.open ?? ownOpen();
  const toggle = () => {
    const next = !open();
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  return (
    <div class="summary">
      <div class="summary-row">
        <div class="summary-texts">
          <p class="summary-title" id={`${id}-title`}>
            {props.title}
          </p>
          <Show when={props.subtitle}>
            <p class="summary-subtitle">{props.subtitle}</p>
          </Show>
        </div>
        <button
          class="summary-toggle"
          type="button"
          id={`${id}-toggle`}
          aria-expanded={open()}
          aria-controls={`${id}-body`}
          aria-labelledby={`${id}-toggle ${id}-title`}
          onClick={toggle}
        >
          {open() ? props.closeLabel : props.openLabel}
        </button>
      </div>
      <div id={`${id}-body`}>
        <Show when={open()}>
          <div class="summary-body">{props.children}</div>
        </Show>
      </div>
    </div>
  );
}
