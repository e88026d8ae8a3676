import { expect, type Page, test } from "@playwright/test";
import { toInstant } from "#domain/instant.ts";
import { addDays, toLocalDate, weekdayOf } from "#domain/local-time.ts";
import { weekNumber } from "#features/appointments/calendar/week.ts";
import { makeFormats } from "#i18n/format.ts";
import { texts } from "#i18n/fi/all.ts";
import { phone as phoneSize, takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { book, enrolKnown, expectReady, openVault } from "./support/steps.ts";

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

    await test.step("on a small phone the day is named on one line", async () => {
      await page.setViewportSize({ width: 360, height: 760 });
      const day = page.locator(".day-heading");
      await expect(day).toHaveText(/^\w\w \d+\.\d+\./, { useInnerText: true });
      const lines = await day.evaluate(
        (box) => box.clientHeight / Number.parseFloat(getComputedStyle(box).lineHeight),
      );
      expect(lines).toBeLessThan(1.5);
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

    await test.step("in a team's week no word of a name is broken, and half of a column shows five letters", async () => {
      await page.setViewportSize(laptop);
      await page.getByRole("combobox", { name: texts.appointments.whose }).selectOption("team");
      // The demonstration has times in every week around today, and hardly any where the steps before looked.
      await page.getByRole("button", { name: texts.calendar.today, exact: true }).click();
      await expect(page.locator("[data-beside] .block-title").first()).toBeVisible();
      expect(await brokenNames(page)).toEqual([]);
      const [beside] = await page.locator("[data-beside] > .block").all();
      const width = await beside?.evaluate((block) => {
        const { paddingLeft, paddingRight } = getComputedStyle(block);
        return block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      });
      expect(width).toBeGreaterThan(45);
    });
  } finally {
    await device.close();
    await endpoint.close();
  }
});

test("a message leaves every control of the next page in sight of keys, and its last one in reach of a thumb", async () => {
  const endpoint = await startEndpoint("--demo");
  const device = await takePhone("chromium", { width: 360, height: 640 });
  try {
    const page = await device.open(endpoint.firstLink);
    await enrolKnown(page);
    await expectReady(page);
    await book(page, { name: "Veikko Viestinen" });
    await page.getByRole("link", { name: texts.today.book, exact: true }).click();
    const who = page.getByRole("combobox", { name: texts.form.who });
    await expect(who).toBeVisible();
    // Under the pointer it stays.
    await page.getByText(/^Aika varattu/).hover();
    const message = await page.getByRole("log").boundingBox();
    if (message === null) throw new Error("the message is gone");

    await test.step("nothing that takes the focus is under it", async () => {
      await who.focus();
      const [seen, under] = [new Set<string>(), new Array<string>()];
      for (let presses = 0; presses < 40; presses += 1) {
        const { name, isOfForm, top, bottom } = await focused(page);
        if (isOfForm) seen.add(name);
        if (isOfForm && top < message.y + message.height && bottom > message.y) under.push(name);
        await page.keyboard.press("Tab");
      }
      expect(seen.size).toBeGreaterThan(8);
      expect(under).toEqual([]);
    });

    await test.step("what is scrolled behind it cannot be pressed through it", async () => {
      const isOverForm = await page.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.closest("main") !== null,
        { x: 2, y: message.y + message.height / 2 },
      );
      expect(isOverForm).toBe(false);
    });

    await test.step("the end of the page can be scrolled out from under it", async () => {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const ends = await page
        .locator("main form")
        .evaluate((form) =>
          [...form.querySelectorAll("input, select, textarea, summary, button, a")]
            .filter((one) => one.closest(".action-bar") === null)
            .map((one) => one.getBoundingClientRect().bottom),
        );
      expect(Math.max(...ends)).toBeLessThanOrEqual(message.y);
    });
  } finally {
    await device.close();
    await endpoint.close();
  }
});

/** What has the focus, and where it stands in the window. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    // What is chosen from is drawn on its label.
    const seen = element.closest("label") ?? element;
    const { top, height } = seen.getBoundingClientRect();
    // Of what takes many lines the one that is written on is brought into sight.
    const bottom = top + Math.min(height, 60);
    const isIn = (what: string) => element.closest(what) !== null;
    const isOfForm = isIn("main") && !isIn(".action-bar");
    return { name: element.outerHTML.slice(0, 200), isOfForm, top, bottom };
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

/** The words of names that stand on more than one line. */
const brokenNames = (page: Page): Promise<readonly string[]> =>
  page.locator(".block-title").evaluateAll((titles) =>
    titles.flatMap((title) => {
      const text = title.firstChild;
      if (text === null) return [];
      return [...(text.textContent ?? "").matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [word] : [];
      });
    }),
  );
