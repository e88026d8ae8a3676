import { expect, type Page, test } from "@playwright/test";
import { toInstant } from "#domain/instant.ts";
import { addDays, toLocalDate, weekdayOf } from "#domain/local-time.ts";
import { weekNumber } from "#features/appointments/calendar/week.ts";
import { makeFormats } from "#i18n/format.ts";
import { texts } from "#i18n/fi/all.ts";
import { phone as phoneSize, takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { enrolKnown, expectReady, openVault } from "./support/steps.ts";

const formats = makeFormats("fi");
const laptop = { width: 1280, height: 800 };

test("keys reach the booking at once, and the history leads through the calendar", async () => {
  const endpoint = await startEndpoint("--demo");
  const device = await takePhone("chromium");
  try {
    const page = await device.open(endpoint.firstLink);
    await enrolKnown(page);
    await expectReady(page);
    const book = page.getByRole("link", { name: texts.today.book, exact: true });

    await test.step("from the heading two presses of Tab are enough, from the top of the page eight", async () => {
      await page.goto(`${endpoint.origin}/settings`);
      await openVault(page);
      await page.getByRole("link", { name: texts.shell.today, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      expect(await tabsUntil(page, texts.today.book)).toBeLessThanOrEqual(2);
      // The first stop of the page.
      await page.getByRole("link", { name: texts.shell.skip }).focus();
      expect(await tabsUntil(page, texts.today.book)).toBeLessThanOrEqual(7);
    });

    await test.step("it is seen last all the same, at the thumb", async () => {
      for (const size of [phoneSize, laptop]) {
        await page.setViewportSize(size);
        const box = await book.boundingBox();
        const [top, bottom] = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
        expect(top).toBeGreaterThan(size.height - 180);
        expect(bottom).toBeLessThanOrEqual(size.height);
      }
    });

    await test.step("Enter there opens the form", async () => {
      await book.press("Enter");
      await expect(
        page.getByRole("heading", { level: 1, name: texts.appointments.booking.title }),
      ).toBeVisible();
    });

    await test.step("a day of a week leads back to the week and on to the day, and stays when it is loaded again", async () => {
      const today = toLocalDate(toInstant(Date.now()));
      // A Thursday: the week may be without its end.
      const day = addDays(today, 25 - weekdayOf(today));
      const [short, long] = [formats.dayShort(day, today), formats.dayHeading(day, today)];
      const heading = (name: string) => page.getByRole("heading", { level: 2, name });
      const dayHeading = heading(long);
      const weekHeading = heading(texts.calendar.weekNumber(weekNumber(day)));
      await page.goto(
        `${endpoint.origin}/appointments?view=week&who=team&date=${addDays(day, -7)}`,
      );
      await openVault(page);
      await page.getByRole("button", { name: texts.calendar.nextWeek }).click();
      await page.getByRole("button", { name: short }).click();
      await expect(dayHeading).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`view=day&who=team&date=${day}$`));
      await page.goBack();
      await expect(weekHeading).toBeVisible();
      await page.goForward();
      await expect(dayHeading).toBeVisible();
      await page.reload();
      await openVault(page);
      await expect(dayHeading).toBeVisible();
      await expect(page.getByRole("combobox", { name: texts.appointments.whose })).toHaveValue(
        "team",
      );
    });
    await test.step("in a narrow column of a week the words of a gap stay within it, and name it in full", async () => {
      await page.setViewportSize({ width: 900, height: 800 });
      await page
        .getByRole("combobox", { name: texts.appointments.whose })
        .selectOption({ index: 0 });
      await page.getByRole("radio", { name: texts.calendar.views.week }).click();
      const gaps = page.getByRole("link", { name: /^Vapaa \d/ });
      await expect(gaps.first()).toBeVisible();
      const cut = await gaps.evaluateAll((links) =>
        links.filter((link) => (link.firstElementChild?.clientHeight ?? 0) > link.clientHeight),
      );
      expect(cut).toEqual([]);
    });
  } finally {
    await device.close();
    await endpoint.close();
  }
});

/** How many presses of Tab take the focus to the link of that name. */
const tabsUntil = async (page: Page, name: string): Promise<number> => {
  const link = page.getByRole("link", { name, exact: true });
  for (let presses = 1; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((element) => element === document.activeElement)) return presses;
  }
  return Infinity;
};
