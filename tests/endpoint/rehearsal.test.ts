import { expect, test } from "vitest";
import { rehearse } from "#endpoint/rehearsal/rehearse.ts";
import { tellStartFailure } from "#endpoint/start-failure.ts";
import { makeSeededChance, makeTestClock } from "../support/platform.ts";

test("a rehearsal ends well where the endpoint does what it should", async () => {
  expect(await rehearse(makeTestClock(), makeSeededChance(1))).toEqual({ ok: true, value: true });
});

test("a rehearsal fails where edits do not stand, and says so to whoever started the endpoint", async () => {
  const seeded = makeSeededChance(1);
  // Ids of records, 16 bytes, come twice after a while: nothing is made under a taken one.
  const few = Array.from({ length: 40 }, () => seeded.bytes(16));
  let taken = 0;
  const chance = {
    bytes: (count: number) =>
      count === 16 ? (few[(taken += 1) % few.length] as Uint8Array) : seeded.bytes(count),
  };
  const failed = await rehearse(makeTestClock(), chance);
  if (failed.ok) throw new Error("nothing was wrong");
  expect(failed.failure.code).toBe("rehearsal.failed");
  expect(tellStartFailure(failed.failure, "here")).toMatch(/cannot exchange anything/);
});
