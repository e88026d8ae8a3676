/** So long a task waits at most for a moment in which nothing else is to be done. */
const patienceMs = 200;

/**
 * Runs a task when the next picture has been drawn and nothing presses: the next press and its picture come first. WebKit
 * cannot tell what waits, so there it runs right after the picture.
 */
export const afterPicture = (task: () => void): void => {
  requestAnimationFrame(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(task, { timeout: patienceMs });
    else setTimeout(task);
  });
};
