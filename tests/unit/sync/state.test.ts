import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { opsMaxCount } from "#protocol/limits.ts";
import { initialState, statusOf, step, type SyncEvent, type SyncState } from "#sync/state.ts";

const at = toInstant(1_000);
const failed = (
  reason: "network.offline" | "device.revoked" | "device.unknown",
  isAsked = false,
): SyncEvent => ({
  kind: "failed",
  reason,
  waitMs: 2_000,
  isAsked,
  at,
});

const walk = (...events: SyncEvent[]): SyncState =>
  events.reduce((state, event) => step(state, event).state, initialState);

const wanted = (wish: "person" | "signal" | "work" | "time"): SyncEvent => ({
  kind: "wanted",
  wish,
});

describe("the engine's behaviour", () => {
  test("starts an exchange when one is wanted", () => {
    expect(step(initialState, wanted("work")).effect).toEqual({
      kind: "exchange",
      batch: opsMaxCount,
    });
  });

  test("makes one more exchange of all wishes during one", () => {
    const during = walk(wanted("work"), wanted("work"), wanted("signal"));
    const after = step(during, { kind: "done", more: false });
    expect(after.effect).toEqual({ kind: "exchange", batch: opsMaxCount });
    expect(step(after.state, { kind: "done", more: false }).effect).toEqual({ kind: "rest" });
  });

  test("goes on at once while there is more", () => {
    const { effect } = step(walk(wanted("work")), { kind: "done", more: true });
    expect(effect).toEqual({ kind: "exchange", batch: opsMaxCount });
  });

  test("waits after a failure, sends half as much, and grows again", () => {
    const broken = step(walk(wanted("work")), failed("network.offline"));
    expect(broken.effect).toEqual({ kind: "pause", forMs: 2_000 });
    expect(statusOf(broken.state)).toEqual({
      kind: "waiting",
      reason: "network.offline",
      retryAt: 3_000,
    });
    const again = step(broken.state, wanted("time"));
    expect(again.effect).toEqual({ kind: "exchange", batch: opsMaxCount / 2 });
    const grown = step(again.state, { kind: "done", more: true });
    expect(grown.effect).toEqual({ kind: "exchange", batch: opsMaxCount });
    expect(grown.state.failures).toBe(0);
  });

  test("never sends less than one edit", () => {
    let state = initialState;
    for (let round = 0; round < 20; round += 1) {
      state = step(step(state, wanted("time")).state, failed("network.offline")).state;
    }
    expect(step(state, wanted("time")).effect).toEqual({ kind: "exchange", batch: 1 });
  });

  test("tries at once when the network is back, without waiting out its pause", () => {
    const state = walk(wanted("work"), failed("network.offline"));
    expect(step(state, wanted("signal")).effect?.kind).toBe("exchange");
    expect(step(state, wanted("work")).effect?.kind).toBe("exchange");
  });

  test("leaves an endpoint alone that asked for it, unless a person wants it or the time is over", () => {
    const state = walk(wanted("work"), failed("network.offline", true));
    expect(step(state, wanted("work")).effect).toBeNull();
    expect(step(state, wanted("signal")).effect).toBeNull();
    expect(step(state, wanted("time")).effect?.kind).toBe("exchange");
    expect(step(state, wanted("person")).effect?.kind).toBe("exchange");
  });

  test("goes on trying where the endpoint knows nobody: it may be on the wrong data for a while", () => {
    const state = walk(wanted("work"), failed("device.unknown"));
    expect(statusOf(state)).toMatchObject({ kind: "waiting", reason: "device.unknown" });
    expect(step(state, wanted("time")).effect?.kind).toBe("exchange");
  });

  test("stops where no waiting helps, and only a person starts it again", () => {
    const stopped = step(walk(wanted("work")), failed("device.revoked"));
    expect(stopped.effect).toBeNull();
    expect(statusOf(stopped.state)).toEqual({ kind: "stopped", reason: "device.revoked" });
    expect(step(stopped.state, wanted("signal")).effect).toBeNull();
    expect(step(stopped.state, wanted("person")).effect?.kind).toBe("exchange");
  });
});
