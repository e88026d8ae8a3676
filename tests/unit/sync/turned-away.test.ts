import { describe, expect, test } from "vitest";
import type { SyncStatus } from "#sync/status.ts";
import { watchTurnedAway } from "#sync/turned-away.ts";
import { toInstant } from "#domain/instant.ts";
import { openWake } from "#sync/wake.ts";

const waiting = (
  reason: "assertion.invalid" | "device.unknown" | "network.offline",
): SyncStatus => ({
  kind: "waiting",
  reason,
  retryAt: toInstant(0),
});

const makeEngine = () => {
  const listeners = new Set<() => void>();
  let status: SyncStatus = { kind: "exchanging" };
  return {
    status: () => status,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next: SyncStatus) {
      status = next;
      for (const listener of listeners) listener();
    },
  };
};

describe("an endpoint that does not take the device's word", () => {
  test("turns it away until an exchange came through, also while one is under way", () => {
    const engine = makeEngine();
    const isTurnedAway = watchTurnedAway(engine);
    const told = [isTurnedAway()];
    const statuses: SyncStatus[] = [
      waiting("assertion.invalid"),
      { kind: "exchanging" },
      waiting("device.unknown"),
      { kind: "settled" },
      waiting("network.offline"),
      { kind: "stopped", reason: "device.revoked" },
      { kind: "exchanging" },
    ];
    for (const status of statuses) {
      engine.become(status);
      told.push(isTurnedAway());
    }
    expect(told).toEqual([false, true, true, true, false, false, true, true]);
  });

  test("is asked for no line between two exchanges, and for one again once it lets the device in", () => {
    const engine = makeEngine();
    const isTurnedAway = watchTurnedAway(engine);
    const lines: { readyState: number; readonly refuse: () => void }[] = [];
    let tick = () => undefined as void;
    openWake({
      open() {
        const line = Object.assign(new EventTarget(), {
          CLOSED: 2,
          readyState: 0,
          close: () => undefined,
          refuse() {
            line.readyState = 2;
            line.dispatchEvent(new Event("error"));
          },
        });
        lines.push(line);
        return line as unknown as EventSource;
      },
      isWanted: () => !isTurnedAway(),
      later: (task) => {
        tick = task;
        return () => undefined;
      },
      onReach: () => undefined,
      onRefused: () => engine.become({ kind: "exchanging" }),
      onNews: () => undefined,
    });
    lines[0]?.refuse();
    engine.become(waiting("assertion.invalid"));
    // An hour of looks every 3 s, with an exchange tried now and then.
    for (let look = 0; look < 1_200; look += 1) {
      if (look % 100 === 50) engine.become({ kind: "exchanging" });
      if (look % 100 === 51) engine.become(waiting("assertion.invalid"));
      tick();
    }
    expect(lines).toHaveLength(1);
    engine.become({ kind: "settled" });
    tick();
    expect(lines).toHaveLength(2);
  });
});
