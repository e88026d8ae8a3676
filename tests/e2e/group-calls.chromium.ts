import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { book, closeMessages, enrol, expectReady, goToToday, openVault } from "./support/steps.ts";

const { appointments, calls, erased, meeting, states, words } = texts;
const allSent = /Kaikki lähetetty/;
const known = "Veikko Varjola-Testi";

test("everybody of a cancelled group is called, ticked off one by one; who is erased meanwhile is gone and says so", async () => {
  test.setTimeout(240_000);
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await book(page, { name: known, phone: "040 123 4567" });
    await closeMessages(page);

    await test.step("a group is booked, with one who has a number and two who have none", async () => {
      await page.getByRole("link", { name: texts.today.book, exact: true }).click();
      await page.getByRole("combobox", { name: meeting.form }).selectOption(words.form.group);
      await page.getByRole("textbox", { name: meeting.title }).fill("Hakuilta");
      const add = page.getByRole("combobox", { name: meeting.addPerson });
      await add.fill("Veikko");
      await page.getByRole("option", { name: known }).click();
      for (const name of ["Esko Esimerkki", "Tuula Testi"]) {
        await add.fill(name);
        await add.press("Enter");
      }
      await expect(page.getByText(meeting.people(3))).toBeVisible();
      await page.getByRole("button", { name: /^Varaa .* klo / }).click();
      await expect(page.getByText(/^Aika varattu/)).toBeVisible();
      await closeMessages(page);
    });

    await test.step("it is called off, and the calls name each of its people", async () => {
      await page
        .getByRole("link", { name: /Hakuilta/ })
        .first()
        .click();
      await page.getByRole("button", { name: appointments.details.cancel }).click();
      const sheet = page.getByRole("dialog", { name: states.cancelTitle });
      await sheet.getByRole("button", { name: states.confirmCancel }).click();
      await expect(sheet).toBeHidden();
      await closeMessages(page);
      await goToToday(page);
      await page.getByRole("link", { name: calls.count(2) }).click();
      await expect(page.getByText(/^Aika on peruttu · Hakuilta · /)).toHaveCount(3);
      await page.getByRole("checkbox", { name: calls.tickFor("Esko Esimerkki") }).check();
      await expect(page.getByRole("heading", { name: calls.done })).toBeVisible();
      await examine(page, "the calls of a cancelled group");
    });

    await test.step("the address of an erased client's time says that it was erased", async () => {
      await goToToday(page);
      await page
        .getByRole("link", { name: new RegExp(known) })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1, name: known })).toBeVisible();
      const address = page.url();
      await expect(page.getByText(allSent)).toHaveCount(0);
      await goToToday(page);
      await expect(page.getByText(allSent)).toBeVisible({ timeout: 20_000 });
      const found = await endpoint.command("find", known);
      const [id] = /^[\w-]{22}/m.exec(found) ?? [];
      await endpoint.command("erase", id ?? "");
      await phone.open(address);
      await openVault(page);
      await expect(page.getByRole("heading", { level: 1, name: erased.title })).toBeVisible({
        timeout: 20_000,
      });
      await examine(page, "the address of an erased time");
    });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
