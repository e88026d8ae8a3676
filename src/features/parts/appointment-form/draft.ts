import { createEffect, on, onCleanup } from "solid-js";
import type { Json } from "#domain/json.ts";
import type { Store } from "#store/store.ts";

/** How long typing rests before it is put on the disk. */
const restMs = 400;

export type Draft = {
  /** Puts on the disk at once what waits for its moment of rest. */
  flush(): void;
  /** Ends the draft: what was typed is saved elsewhere, or thrown away on purpose. */
  finish(): Promise<void>;
};

/**
 * Keeps what is typed, sealed, on the disk: a moment after each change, and at once when the page goes away.
 * `content` is `null` while there is nothing worth keeping; then nothing is kept.
 */
export const createDraft = (
  drafts: Store["drafts"],
  id: string,
  content: () => Json | null,
  onFailure: () => void,
): Draft => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDone = false;
  let waiting = false;

  const flush = () => {
    clearTimeout(timer);
    if (!waiting || isDone) return;
    waiting = false;
    const kept = content();
    // Handed over at once: what the store has been given before it locks is kept, and in this order.
    const stored = kept === null ? drafts.clear(id) : drafts.save(id, kept);
    void stored.then((outcome) => outcome.ok || onFailure());
  };
  const hide = () => {
    if (document.visibilityState === "hidden") flush();
  };

  createEffect(
    on(
      () => JSON.stringify(content()),
      () => {
        waiting = true;
        clearTimeout(timer);
        timer = setTimeout(flush, restMs);
      },
      { defer: true },
    ),
  );
  document.addEventListener("visibilitychange", hide);
  addEventListener("pagehide", flush);
  onCleanup(() => {
    flush();
    document.removeEventListener("visibilitychange", hide);
    removeEventListener("pagehide", flush);
  });

  return {
    flush,
    async finish() {
      isDone = true;
      clearTimeout(timer);
      await drafts.clear(id);
    },
  };
};
