import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { book, enrol, expectReady, goToToday, openAppointment } from "./support/steps.ts";

const { appointments, form, today, tray, common } = texts;
const client = "Veikko Varjola-Testi";
const words = "Kyyti Kuhmosta ratkaistava ennen perjantaita.";

test("what was written on a time that somebody deleted meanwhile is kept whole and can be copied", async () => {
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
    await book(page, { name: client });
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await openAppointment(other, client);

    await test.step("one writes without a connection, the other deletes", async () => {
      await page.context().setOffline(true);
      await openAppointment(page, client);
      await page.getByRole("textbox", { name: form.note }).fill(words);
      await page.getByRole("button", { name: common.save }).click();
      await expect(page.getByText(appointments.details.saved(client))).toBeVisible();
      await other.getByRole("button", { name: appointments.details.remove }).click();
      await other
        .getByRole("alertdialog")
        .getByRole("button", { name: appointments.details.remove })
        .click();
      await expect(other.getByText(appointments.details.removed(client))).toBeVisible();
      await goToToday(other);
      await expect(other.getByText(/Kaikki lähetetty/)).toBeVisible();
    });

    await test.step("the start page tells of it, and its page has time, client, reason and words", async () => {
      await page.context().setOffline(false);
      await goToToday(page);
      await page.getByRole("link", { name: today.refused(1) }).click();
      const entry = page.getByRole("article");
      await expect(entry.getByText(words)).toBeVisible();
      await expect(entry.getByText(new RegExp(`^${client}, .* klo `))).toBeVisible();
      await expect(entry.getByText(texts.failures["edit.record_deleted"])).toBeVisible();
      await expect(entry.getByRole("button", { name: tray.retry })).toBeHidden();
      await examine(page, "what did not get through");
    });

    await test.step("it leaves after asking", async () => {
      await page.getByRole("button", { name: tray.dismiss }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: tray.dismiss }).click();
      await expect(page.getByText(tray.emptyTitle)).toBeVisible();
    });
  } finally {
    await adviser.close();
    await colleague.close();
    await endpoint.close();
  }
});
