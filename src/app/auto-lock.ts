import type { Clock } from "#domain/instant.ts";

/** How long the screen may lie untouched before it locks, and how long before that it warns (WCAG 2.2, 2.2.1). */
const idleMaxMs = 300_000;
const warnBeforeMs = 30_000;
const lookEveryMs = 5_000;

/** Signs of somebody being there. */
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/**
 * Locks the vault when nobody has touched the screen for five minutes, counted also while the page slept. `onWarning` is
 * called once, half a minute before; any touch starts the count anew. Returns how to stop.
 */
export const watchIdle = (
  clock: Clock,
  { onWarning, onIdle }: { readonly onWarning: () => void; readonly onIdle: () => void },
): (() => void) => {
  let lastSign = clock.now();
  let isWarned = false;
  const noteSign = () => {
    if (clock.now() - lastSign >= idleMaxMs) return;
    lastSign = clock.now();
    isWarned = false;
  };
  const look = () => {
    const idleMs = clock.now() - lastSign;
    if (idleMs >= idleMaxMs) onIdle();
    else if (idleMs >= idleMaxMs - warnBeforeMs && !isWarned) {
      isWarned = true;
      onWarning();
    }
  };
  const timer = setInterval(look, lookEveryMs);
  for (const sign of signs)
    document.addEventListener(sign, noteSign, { passive: true, capture: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    for (const sign of signs) document.removeEventListener(sign, noteSign, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
};
