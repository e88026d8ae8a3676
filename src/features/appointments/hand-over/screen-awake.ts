import { onCleanup, onMount } from "solid-js";

/** Keeps the screen from dimming while the caller is shown. Where the platform cannot or will not, it dims as ever. */
export const createScreenAwake = (): void => {
  let lock: WakeLockSentinel | null = null;
  let isShown = true;
  const ask = async () => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      const granted = await navigator.wakeLock.request("screen");
      if (isShown) lock = granted;
      else await granted.release();
    } catch {
      // Refused, for example by a battery that runs low.
    }
  };
  // The platform takes the lock back whenever the page is out of sight.
  const askAgain = () => void ask();
  onMount(() => {
    void ask();
    document.addEventListener("visibilitychange", askAgain);
  });
  onCleanup(() => {
    isShown = false;
    document.removeEventListener("visibilitychange", askAgain);
    void lock?.release();
  });
};
