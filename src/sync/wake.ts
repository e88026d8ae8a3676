/** The endpoint's line to the device: a word when there is news, and a way to notice that the endpoint is back. */
export type Wake = { close(): void };

/** What a wake-up line is built from; `open` makes the platform's event stream. */
export type WakeParts = {
  readonly open: () => EventSource;
  readonly isWanted: () => boolean;
  readonly later: (task: () => void, delayMs: number) => () => void;
  /** The line stands: the endpoint is within reach. */
  readonly onReach: () => void;
  /** The endpoint has news. */
  readonly onNews: () => void;
};

/** How long until a line that was refused is tried again, in milliseconds. Short, so that the return of an endpoint is noticed within 5 s. */
const reopenAfterMs = 3_000;

/**
 * Keeps a server-sent-events line open while it is wanted (the screen is visible and the phone believes it has a network).
 * Browsers reconnect a broken line by themselves, but not a refused one: that one is opened again here.
 */
export const openWake = (parts: WakeParts): Wake => {
  let source: EventSource | null = null;
  let cancel: (() => void) | null = null;
  let isClosed = false;

  const connect = () => {
    cancel = null;
    if (isClosed) return;
    if (!parts.isWanted()) {
      source?.close();
      source = null;
    } else if (source === null || source.readyState === source.CLOSED) {
      source?.close();
      source = parts.open();
      source.addEventListener("open", () => parts.onReach());
      source.addEventListener("wake", () => parts.onNews());
    }
    cancel = parts.later(connect, reopenAfterMs);
  };

  connect();
  return {
    close() {
      isClosed = true;
      cancel?.();
      source?.close();
    },
  };
};
