import { expect, test } from "vitest";
import { storm } from "../faults/storm.ts";

// What is judged is told in tests/faults/judge.ts; `npm test` goes on for 300 exchanges by tests/faults/run.ts.
test("phones behind bad networks lose nothing, double nothing, and end up showing the same", async () => {
  const { edits, exchanges, met } = await storm(24, 2);
  expect(edits).toBeGreaterThan(20);
  expect(exchanges).toBeGreaterThan(24);
  expect(met["answer cut"] + met["request cut"] + met["half-open"]).toBeGreaterThan(5);
}, 120_000);
