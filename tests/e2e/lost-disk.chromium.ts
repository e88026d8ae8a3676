import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { tearLog } from "./support/disk.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { book, enrol, expectReady, openTeamTimes, openVault } from "./support/steps.ts";

const { shell } = texts;
const before = "Veikko Varjola-Testi";
const after = "Ilma Ilves-Testi";

test("what was booked without coverage is there after the browser has thrown its disk away", async () => {
  test.setTimeout(180_000);
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await endpoint.kill();
    await book(page, { name: before });

    await test.step("killed between two writes, it is opened once more and written on", async () => {
      await phone.kill();
      await tearLog(phone.profile);
      await phone.restart();
      await phone.open(endpoint.origin);
      await openVault(phone.page());
      await book(phone.page(), { name: after });
    });

    await test.step("the next time the browser has lost everything, and the vault opens all the same", async () => {
      await phone.kill();
      await phone.restart();
      const lost = await phone.open(endpoint.origin);
      await openVault(lost);
      await expect(lost.getByText(shell.broughtBackTitle)).toBeVisible();
      await examine(lost, "lost-disk");
      await openTeamTimes(lost);
      for (const client of [before, after]) {
        await expect(lost.getByRole("link", { name: new RegExp(client) })).toBeVisible();
      }
    });

    await test.step("the rest comes with the next exchange, and what was booked goes out once", async () => {
      await endpoint.start();
      const page = phone.page();
      await page.getByRole("navigation").getByRole("link", { name: shell.today }).click();
      await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(shell.broughtBackTitle)).toHaveCount(0);
      const colleague = await takePhone("chromium");
      try {
        const other = await colleague.open(await endpoint.link());
        await enrol(other, "Oiva Mallikas");
        await expectReady(other);
        await openTeamTimes(other);
        for (const client of [before, after]) {
          await expect(other.getByRole("link", { name: new RegExp(client) })).toHaveCount(1);
        }
      } finally {
        await colleague.close();
      }
    });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
