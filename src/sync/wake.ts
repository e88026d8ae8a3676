/** The endpoint's line to the device: a word when there is news, and a way to notice that the endpoint is back. */
export type Wake = { close(): void };

/** What a wake-up line is built from; `open` makes the platform's event stream. */
export type WakeParts = {
  readonly open: () => EventSource;
  readonly isWanted: () => boolean;
  readonly later: (task: () => void, delayMs: number) => () => void;
  /** The line stands: the endpoint is within reach. */
  readonly onReach: () => void;
  /**
   * The line was refused. Most often the session is over, and an exchange signs in: without one, news would wait for the
   * next pause to end. The browser does not tell why, so only the 1st, 2nd, 4th, 8th … refusal in a row is passed on.
   */
  readonly onRefused: () => void;
  /** The endpoint has news: what they are, where it says so (`protocol/news.ts`). */
  readonly onNews: (news: string | null) => void;
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
  let refusals = 0;

  const open = (): EventSource => {
    const line = parts.open();
    line.addEventListener("open", () => {
      refusals = 0;
      parts.onReach();
    });
    line.addEventListener("wake", () => parts.onNews(null));
    line.addEventListener("news", ({ data }: MessageEvent<string>) => parts.onNews(data));
    line.addEventListener("error", () => {
      if (isClosed || line.readyState !== line.CLOSED) return;
      refusals += 1;
      if (Number.isInteger(Math.log2(refusals))) parts.onRefused();
    });
    return line;
  };

  const connect = () => {
    cancel = null;
    if (isClosed) return;
    if (!parts.isWanted()) {
      source?.close();
      source = null;
    } else if (source === null || source.readyState === source.CLOSED) {
      source?.close();
      source = open();
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
