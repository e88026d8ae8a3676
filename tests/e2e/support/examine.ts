import { expect, type Page, test } from "@playwright/test";
import { barriersOn } from "./barriers.ts";

/** The sizes of a small phone and of a laptop. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** A small phone whose owner has everything twice as large. */
const zoomed = { width: 180, height: 370 };

/** Looks at the screen as it is, in each size and light, and leaves a picture of each. */
export const examine = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize(zoomed);
  await expectWithin(page, zoomed.width, name);
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
      await expectWithin(page, size.width, name);
      const file = `${name.replace(/\W+/g, "-")}-${size.width}-${colorScheme}.png`;
      // In Firefox the driver puts a style of its own into the page for a picture, against the page's policy.
      if (test.info().project.name === "firefox") continue;
      await page.screenshot({ path: test.info().outputPath(file), fullPage: true });
    }
  }
};

/** Nothing of the screen makes it scroll sideways. */
const expectWithin = async (page: Page, width: number, name: string): Promise<void> => {
  const found = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(found, `${name} at ${width} px`).toBeLessThanOrEqual(width);
};
