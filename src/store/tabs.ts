/** Talks to the other tabs of the same browser. After `close` it tells and hears nothing. */
export type Tabs = {
  /** Tells that something was committed. */
  tellCommitted(): void;
  /** Tells that somebody locked the vault here, so that it locks everywhere. */
  tellLocked(): void;
  onCommitted(listener: () => void): void;
  onLocked(listener: () => void): void;
  close(): void;
};

type Message = "committed" | "locked";

/** Joins the tabs that have the same store open. */
export const openTabs = (name: string): Tabs => {
  const channel = new BroadcastChannel(`katve:${name}`);
  let isClosed = false;
  const listen = (wanted: Message, listener: () => void) => {
    channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (!isClosed && data === wanted) listener();
    });
  };
  const tell = (message: Message) => {
    if (isClosed) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    channel.postMessage(message);
  };
  return {
    tellCommitted: () => tell("committed"),
    tellLocked: () => tell("locked"),
    onCommitted: (listener) => listen("committed", listener),
    onLocked: (listener) => listen("locked", listener),
    close() {
      isClosed = true;
      channel.close();
    },
  };
};
