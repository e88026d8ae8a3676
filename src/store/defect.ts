/** Takes a broken invariant to whoever answers for the whole page. */
export type OnDefect = (error: unknown) => void;

/**
 * Hands a defect to the page's one handler (the `error` event of the window) without stopping whoever noticed it: a
 * screen that fails to draw must not turn a finished save into a failed one.
 */
export const throwLater: OnDefect = (error) => {
  queueMicrotask(() => {
    throw error;
  });
};
