import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { book, enrol, expectReady } from "./support/steps.ts";

const { failures, settings, shell, unlock } = texts;

test("a revoked phone, locked, does not promise that anything leaves it", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await page.context().setOffline(true);
    await book(page, { name: "Veikko Varjola-Testi" });
    const [, device = ""] = /^([\w-]{22})  Aino/m.exec(await endpoint.command("devices")) ?? [];
    await endpoint.command("revoke", "--device", device);
    await page.context().setOffline(false);
    await expect(page.getByText(failures["device.revoked"])).toBeVisible();
    await page.getByRole("link", { name: shell.settings }).click();
    await page.getByRole("button", { name: settings.lock }).click();
    await expect(page.getByText(unlock.revokedUnsentText)).toBeVisible();
    await page.reload();
    await expect(page.getByText(unlock.revokedUnsentText)).toBeVisible();
    await examine(page, "revoked-locked");
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
