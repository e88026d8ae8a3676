import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { type EndpointProcess, startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import {
  book,
  closeMessages,
  enrol,
  expectReady,
  openTeamTimes,
  openVault,
} from "./support/steps.ts";

const { enrolment, failures, registration, shell } = texts;
const allSent = /Kaikki lähetetty/;

/** Puts a backup in the place of the data, as whoever runs the endpoint does it. */
const restore = async (endpoint: EndpointProcess, file: string) => {
  await endpoint.kill();
  await endpoint.command("restore", file);
  await endpoint.start();
};

const codeOf = (link: string) => link.slice(link.indexOf("#") + 1);
const codeField = (page: Page) => page.getByRole("textbox", { name: enrolment.code });
const register = (page: Page) => page.getByRole("button", { name: registration.register });

test("somebody who joined after the backup registers again in place, and all of it is there", async () => {
  const endpoint = await startEndpoint();
  const elder = await takePhone("chromium");
  const young = await takePhone("chromium");
  const file = join(endpoint.dataFolder, "backup.sqlite");
  try {
    const old = await elder.open(endpoint.firstLink);
    await enrol(old, "Aino Esimerkki");
    await expectReady(old);
    await endpoint.command("backup", file);
    const page = await young.open(await endpoint.link());
    await enrol(page, "Oiva Mallikas");
    await expectReady(page);
    await book(page, { name: "Veikko Varjola-Testi" });
    await expect(page.getByText(allSent)).toBeVisible();
    await closeMessages(page);
    let id = "";

    await test.step("the notice on any screen leads to the page, with the member's id", async () => {
      await restore(endpoint, file);
      await page.context().setOffline(true);
      await book(page, { name: "Tuula Testi" });
      await page.context().setOffline(false);
      await expect(page.getByText(failures["device.unknown"])).toBeVisible();
      await closeMessages(page);
      await examine(page, "unknown-notice");
      await page.getByRole("link", { name: registration.open }).click();
      await expect(page.getByText(failures["device.unknown"])).toBeHidden();
      id = (await page.getByText(/^[\w-]{22}$/).textContent()) ?? "";
    });

    await test.step("a code for somebody else is refused, by the keyboard, and stays good", async () => {
      await codeField(page).focus();
      await page.keyboard.type(codeOf(await endpoint.link()));
      await page.keyboard.press("Enter");
      await expect(page.getByText(failures["code.other_member"])).toBeVisible();
      await expect(codeField(page)).toBeFocused();
      await examine(page, "register-again-refused");
    });

    await test.step("the member is brought back, and the link opened there does the rest", async () => {
      await page.goto(await endpoint.link("--member", id, "--bring-back"));
      await page.reload();
      await openVault(page);
      await expect(page.getByRole("heading", { name: registration.title })).toBeVisible();
      await register(page).click();
      await expect(page.getByText(registration.done)).toBeVisible();
      expect(new URL(page.url())).toMatchObject({ pathname: "/", hash: "" });
      await expect(page.getByText(allSent)).toBeVisible();
      await expect(page.getByText(failures["device.unknown"])).toBeHidden();
      await openTeamTimes(old);
      for (const name of ["Veikko Varjola-Testi", "Tuula Testi"]) {
        await expect(old.getByRole("link", { name: new RegExp(name) })).toHaveCount(1);
      }
    });

    await test.step("a link opened where nothing is wrong says to use it elsewhere", async () => {
      await old.goto(await endpoint.link());
      await old.reload();
      await openVault(old);
      await expect(old.getByText(shell.alreadyText)).toBeVisible();
      await expect(codeField(old)).toBeHidden();
    });
  } finally {
    await elder.close();
    await young.close();
    await endpoint.close();
  }
});
