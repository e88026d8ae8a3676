import { expect, test } from "@playwright/test";
import { filesHolding, plantUnsealed } from "./support/disk.ts";
import { client, doMainJob, note, number } from "./support/main-job.ts";

const planted = "Ilmari Istutettu-Testi";

test("a time booked where there is no coverage arrives by itself, and its words are sealed", async () => {
  await doMainJob("chromium", async (adviser, colleague) => {
    await test.step("nothing readable of the client is on either disk, and an unsealed text is found", async () => {
      await plantUnsealed(adviser.page(), planted);
      for (const kind of ["IndexedDB", "CacheStorage", "Local Storage"]) {
        await expect
          .poll(() => filesHolding(adviser.profile, planted), { timeout: 60_000, message: kind })
          .toContainEqual(expect.stringContaining(kind));
      }
      await adviser.kill();
      await colleague.kill();
      for (const secret of [
        note,
        client,
        "Varjola",
        "+358407654321",
        number,
        "ompelijan",
        "Tulkki tilattu",
      ]) {
        const found = [
          ...(await filesHolding(adviser.profile, secret)),
          ...(await filesHolding(colleague.profile, secret)),
        ];
        expect(found, `files that hold “${secret}”`).toEqual([]);
      }
    });
  });
});
