import { onCleanup } from "solid-js";

/** Runs a task right after the next picture: what a person may need at once, but not to see it. */
export const afterNextFrame = (task: () => void): void => {
  requestAnimationFrame(() => setTimeout(task));
};

/** Runs a task that makes the picture after the next one: the next is drawn without waiting for it. */
export const afterPicture = (task: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(task));
};

/** So long nothing was pressed: longer than from one press to the next of somebody who turns pages. */
const restMs = 250;

/** Makes a way to run a task once when presses have come to rest, however many asked for it; not after this screen is gone. */
export const createAtRest = (task: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, restMs);
  };
};
