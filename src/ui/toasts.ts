import { createSignal, onCleanup, type Accessor } from "solid-js";
import type { Tone } from "./tone.ts";

export interface Toast {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** One thing to do about it, mostly undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export interface ShownToast extends Toast {
  readonly id: number;
  /** How often the same was said while it was shown: a second saving looks like the first otherwise. */
  readonly times: number;
}

export interface Toasts {
  readonly shown: Accessor<readonly ShownToast[]>;
  readonly show: (toast: Toast) => number;
  readonly dismiss: (id: number) => void;
  /** While true nothing is drawn; what is told meanwhile waits. */
  readonly isHushed: Accessor<boolean>;
  /** Puts every message away and draws none until what it returns is called. */
  readonly hush: () => () => void;
}

/** More than this at once would cover the screen; the oldest gives way. */
const AT_ONCE = 2;

/** The same words again are one message; each one's own action is not. */
const isSaidBy = (next: Toast, earlier: Toast): boolean =>
  next.text === earlier.text && next.action === undefined && earlier.action === undefined;

export function createToasts(): Toasts {
  const [shown, setShown] = createSignal<readonly ShownToast[]>([]);
  const [hushes, setHushes] = createSignal(0);
  let lastId = 0;
  return {
    shown,
    isHushed: () => hushes() > 0,
    hush() {
      setShown([]);
      setHushes((count) => count + 1);
      return () => setHushes((count) => count - 1);
    },
    show(toast) {
      lastId += 1;
      const id = lastId;
      setShown((toasts) => {
        const said = toasts.find((one) => isSaidBy(toast, one));
        // A new message in its place: it comes in once more, and a voice reads it once more.
        const next = { ...toast, id, times: (said?.times ?? 0) + 1 };
        return [...toasts.filter((one) => one !== said), next].slice(-AT_ONCE);
      });
      return id;
    },
    dismiss(id) {
      setShown((toasts) => toasts.filter((toast) => toast.id !== id));
    },
  };
}

/**
 * For a screen that is turned to somebody else: no message is drawn over it as long as it is there, for they cover it and
 * name people. What is told meanwhile is drawn once it has gone.
 */
export const createHush = (toasts: Toasts): void => {
  onCleanup(toasts.hush());
};

/**
 * Messages of a part of the program, shown among the others: they go when it does, and nothing is shown for it any more.
 * Behind the lock they name people, and the lock screen is for everybody to see.
 */
export function createToastsWithin(toasts: Toasts): Toasts {
  const mine = new Set<number>();
  let isOver = false;
  onCleanup(() => {
    isOver = true;
    for (const id of mine) toasts.dismiss(id);
  });
  return {
    ...toasts,
    show(toast) {
      if (isOver) return 0;
      const id = toasts.show(toast);
      mine.add(id);
      return id;
    },
  };
}
