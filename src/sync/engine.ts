import { fail, ok } from "#domain/result.ts";
import { type OnDefect, throwLater } from "#store/defect.ts";
import { makeListeners } from "#store/listeners.ts";
import { backoffMs, idlePauseMs } from "./backoff.ts";
import { exchangeOnce, type ExchangeFailure, type ExchangeParts } from "./exchange.ts";
import { takeAllNews } from "./news.ts";
import { type Effect, initialState, statusOf, step, type SyncEvent, type Wish } from "./state.ts";
import type { SyncStatus } from "./status.ts";

/** Brings the device and the endpoint together whenever it can, without anyone asking. */
export type Engine = {
  status(): SyncStatus;
  /** Calls `listener` after every change of the status; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** An exchange is wanted. Many wishes make one exchange. */
  want(wish: Wish): void;
  /** The endpoint has told what is new: it is taken as it is if that can be, and asked for in an exchange otherwise. */
  hear(news: string): void;
  /** Ends it: nothing starts any more. An exchange under way finishes its line and no other. */
  close(): void;
  /** Resolves after {@link close}, once nothing runs any more: only then may another tab lead. */
  readonly ended: Promise<void>;
};

/** What the engine is built from; `later` runs a task once after a delay and returns how to cancel it. */
export type EngineParts = ExchangeParts & {
  readonly later: (task: () => void, delayMs: number) => () => void;
  readonly isVisible: () => boolean;
  /** Where a defect goes; without it, to the page's handler of errors. The engine goes on. */
  readonly onDefect?: OnDefect;
};

/** How long after a write its exchange starts, in milliseconds: a form writes several times in a row (architecture.md §3). */
const afterWriteMs = 1_500;

/**
 * What a defect in the middle of an exchange is told as: the sentence asks to try again and then to open the program anew,
 * which is all that helps.
 */
const ofDefect = { code: "storage.lost" } as const;

/** The longest pause an endpoint can ask for, in milliseconds: a day. A timer cannot count much further than three weeks. */
const longestAskedMs = 86_400_000;

/** Starts the engine. It writes nothing but through the store, and one tab runs it at a time. */
export const startEngine = (parts: EngineParts): Engine => {
  const { store, clock, chance, later, isVisible, onDefect = throwLater } = parts;
  const listeners = makeListeners<void>(onDefect);
  const ending = new AbortController();
  let noteEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    noteEnded = resolve;
  });
  let running = 0;
  let state = initialState;
  /** What the endpoint has told by itself; `null` when anything else wants an exchange, which then brings it all. */
  let heard: string[] | null = null;
  let cancelPause: (() => void) | null = null;
  let cancelWrite: (() => void) | null = null;
  let isClosed = false;
  let unsentBefore = new Set(store.exchange.unsent().map(({ id }) => id));

  const handle = (event: SyncEvent) => {
    if (isClosed) return;
    if (event.kind === "wanted") heard = null;
    advance(event);
  };

  const advance = (event: SyncEvent) => {
    const next = step(state, event);
    state = next.state;
    if (next.effect !== null) perform(next.effect);
    listeners.tell();
  };

  const perform = (effect: Effect) => {
    cancelPause?.();
    cancelPause = null;
    switch (effect.kind) {
      case "exchange":
        void run(exchange(effect.batch));
        return;
      case "pause":
        cancelPause = later(() => handle({ kind: "wanted", wish: "time" }), effect.forMs);
        return;
      case "rest":
        void run(store.exchange.tidy());
        cancelPause = later(restOver, idlePauseMs(chance));
        return;
      default:
        effect satisfies never;
    }
  };

  const restOver = () => {
    if (isVisible()) handle({ kind: "wanted", wish: "time" });
    else cancelPause = later(restOver, idlePauseMs(chance));
  };

  /** News cost no request; whatever they cannot bring is asked for. */
  const bring = async (batch: number): ReturnType<typeof exchangeOnce> => {
    const news = heard ?? [];
    heard = [];
    const taken = await takeAllNews(store, clock, news);
    if (!taken.ok || taken.value) return taken.ok ? ok({ more: false }) : taken;
    return exchangeOnce({ ...parts, signal: ending.signal }, batch);
  };

  const exchange = async (batch: number) => {
    const outcome = await bring(batch).catch((error: unknown) => {
      onDefect(error);
      return fail(ofDefect);
    });
    // What is left over, and what could not be brought, is not in the news.
    if (!outcome.ok || outcome.value.more) heard = null;
    if (outcome.ok) handle({ kind: "done", more: outcome.value.more });
    else handle(toFailed(outcome.failure));
  };

  const run = async (task: Promise<unknown>) => {
    running += 1;
    await task.catch(onDefect);
    running -= 1;
    if (isClosed && running === 0) noteEnded();
  };

  const toFailed = (failure: ExchangeFailure): SyncEvent => {
    const asked =
      "retryAfterMs" in failure && failure.retryAfterMs !== undefined
        ? Math.min(failure.retryAfterMs, longestAskedMs)
        : undefined;
    return {
      kind: "failed",
      reason: failure.code,
      waitMs: asked ?? backoffMs(state.failures + 1, chance),
      isAsked: asked !== undefined,
      at: clock.now(),
    };
  };

  const unsubscribe = store.ledger.subscribe(() => {
    const unsent = new Set(store.exchange.unsent().map(({ id }) => id));
    const isNew = [...unsent].some((id) => !unsentBefore.has(id));
    unsentBefore = unsent;
    if (!isNew) return;
    cancelWrite?.();
    cancelWrite = later(() => {
      // Something else may have taken it along meanwhile.
      if (store.exchange.unsent().length > 0) handle({ kind: "wanted", wish: "work" });
    }, afterWriteMs);
  });

  handle({ kind: "wanted", wish: "signal" });
  return {
    status: () => statusOf(state),
    subscribe: listeners.add,
    want: (wish) => handle({ kind: "wanted", wish }),
    hear(news) {
      if (isClosed) return;
      heard?.push(news);
      advance({ kind: "wanted", wish: "work" });
    },
    close() {
      isClosed = true;
      ending.abort();
      if (running === 0) noteEnded();
      unsubscribe();
      cancelPause?.();
      cancelWrite?.();
    },
    ended,
  };
};
