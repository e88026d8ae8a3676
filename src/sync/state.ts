import { opsMaxCount } from "#protocol/limits.ts";
import type { ExchangeFailureCode, SyncStatus } from "./status.ts";
import { addMs, type Instant } from "#domain/instant.ts";

/** What the engine knows about itself. `batch` is how many edits the next exchange sends at most. */
export type SyncState = {
  readonly phase:
    | { readonly kind: "idle" }
    | { readonly kind: "exchanging"; readonly again: boolean }
    | {
        readonly kind: "waiting";
        readonly reason: ExchangeFailureCode;
        readonly retryAt: Instant;
        /** The endpoint itself asked to be left alone until then. */
        readonly isAsked: boolean;
      }
    | { readonly kind: "stopped"; readonly reason: ExchangeFailureCode };
  readonly failures: number;
  readonly batch: number;
};

/**
 * Why an exchange is wanted. `person`: somebody pressed the button. `signal`: the network or the endpoint is back, or the
 * screen came to sight. `work`: something was written, or the endpoint said that there is news. `time`: a pause is over.
 */
export type Wish = "person" | "signal" | "work" | "time";

export type SyncEvent =
  | { readonly kind: "wanted"; readonly wish: Wish }
  | { readonly kind: "done"; readonly more: boolean }
  | {
      readonly kind: "failed";
      readonly reason: ExchangeFailureCode;
      readonly waitMs: number;
      readonly isAsked: boolean;
      readonly at: Instant;
    };

/** What the engine has to do next. `pause` starts the next exchange by itself after a while; each replaces the one before. */
export type Effect =
  | { readonly kind: "exchange"; readonly batch: number }
  | { readonly kind: "pause"; readonly forMs: number }
  | { readonly kind: "rest" };

/** Nothing has been tried yet. */
export const initialState: SyncState = { phase: { kind: "idle" }, failures: 0, batch: opsMaxCount };

/** Failures that no waiting mends: the phone has to be updated or enrolled again. */
const final: ReadonlySet<ExchangeFailureCode> = new Set<ExchangeFailureCode>([
  "device.revoked",
  "protocol.unknown",
  "protocol.too_old",
  "storage.newer",
]);

/**
 * The whole behaviour of the engine: a state and an event give the next state and what to do. Pure, so that every path
 * can be walked in a test.
 */
export const step = (
  state: SyncState,
  event: SyncEvent,
): { readonly state: SyncState; readonly effect: Effect | null } => {
  switch (event.kind) {
    case "wanted":
      return wanted(state, event.wish);
    case "done":
      return done(state, event.more);
    case "failed":
      return failed(state, event);
    default:
      return event satisfies never;
  }
};

const begin = (state: SyncState) => ({
  state: { ...state, phase: { kind: "exchanging", again: false } as const },
  effect: { kind: "exchange", batch: state.batch } as const,
});

const wanted = (state: SyncState, wish: Wish): ReturnType<typeof step> => {
  const { phase } = state;
  switch (phase.kind) {
    case "idle":
      return begin(state);
    case "exchanging":
      return { state: { ...state, phase: { ...phase, again: true } }, effect: null };
    case "waiting":
      return phase.isAsked && (wish === "work" || wish === "signal")
        ? { state, effect: null }
        : begin(state);
    case "stopped":
      return wish === "person" ? begin(state) : { state, effect: null };
    default:
      return phase satisfies never;
  }
};

const done = (state: SyncState, more: boolean): ReturnType<typeof step> => {
  const again = more || (state.phase.kind === "exchanging" && state.phase.again);
  const next = { ...state, failures: 0, batch: Math.min(state.batch * 2, opsMaxCount) };
  return again
    ? begin(next)
    : { state: { ...next, phase: { kind: "idle" } }, effect: { kind: "rest" } };
};

const failed = (
  state: SyncState,
  { reason, waitMs, isAsked, at }: Extract<SyncEvent, { kind: "failed" }>,
): ReturnType<typeof step> => {
  const next = {
    failures: state.failures + 1,
    batch: Math.max(Math.floor(state.batch / 2), 1),
  };
  if (final.has(reason)) {
    return { state: { ...next, phase: { kind: "stopped", reason } }, effect: null };
  }
  return {
    state: { ...next, phase: { kind: "waiting", reason, retryAt: addMs(at, waitMs), isAsked } },
    effect: { kind: "pause", forMs: waitMs },
  };
};

/** What a screen is told of the state. */
export const statusOf = ({ phase }: SyncState): SyncStatus => {
  switch (phase.kind) {
    case "idle":
      return { kind: "settled" };
    case "exchanging":
      return { kind: "exchanging" };
    case "waiting":
      return { kind: "waiting", reason: phase.reason, retryAt: phase.retryAt };
    case "stopped":
      return { kind: "stopped", reason: phase.reason };
    default:
      return phase satisfies never;
  }
};
