import { writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { closeMessages, enrol, expectReady } from "./support/steps.ts";

const { busyTimes, failures, settings } = texts;

const calendar = (rule: string) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    "UID:1",
    "SUMMARY:Hammaslääkäri",
    `DTSTART;TZID=Europe/Helsinki:${new Date().getFullYear()}0101T100000`,
    "DURATION:PT1H",
    `RRULE:${rule}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

test("a calendar file is read in a worker under the page's own policy, and one without an end is given up", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: settings.title }).click();
    await page.getByRole("link", { name: busyTimes.title }).click();
    // Without the endpoint: a file needs nobody.
    await endpoint.kill();
    await page.getByLabel(busyTimes.label).fill("Työn kalenteri");
    await page.getByRole("radio", { name: busyTimes.ways.file }).check();
    const read = async (name: string, rule: string) => {
      const file = test.info().outputPath(`${name}.ics`);
      await writeFile(file, calendar(rule));
      await page.getByLabel(busyTimes.file).setInputFiles(file);
      await page.getByRole("button", { name: busyTimes.add }).click();
    };
    await read("weekly", "FREQ=WEEKLY");
    await expect(page.getByText(busyTimes.done)).toBeVisible();
    await expect(page.getByText(/2[56] varattua aikaa/)).toBeVisible();
    await closeMessages(page);
    await examine(page, "busy times");

    await read("endless", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30");
    await expect(page.getByText(failures["calendar.too_complex"])).toBeVisible({ timeout: 20_000 });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
