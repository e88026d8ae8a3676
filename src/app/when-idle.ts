/** Runs a task when the page has nothing better to do. WebKit cannot tell, so there it waits a moment. */
export const whenIdle = (task: () => void): void => {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(task);
  else setTimeout(task, 300);
};
