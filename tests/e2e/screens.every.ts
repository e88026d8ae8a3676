import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { barriersOn } from "./support/barriers.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { enrolKnown, expectReady, openVault } from "./support/steps.ts";

/** The sizes of a small phone and of a laptop. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** Every screen behind the lock, by its address, and the heading it has to have. */
const screens: readonly { readonly path: string; readonly heading: string }[] = [
  { path: "/", heading: texts.today.title },
  { path: "/book", heading: texts.appointments.booking.title },
  { path: "/appointments", heading: texts.appointments.title },
  { path: "/settings", heading: texts.settings.title },
  { path: "/nowhere", heading: texts.shell.notFoundTitle },
];

test("no screen has a barrier, breaks the security policy, or scrolls sideways", async () => {
  const endpoint = await startEndpoint("--demo");
  const phone = await takePhone(test.info().project.name === "firefox" ? "firefox" : "chromium");
  const complaints: string[] = [];
  try {
    const page = phone.page();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await phone.open(endpoint.firstLink);
    await expect(page.getByLabel(texts.enrolment.passphrase, { exact: true })).toBeVisible();
    await examine(page, "enrolment");
    await enrolKnown(page);
    await expectReady(page);
    for (const { path, heading } of screens) {
      await phone.open(`${endpoint.origin}${path}`);
      await examine(page, `unlock before ${path}`);
      await openVault(page);
      await expect(page.getByText(heading).first()).toBeVisible();
      await examine(page, path);
    }
    await phone.open(`${endpoint.origin}/appointments`);
    await openVault(page);
    await page.locator("main a[href^='/appointments/']").first().click();
    await expect(page.getByRole("textbox", { name: texts.form.note })).toBeVisible();
    await examine(page, "an appointment");
    expect(complaints.filter((text) => !text.includes("net::ERR"))).toEqual([]);
  } finally {
    await phone.close();
    await endpoint.close();
  }
});

/** Looks at the screen as it is, in each size and light, and leaves a picture of each. */
const examine = async (page: Page, name: string): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // A colour on its way from light to dark is no screen anybody reads.
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished)),
      );
      const found = await barriersOn(page);
      expect(found, `${name}, ${size.width} px, ${colorScheme}`).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${name} at ${size.width} px`).toBeLessThanOrEqual(size.width);
      const file = `${name.replace(/\W+/g, "-")}-${size.width}-${colorScheme}.png`;
      // In Firefox the driver puts a style of its own into the page for a picture, against the page's policy.
      if (test.info().project.name === "firefox") continue;
      await page.screenshot({ path: test.info().outputPath(file), fullPage: true });
    }
  }
};
