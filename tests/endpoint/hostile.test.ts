import { expect, test } from "vitest";
import { fuzz } from "../fuzz/fuzz.ts";

// What it looks at is told in tests/fuzz/fuzz.ts; `npm test` throws 20,000 requests by tests/fuzz/run.ts.
test("a thousand hostile requests break nothing, read nothing and change nothing of others", async () => {
  const { attacks, statuses } = await fuzz(170, 7);
  expect(attacks).toBe(1_020);
  // Some go deep: they are understood, and their edits judged.
  expect(statuses["/sync 200"]).toBeGreaterThan(30);
}, 60_000);
