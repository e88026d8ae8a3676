import X from "lucide-solid/icons/x";
import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import type { ShownToast, Toasts } from "./toasts.ts";
import { createPageMark } from "./page-mark.ts";
import "./tone.css";
import "./toast-region.css";

export interface ToastRegionProps {
  readonly toasts: Toasts;
  /** Names the landmark: "Messages". */
  readonly label: string;
  readonly closeLabel: string;
  /** A toast with an action stays twice as long. */
  readonly durationMs?: number | undefined;
}

const DURATION_MS = 7000;

/** Says what just happened, politely; waits while it is pointed at or holds the focus. */
export function ToastRegion(props: ToastRegionProps) {
  const [pointed, setPointed] = createSignal(false);
  const [focused, setFocused] = createSignal(false);
  return (
    // The attribute keeps an open dialog from hiding the messages behind it.
    <section
      class="toast-region"
      aria-label={props.label}
      data-kb-top-layer=""
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <div role="log" aria-live="polite" aria-relevant="additions">
        <For each={props.toasts.isHushed() ? [] : props.toasts.shown()}>
          {(toast) => (
            <ToastCard
              toast={toast}
              closeLabel={props.closeLabel}
              paused={pointed() || focused()}
              durationMs={(props.durationMs ?? DURATION_MS) * (toast.action ? 2 : 1)}
              onGone={() => props.toasts.dismiss(toast.id)}
            />
          )}
        </For>
      </div>
    </section>
  );
}

function ToastCard(props: {
  readonly toast: ShownToast;
  readonly closeLabel: string;
  readonly paused: boolean;
  readonly durationMs: number;
  readonly onGone: () => void;
}) {
  createPageMark("toast");
  createEffect(() => {
    if (props.paused) return;
    const timer = setTimeout(() => props.onGone(), props.durationMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="toast" data-tone={props.toast.tone}>
      <p class="toast-text">
        {props.toast.text}
        <Show when={props.toast.times > 1}>
          <span class="toast-times"> ×{props.toast.times}</span>
        </Show>
      </p>
      <Show when={props.toast.action}>
        {(action) => (
          <Button
            kind="quiet"
            onClick={() => {
              action().run();
              props.onGone();
            }}
          >
            {action().label}
          </Button>
        )}
      </Show>
      <IconButton label={props.closeLabel} onClick={() => props.onGone()}>
        <X />
      </IconButton>
    </div>
  );
}
