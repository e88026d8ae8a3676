import { type Accessor, createSignal, onCleanup } from "solid-js";

const stepMs = 1_000;

/** Counts down to zero by the second; the store keeps the real deadline, this only shows it. */
export const createCountdown = (): {
  readonly leftMs: Accessor<number>;
  readonly start: (milliseconds: number) => void;
} => {
  const [leftMs, setLeftMs] = createSignal(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);
  onCleanup(stop);
  return {
    leftMs,
    start(milliseconds) {
      stop();
      setLeftMs(milliseconds);
      timer = setInterval(() => {
        setLeftMs((left) => Math.max(0, left - stepMs));
        if (leftMs() === 0) stop();
      }, stepMs);
    },
  };
};
