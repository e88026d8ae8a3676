import { createRoot } from "solid-js";
import { expect, it, vi } from "vitest";
import { createEntrance } from "#app/entrance.ts";
import { ok } from "#domain/result.ts";
import type { Door, DoorState } from "#store/door.ts";
import type { Transport } from "#sync/transport.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { expectFailure } from "../../support/result.ts";

const locked: DoorState = { kind: "locked", hasUnsent: true, isRevoked: false };

it("uses no code up over a vault that has come to light since the page was opened", async () => {
  const states: DoorState[] = [{ kind: "new" }, locked];
  const unasked = () => Promise.reject(new Error("nobody is to be asked"));
  const door: Door = {
    state: () => Promise.resolve(ok(states.shift() ?? locked)),
    enrol: unasked,
    unlock: unasked,
  };
  const asked: string[] = [];
  const transport = new Proxy({} as Transport, {
    get: (_, name) => {
      asked.push(String(name));
      return unasked;
    },
  });
  const { entrance, dispose } = createRoot((end) => ({
    entrance: createEntrance(door, transport, makeTestPlatform(1)),
    dispose: end,
  }));
  await vi.waitFor(() => expect(entrance.stage()).toEqual({ kind: "new" }));
  const enrolling = { code: "0123456789", name: "Aino", passphrase: "neljä pientä sanaa tässä" };
  expectFailure(await entrance.enrol(enrolling, () => asked.push("enrolled")));
  expect(asked).toEqual([]);
  expect(entrance.stage()).toEqual(locked);
  dispose();
});
