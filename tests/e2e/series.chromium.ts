import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { closeMessages, enrol, expectReady, goToToday } from "./support/steps.ts";

const { form, series, today } = texts;
const client = "Veikko Varjola-Testi";

test("times that repeat are booked without coverage, arrive one by one, and are called off together", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await endpoint.kill();

    await page.getByRole("link", { name: today.book, exact: true }).click();
    await page.getByRole("combobox", { name: form.who }).fill(client);
    await page.getByRole("radio", { name: series.choices.week }).check();
    await page.getByRole("textbox", { name: series.count }).fill("4");
    const preview = page.getByRole("group", { name: series.preview });
    for (const tick of await preview.getByRole("checkbox").all()) await tick.check();
    await expect(preview.getByText(series.summary(4, 0))).toBeVisible();
    await examine(page, "booking a series");
    await page.getByRole("button", { name: series.book(4) }).click();
    await expect(page.getByText(/^4 aikaa varattu/)).toBeVisible();
    await closeMessages(page);

    await test.step("every one of them is confirmed by the endpoint", async () => {
      await endpoint.start();
      await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 20_000 });
    });

    await goToToday(page);
    await page
      .getByRole("link", { name: new RegExp(client) })
      .first()
      .click();
    await expect(page.getByText(/^Saman sarjan aika 1\/4\./)).toBeVisible();
    await examine(page, "a time of a series");
    await page.getByRole("button", { name: series.cancelFollowing }).click();
    await page.getByRole("dialog").getByRole("button", { name: series.cancelFollowing }).click();
    await expect(page.getByText(series.cancelled(4))).toBeVisible();
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
