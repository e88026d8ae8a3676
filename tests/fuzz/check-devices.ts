import { strict as assert } from "node:assert";
import type { SyncRequest } from "#protocol/sync-request.ts";
import { storeAfter } from "../support/corpus/store-after.ts";
import { linesOf } from "../support/endpoint/read-answer.ts";
import type { World } from "./world.ts";

/**
 * Fetches everything anew for each device that once synced, and puts it into a store: whatever hostile requests left in the
 * records, those who share them have to be able to read.
 */
export const checkDevices = async ({ endpoint, samples }: World): Promise<void> => {
  const devices = new Map(
    samples.flatMap(({ path, cookie, request }) =>
      path === "/sync" ? [[cookie, request as SyncRequest] as const] : [],
    ),
  );
  let checked = 0;
  for (const [cookie, request] of devices) {
    const response = await endpoint.fetch("/sync", {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ ...request, ops: [], q: [], cur: {}, max: 4_000_000 }),
    });
    // A device that signed in anew is heard by its newer session; the older ones end like any.
    if (response.status === 401) continue;
    const body = await response.text();
    assert.equal(response.status, 200, body);
    const store = await storeAfter([linesOf(body)]);
    assert.ok(Object.keys(store).length >= 3, "a device sees its area, its own scope and a team");
    checked += 1;
  }
  assert.ok(checked >= 4, "every device that was recorded is still heard");
};
