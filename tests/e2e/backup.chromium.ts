import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { book, enrol, expectReady, openTeamTimes, passphrase } from "./support/steps.ts";

const { backup } = texts;
const client = "Veikko Varjola-Testi";

test("what was booked without coverage goes on on a new phone from a backup file, once", async () => {
  const endpoint = await startEndpoint();
  const old = await takePhone("chromium");
  const next = await takePhone("chromium");
  try {
    const page = await old.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    // Without its team it cannot book: the first exchange has to be over.
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await endpoint.kill();
    await book(page, { name: client });
    const file = test.info().outputPath("kopio.txt");

    await test.step("the old phone makes a file, and nothing in it can be read", async () => {
      await page.getByRole("navigation").getByRole("link", { name: texts.shell.settings }).click();
      await page.getByRole("link", { name: backup.title }).click();
      await page.getByLabel(backup.passphrase, { exact: true }).fill(passphrase);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: backup.make }).click();
      await (await saved).saveAs(file);
      await expect(page.getByText(backup.taken)).toBeVisible();
      expect((await saved).suggestedFilename()).toMatch(/^katve-varmuuskopio-[\d-]{10}\.txt$/);
      expect(await readFile(file, "utf8")).toMatch(/^katve-backup 2\nargon2id 65536 3 1 /);
      expect(await readFile(file, "utf8")).not.toContain("Varjola");
    });

    await test.step("the new phone is asked for it when it is enrolled, and brings it in", async () => {
      await endpoint.start();
      const [member = ""] = await endpoint.members();
      const fresh = await next.open(await endpoint.link("--member", member));
      await fresh.getByRole("checkbox", { name: backup.haveBackup }).check();
      await fresh.getByLabel(texts.enrolment.passphrase, { exact: true }).fill(passphrase);
      await fresh.getByRole("button", { name: texts.enrolment.enrol }).click();
      await expect(fresh.getByRole("heading", { name: backup.title, level: 1 })).toBeVisible({
        timeout: 20_000,
      });
      await fresh.getByLabel(backup.file, { exact: true }).setInputFiles(file);
      await fresh.getByLabel(backup.filePassphrase, { exact: true }).fill(passphrase);
      await fresh.getByRole("button", { name: backup.bring, exact: true }).click();
      await expect(fresh.getByText(backup.brought)).toBeVisible({ timeout: 20_000 });
    });

    await test.step("both phones send it, and it is there once on both", async () => {
      for (const phone of [old, next]) {
        const open = phone.page();
        await openTeamTimes(open);
        await expect(open.getByRole("link", { name: new RegExp(client) })).toHaveCount(1);
        await open.getByRole("navigation").getByRole("link", { name: texts.shell.today }).click();
        await expect(open.getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 20_000 });
        await openTeamTimes(open);
        await expect(open.getByRole("link", { name: new RegExp(client) })).toHaveCount(1);
      }
    });
  } finally {
    await old.close();
    await next.close();
    await endpoint.close();
  }
});
