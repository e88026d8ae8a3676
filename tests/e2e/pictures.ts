// npm run pictures: takes the README's pictures anew, from the demo area, with a real browser. Needs a built client.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { enrolKnown, expectReady } from "./support/steps.ts";

const folder = resolve(import.meta.dirname, "../../docs");

await mkdir(folder, { recursive: true });
const endpoint = await startEndpoint("--demo");
const phone = await takePhone("chromium");
try {
  const page = await phone.open(endpoint.firstLink);
  await enrolKnown(page);
  await expectReady(page);
  // The pointer stands where the last button was, and would underline what lies there now.
  await page.mouse.move(0, 0);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished)),
    );
    await page.screenshot({ path: join(folder, `today-${scheme}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.getByRole("link", { name: texts.shell.appointments, exact: true }).click();
  await page.getByRole("radio", { name: texts.calendar.views.week }).check();
  // Today may be the last day of its week, with nothing left in it.
  await page.getByRole("button", { name: texts.calendar.nextWeek }).click();
  await page.getByRole("link", { name: /Hakijan aamu/ }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, "week.png") });
} finally {
  await phone.close();
  await endpoint.close();
}
