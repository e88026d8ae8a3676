import { type Accessor, createSignal } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Door, DoorState } from "#store/door.ts";
import type { StorageFailure } from "#store/guard.ts";
import type { UnlockFailure } from "#store/keyring.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import type { Transport } from "#sync/transport.ts";
import { type Enrolling, makeEnrol } from "./newcomer.ts";

/** How far somebody has come on this device. */
export type Stage =
  | { readonly kind: "looking" }
  | { readonly kind: "unreadable"; readonly failure: StorageFailure }
  | DoorState
  | { readonly kind: "open"; readonly store: Store };

/** The way from a closed device to an open store, and back. */
export type Entrance = {
  readonly stage: Accessor<Stage>;
  /** Calls `onEnrolled` once the code is used up, before anything of the program is shown. */
  enrol(
    enrolling: Enrolling,
    onEnrolled: () => void,
  ): Promise<Result<true, { readonly code: FailureCode }>>;
  unlock(passphrase: string): Promise<Result<true, UnlockFailure | StorageFailure>>;
  /** Locks this page alone: nobody has touched it for a while. */
  rest(): void;
  /** Locks every page of the browser: a person wants it. */
  lock(): void;
};

/** Looks whether somebody has enrolled on this device, and lets in whoever has the passphrase. */
export const createEntrance = (door: Door, transport: Transport, platform: Platform): Entrance => {
  const [stage, setStage] = createSignal<Stage>({ kind: "looking" });
  const enrolDevice = makeEnrol(door, transport, platform);

  void firstStage(door).then(setStage);

  const leave = (next: Stage, close: (store: Store) => void) => {
    const now = stage();
    if (now.kind !== "open") return;
    setStage(next);
    close(now.store);
  };
  const locked = (): Stage => {
    const now = stage();
    const store = now.kind === "open" ? now.store : null;
    return {
      kind: "locked",
      hasUnsent: store !== null && store.ledger.unsentSaves() > 0,
      isRevoked: store !== null && store.isRevoked(),
    };
  };
  const rest = () => leave(locked(), (store) => store.close());

  const enter = (store: Store): Result<true, UnlockFailure | StorageFailure> => {
    if (store.damage().edits > 0) {
      store.close();
      return fail({ code: "vault.damaged" });
    }
    store.onLocked(rest);
    store.onEnding((failure) => leave({ kind: "unreadable", failure }, (ended) => ended.close()));
    setStage({ kind: "open", store });
    return ok(true);
  };

  return {
    stage,
    async enrol(enrolling, onEnrolled) {
      // A vault that another tab has made, or that came to light late, is opened, and the code stays unused.
      const state = await door.state();
      if (!state.ok) return state;
      if (state.value.kind === "locked") {
        setStage(state.value);
        return fail({ code: "storage.blocked" });
      }
      const opened = await enrolDevice(enrolling);
      if (!opened.ok) return opened;
      onEnrolled();
      return enter(opened.value);
    },
    async unlock(passphrase) {
      const opened = await door.unlock(passphrase);
      return opened.ok ? enter(opened.value) : opened;
    },
    rest,
    lock: () => leave(locked(), (store) => store.lock()),
  };
};

const firstStage = async (door: Door): Promise<Stage> => {
  const state = await door.state();
  return state.ok ? state.value : { kind: "unreadable", failure: state.failure };
};
