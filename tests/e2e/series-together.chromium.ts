import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { closeMessages, enrol, expectReady, goToToday, openVault } from "./support/steps.ts";

const { common, conflicts, form, series, today } = texts;
const allSent = /Kaikki lähetetty/;
const client = "Veikko Varjola-Testi";
const count = 6;

/** The address of the booking form for ten o'clock on the day so many days from now. */
const bookingOn = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `/book?date=${date}&minute=600`;
};

/** Moves the time that is open to an hour, and answers what the change is for. */
const moveTo = async (page: Page, hour: string, answer: string | RegExp) => {
  await page.getByRole("radio", { name: hour, exact: true }).check();
  await page.getByRole("button", { name: common.save }).click();
  const question = page.getByRole("dialog", { name: series.scope });
  await question.getByRole("button", { name: answer }).click();
  await expect(question).toBeHidden();
};

test("what following times land on is said before they move, and two moves of all of them are decided once", async () => {
  test.setTimeout(300_000);
  const endpoint = await startEndpoint();
  const adviser = await takePhone("chromium");
  const colleague = await takePhone("chromium");
  try {
    const page = await adviser.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    const other = await colleague.open(await endpoint.link());
    await enrol(other, "Oiva Mallikas");
    await expectReady(other);

    await test.step("a series, and another time an hour behind one of it", async () => {
      await adviser.open(`${endpoint.origin}${bookingOn(15)}`);
      await openVault(page);
      await page.getByRole("combobox", { name: form.who }).fill("Tuula Testi");
      await page.getByRole("radio", { name: "11.00", exact: true }).check();
      await page.getByRole("button", { name: /^Varaa .* klo / }).click();
      await expect(page.getByText(/^Aika varattu/)).toBeVisible();
      await adviser.open(`${endpoint.origin}${bookingOn(8)}`);
      await openVault(page);
      await page.getByRole("combobox", { name: form.who }).fill(client);
      await page.getByRole("radio", { name: series.choices.week }).check();
      await page.getByRole("textbox", { name: series.count }).fill(String(count));
      const preview = page.getByRole("group", { name: series.preview });
      for (const tick of await preview.getByRole("checkbox").all()) await tick.check();
      await page.getByRole("button", { name: series.book(count) }).click();
      await expect(page.getByText(/^6 aikaa varattu/)).toBeVisible();
      await closeMessages(page);
    });

    await page
      .getByRole("link", { name: new RegExp(client) })
      .first()
      .click();
    await expect(page.getByText(/^Saman sarjan aika 1\/6\./)).toBeVisible();
    const address = new URL(page.url()).pathname;

    await test.step("those that land on something are listed, and stay", async () => {
      await page.getByRole("radio", { name: "11.00", exact: true }).check();
      await page.getByRole("button", { name: common.save }).click();
      const question = page.getByRole("dialog", { name: series.scope });
      await expect(question.getByText(/^Päällekkäin: Tuula Testi/)).toBeVisible();
      await examine(page, "following times that land on something");
      await question.getByRole("button", { name: /sopi/ }).click();
      await expect(page.getByText(/Muutettu myös \d seuraavaa aikaa/)).toBeVisible();
      await closeMessages(page);
      await goToToday(page);
      await expect(page.getByText(allSent)).toBeVisible({ timeout: 20_000 });
    });

    await test.step("both move all of it without a connection", async () => {
      await colleague.open(`${endpoint.origin}${address}`);
      await openVault(other);
      await expect(other.getByText(/^Saman sarjan aika 1\/6\./)).toBeVisible({ timeout: 20_000 });
      await adviser.open(`${endpoint.origin}${address}`);
      await openVault(page);
      await expect(page.getByText(/^Saman sarjan aika 1\/6\./)).toBeVisible();
      await endpoint.kill();
      await moveTo(page, "13.00", /^Tätä ja \d seuraavaa$/);
      await moveTo(other, "14.30", /^Tätä ja \d seuraavaa$/);
      await endpoint.start();
      for (const open of [page, other]) {
        await goToToday(open);
        await expect(open.getByRole("link", { name: today.things(1) })).toBeVisible({
          timeout: 60_000,
        });
      }
    });

    await test.step("it is one thing to look at, and one choice decides it", async () => {
      await closeMessages(page);
      await page.getByRole("link", { name: today.things(1) }).click();
      const row = page.getByRole("button", { name: new RegExp(`${client}: .* aikaa$`) });
      await expect(row).toBeVisible();
      await examine(page, "conflicts of a series");
      await row.click();
      const sheet = page.getByRole("dialog", { name: conflicts.title(conflicts.fields.slot) });
      await expect(sheet.getByRole("list")).toBeVisible();
      await examine(page, "the conflicts of two saves");
      await sheet.getByRole("button", { name: /^Käytä toisia kaikissa/ }).click();
      await expect(page.getByText(conflicts.noneTitle)).toBeVisible();
      await expect(page.getByText(/^Valinta tallennettu: /)).toBeVisible();
      await page.getByRole("button", { name: common.undo }).click();
      await expect(row).toBeVisible();
    });
  } finally {
    await adviser.close();
    await colleague.close();
    await endpoint.close();
  }
});
