import { expect, test } from "@playwright/test";
import { takePhone } from "./support/browser.ts";
import { startCuttingProxy } from "./support/cutting-proxy.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { inStore, openStorePage } from "./support/store-pages.ts";
import { bundleStorePage } from "./store-page/bundle.ts";

/** Twelve long lines of up to 200 records, each a piece of its own; the short ones go with them. */
const records = 2_300;

test("a first exchange that is cut off after any piece goes on from there and brings everything once", async () => {
  test.setTimeout(300_000);
  const script = await bundleStorePage();
  const endpoint = await startEndpoint();
  const proxy = await startCuttingProxy(endpoint.origin);
  const writer = await takePhone("chromium");
  try {
    const page = writer.page();
    await openStorePage(page, proxy.origin, script);
    await inStore(page, "enrol", endpoint.firstLink.slice(-10));
    const names = Array.from({ length: records }, (_, nth) => `nimi ${nth}`);
    await inStore(page, "writeAll", names);
    await inStore(page, "exchange");
    const expected = names.toSorted();

    await inStore(page, "forgetRecords");
    proxy.passed();
    await inStore(page, "exchange");
    const whole = proxy.passed();
    expect((await inStore(page, "names")).toSorted()).toEqual(expected);
    expect(whole.pieces).toBeGreaterThan(10);
    const largest = Math.ceil(whole.bytes / Math.floor(records / 200));

    for (let at = 0; at < whole.pieces; at += 1) {
      for (const how of ["cut", "stall"] as const) {
        await inStore(page, "forgetRecords");
        proxy.breakAfter(at, how);
        const failure = await inStore(page, "exchangeOnce");
        proxy.mend();
        const before = proxy.passed();
        if (failure === null) {
          // Lines that came at once make one piece: this answer was over before it could be broken off.
          expect(before.pieces).toBeLessThan(at);
          continue;
        }
        expect(failure, `${how} after ${at}`).toBe(`network.${how === "cut" ? how : "silent"}`);
        await inStore(page, "exchange");
        const after = proxy.passed();
        expect((await inStore(page, "names")).toSorted()).toEqual(expected);
        // A browser may throw away what lay in its buffers when the connection broke, but not when nothing came any more:
        // then nothing comes again but the line that was under way, and the header.
        const repeated = before.bytes + after.bytes - whole.bytes;
        if (how === "stall") expect(repeated, `after ${at}`).toBeLessThan(largest + 2_000);
      }
    }
  } finally {
    await writer.close();
    await proxy.close();
    await endpoint.close();
  }
});
