import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { book, closeMessages, enrol, expectReady, openVault } from "./support/steps.ts";

const { exchange } = texts;
const allSent = /Kaikki lähetetty/;

/** Until the pause after a failed try is over, which may be minutes, only somebody's wish makes the next one. */
const tryNow = (page: Page) => page.getByRole("button", { name: exchange.tryNow }).first();

test("a tab that does not lead the exchange says how it stands, and can ask for one", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const leading = await phone.open(endpoint.firstLink);
    await enrol(leading, "Aino Esimerkki");
    await expectReady(leading);
    const other = await leading.context().newPage();
    await other.goto(endpoint.origin);
    await openVault(other);
    await expectReady(other);
    await endpoint.kill();
    await book(other, { name: "Veikko Varjola-Testi" });
    await expect(other.getByText(exchange.unsentBecause(1, "ei yhteyttä")).first()).toBeVisible();
    await endpoint.start();
    await expect(async () => {
      // It may come by itself just now, and takes the button away: then there is nothing to press.
      if (await tryNow(other).isVisible()) await tryNow(other).click({ timeout: 1_000 });
      await expect(other.getByText(allSent).first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await closeMessages(other);
    await leading.close();
    await other.context().setOffline(true);
    await book(other, { name: "Tuula Testi" });
    await other.context().setOffline(false);
    await expect(other.getByText(allSent).first()).toBeVisible();
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
