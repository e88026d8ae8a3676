import type { Page } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { addDays, fromLocal, weekdayOf } from "#domain/local-time.ts";
import { takePhone } from "../e2e/support/browser.ts";
import { startEndpoint } from "../e2e/support/endpoint.ts";
import { enrol, expectReady } from "../e2e/support/steps.ts";
import { type Figure, type Group, medianFigure } from "./figure.ts";
import { seedTeam, type SeedPlan } from "./seed.ts";

const adviser = "Aino Esimerkki";
const appointments = 10_000;
const runs = 25;
/** A slow device: a quarter of this machine's speed. */
const throttle = 4;
/** Wide enough for a week. */
const laptop = { width: 1280, height: 800 };

/** Two advisers with five hours on every working day, four years behind and most of one ahead. */
const fullCalendars: SeedPlan = (nth, today) => {
  const turn = Math.floor(nth / 2);
  const day = Math.floor(turn / 5) - 800;
  const monday = addDays(today, 1 - weekdayOf(today));
  const date = addDays(monday, Math.floor(day / 5) * 7 + (((day % 5) + 5) % 5));
  const start = fromLocal(date, 8 * 60 + (turn % 5) * 90);
  return { start, minutes: 60, isColleagues: nth % 2 === 1 };
};

/** The calendar and the finder on a slow device that holds 10,000 appointments, without a network. */
export const calendarGroup: Group = {
  name: "calendar",
  async measure() {
    const endpoint = await startEndpoint();
    const device = await takePhone("chromium", laptop);
    try {
      await enrol(await device.open(endpoint.firstLink), adviser);
      await expectReady(device.page());
      await seedTeam(await endpoint.link(), 2 * appointments, adviser, fullCalendars);
      await device
        .page()
        .getByRole("link", { name: texts.shell.appointments, exact: true })
        .click();
      await device
        .page()
        .getByText(/Mittaus \d+/)
        .first()
        .waitFor({ state: "attached", timeout: 120_000 });
      await expectReady(device.page());
      await endpoint.kill();
      return await measureCalendar(device.page());
    } finally {
      await device.close();
      await endpoint.close();
    }
  },
};

const measureCalendar = async (page: Page): Promise<Figure[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  const { calendar } = texts;
  const week = radio(calendar.views.week);
  const day = radio(calendar.views.day);
  const opening: number[] = [];
  const turning: number[] = [];
  const turningDays: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await press(page, day);
    turningDays.push(await press(page, button(calendar.nextDay)));
    opening.push(await press(page, week));
    turning.push(await press(page, button(calendar.nextWeek)));
  }
  const finding: number[] = [];
  const asking: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // The address says which view it is when presses have come to rest, and nobody turns from one screen to the next sooner.
    await page.waitForURL(/\/appointments\?/);
    finding.push(await press(page, "a[href='/find']", "a[href^='/book?date']"));
    asking.push(await press(page, "input[value='30']"), await press(page, "input[value='60']"));
    await press(page, "a.page-header-back", ".calendar");
  }
  return [
    medianFigure(`calendar.week.open.${appointments}`, "ms", 50, opening.slice(1)),
    medianFigure(`calendar.week.next.${appointments}`, "ms", 50, turning.slice(1)),
    medianFigure(`calendar.day.next.${appointments}`, "ms", 50, turningDays.slice(1)),
    // The first opening fetches the screen's code as well.
    medianFigure(`calendar.finder.open.${appointments}`, "ms", 50, finding.slice(1)),
    medianFigure(`calendar.finder.ask.${appointments}`, "ms", 50, asking.slice(2)),
  ];
};

const radio = (label: string): string =>
  `xpath=//label[contains(@class,'chip')][.//span[text()='${label}']]//input`;
const button = (label: string): string => `button[aria-label='${label}']`;

/**
 * From a press to the drawn frame that shows what it leads to. The page presses by itself: a driver's own work would run on
 * the same slowed-down thread.
 */
const press = async (page: Page, pressed: string, awaited?: string): Promise<number> => {
  const element = await page.waitForSelector(pressed, { state: "attached" });
  return element.evaluate(pressInPage, awaited ?? null);
};

/**
 * Runs in the page: what a press changes is there when its handlers have run, or else when the awaited element is. That frame
 * has been drawn when the next task begins, or the next frame, which goes before a task that is due.
 */
const pressInPage = (element: Element, awaited: string | null): Promise<number> =>
  new Promise((resolve) => {
    const pressedAt = performance.now();
    const drawn = () => resolve(performance.now() - pressedAt);
    const look = () => {
      if (awaited !== null && document.querySelector(awaited) === null) {
        requestAnimationFrame(look);
        return;
      }
      setTimeout(drawn, 0);
      requestAnimationFrame(drawn);
    };
    // Asked for before the program asks: what it does in a frame comes after.
    requestAnimationFrame(look);
    (element as HTMLElement).click();
  });
