import { expect, test } from "vitest";
import { messageRoutes } from "../fuzz/attack.ts";
import { fuzz } from "../fuzz/fuzz.ts";
import { dialects } from "../support/endpoint/dialects.ts";

// What it looks at is told in tests/fuzz/fuzz.ts; `npm test` throws 20,000 requests by tests/fuzz/run.ts.
test.each(dialects)(
  "a thousand hostile requests break nothing, read nothing and change nothing of others on $name",
  { timeout: 90_000 },
  async (dialect) => {
    const { attacks, statuses } = await fuzz(170, 7, dialect);
    // As many at each route that takes a message as at everything else together.
    expect(attacks).toBe(170 * (messageRoutes.length + 1));
    // Some go deep: they are understood, and their edits judged.
    expect(statuses["/sync 200"]).toBeGreaterThan(30);
  },
);
