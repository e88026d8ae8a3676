import type { Page } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { type Phone, takePhone } from "../e2e/support/browser.ts";
import { startEndpoint } from "../e2e/support/endpoint.ts";
import { enrol, expectReady, passphrase } from "../e2e/support/steps.ts";
import { type Figure, type Group, medianFigure } from "./figure.ts";
import { seedTeam } from "./seed.ts";

const adviser = "Aino Esimerkki";
const records = 2_000;
const runs = 7;
/** A slow phone: a quarter of this machine's speed. */
const throttle = 4;

/** How the screens keep up on a slow phone that holds 2,000 records, without a network. */
export const screenGroup: Group = {
  name: "screen",
  async measure() {
    const endpoint = await startEndpoint();
    const phone = await takePhone("chromium");
    try {
      await enrol(await phone.open(endpoint.firstLink), adviser);
      await expectReady(phone.page());
      await seedTeam(await endpoint.link(), records, adviser);
      await phone.page().getByRole("link", { name: texts.shell.appointments, exact: true }).click();
      await phone
        .page()
        .getByText(/Mittaus \d+/)
        .first()
        .waitFor({ state: "attached" });
      await phone.page().getByRole("link", { name: texts.shell.today, exact: true }).click();
      await expectReady(phone.page());
      await endpoint.kill();
      return await measurePhone(phone, endpoint.origin);
    } finally {
      await phone.close();
      await endpoint.close();
    }
  },
};

const measurePhone = async (phone: Phone, origin: string): Promise<Figure[]> => {
  const starts: number[] = [];
  const firstOpens: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await phone.kill();
    await phone.restart();
    starts.push(await measureStart(phone.page(), origin));
    firstOpens.push(await measureOpening(phone.page()));
  }
  const opens: number[] = [];
  const saves: number[] = [await measureSaving(phone.page(), "Ensimmäinen")];
  for (let run = 0; run < runs; run += 1) {
    opens.push(await measureOpening(phone.page()));
    saves.push(await measureSaving(phone.page(), `Uusi ${run}`));
  }
  return [
    medianFigure(`start.offline.${records}`, "ms", 1_500, starts),
    medianFigure("tap.book.open", "ms", 100, opens),
    medianFigure("tap.book.open.first", "ms", null, firstOpens),
    // The first save of a page also warms up what it runs through.
    medianFigure("tap.book.save", "ms", 100, saves.slice(1)),
  ];
};

const measureOpening = (page: Page): Promise<number> =>
  measureTap(page, "a[href='/book']", "input[role=combobox]");

const measureSaving = async (page: Page, name: string): Promise<number> => {
  await page.getByRole("combobox", { name: texts.form.who }).fill(name);
  return measureTap(page, "button[type=submit]", "a[href='/book']");
};

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
};

/**
 * From the start of the page to the passphrase field, and from the derived key to the start page with the day's times:
 * the time a person waits, without the typing and without the derivation.
 */
const measureStart = async (page: Page, origin: string): Promise<number> => {
  await page.addInitScript(() => {
    const marks = { begun: 0, ended: 0 };
    Object.assign(globalThis, { derivation: marks });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        marks.begun = performance.now();
        this.addEventListener("message", () => {
          marks.ended = performance.now();
        });
      }
    };
  });
  await slowDown(page);
  await page.goto(origin);
  const field = page.getByLabel(texts.unlock.passphrase, { exact: true });
  await field.waitFor();
  const shown = await page.evaluate(paintedAt, "input[type=password]");
  await field.fill(passphrase);
  const usable = page.evaluate(paintedAt, "a[href='/book']");
  await page.getByRole("button", { name: texts.unlock.open }).click();
  const usableAt = await usable;
  const derivation = await page.evaluate(
    () => (globalThis as unknown as { derivation: { begun: number; ended: number } }).derivation,
  );
  return shown + (usableAt - derivation.ended);
};

/**
 * From the tap to the drawn frame that has what it leads to. The page taps itself: a driver's own work would run on the same
 * slowed-down thread.
 */
const measureTap = async (page: Page, tapped: string, awaited: string): Promise<number> => {
  await page.locator(tapped).first().waitFor();
  return page.evaluate(tapInPage, [tapped, awaited] as const);
};

/** Runs in the page: presses one element and waits for the first frame that another is in; in milliseconds. */
const tapInPage = ([tapped, awaited]: readonly [string, string]): Promise<number> =>
  new Promise((resolve) => {
    const tappedAt = performance.now();
    document.querySelector<HTMLElement>(tapped)?.click();
    const look = () => {
      if (document.querySelector(awaited) === null) requestAnimationFrame(look);
      // A task after a frame's callbacks runs when that frame has been drawn.
      else setTimeout(() => resolve(performance.now() - tappedAt), 0);
    };
    requestAnimationFrame(look);
  });

/** Runs in the page: waits for the first frame that an element is in, and returns the page's time once it is drawn. */
const paintedAt = (selector: string): Promise<number> =>
  new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now()), 0);
    };
    look();
  });
