import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { enrolKnown, expectReady, openVault } from "./support/steps.ts";

const { area, meeting, words } = texts;

test("what a group, a joint meeting and a room are written on has no barrier and does not scroll sideways", async () => {
  const endpoint = await startEndpoint("--demo");
  const phone = await takePhone(test.info().project.name === "firefox" ? "firefox" : "chromium");
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrolKnown(page);
    await expectReady(page);
    await phone.open(`${endpoint.origin}/book`);
    await openVault(page);
    await page.getByRole("combobox", { name: meeting.form }).selectOption(words.form.group);
    const add = page.getByRole("combobox", { name: meeting.addPerson });
    await add.fill("Esko Esimerkki");
    await add.press("Enter");
    await expect(page.getByText(meeting.people(1))).toBeVisible();
    await examine(page, "booking a group");
    await page.getByRole("combobox", { name: meeting.form }).selectOption(words.form.joint);
    await expect(page.getByRole("group", { name: meeting.partner(1) })).toBeVisible();
    await examine(page, "booking a joint meeting");
    await phone.open(`${endpoint.origin}/area`);
    await openVault(page);
    await page.getByRole("region", { name: area.rooms }).getByRole("button").first().click();
    await page.getByRole("button", { name: area.addRoom }).click();
    await examine(page, "the rooms of a place");
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
