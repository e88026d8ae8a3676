import { expect, type Page, test } from "@playwright/test";
import { addMs, hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { enrol, expectReady } from "./support/steps.ts";

const { form, reminders, shell, today, unlock } = texts;
const client = "Saima Sammal-Testi";
const stepMs = 5 * minuteMs;

/** What the platform shows of the program at this moment, in the service worker's own words. */
const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data }));
  });

/** Presses the one notification: its click is told to the real service worker. What that does with the program's windows. */
const press = async (page: Page): Promise<readonly string[]> => {
  const [worker] = page.context().serviceWorkers();
  if (worker === undefined) throw new Error("there is no service worker");
  return worker.evaluate(async () => {
    type Worker = {
      readonly registration: ServiceWorkerRegistration;
      readonly clients: { openWindow(url: string): Promise<unknown> };
    };
    const { registration, clients } = globalThis as unknown as Worker;
    const done: string[] = [];
    const { WindowClient } = globalThis as unknown as {
      readonly WindowClient: { readonly prototype: { focus(): Promise<unknown> } };
    };
    // A browser lets nobody but a person's finger bring a window to the front.
    WindowClient.prototype.focus = function (this: { readonly url: string }) {
      done.push(`focus ${new URL(this.url).origin}`);
      return Promise.resolve(this);
    };
    clients.openWindow = (url) => {
      done.push(`open ${url}`);
      return Promise.resolve(null);
    };
    const [notification] = await registration.getNotifications();
    const works: Promise<unknown>[] = [];
    const event = Object.assign(new Event("notificationclick"), {
      notification,
      waitUntil: (work: Promise<unknown>) => works.push(work),
    });
    dispatchEvent(event);
    await Promise.all(works);
    return done;
  });
};

test("a phone reminds of a time by its hour alone, and a press brings the program up", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  try {
    const page = phone.page();
    await page.context().grantPermissions(["notifications"], { origin: endpoint.origin });
    await page.clock.install();
    await page.goto(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);

    // Soon enough to be planned for, and long enough ahead that the phone has locked itself by then.
    const start = addMs(toInstant(Math.ceil(Date.now() / stepMs) * stepMs), 3 * hourMs);
    const { date, minute } = toLocal(start);
    const time = `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, "0")}`;

    await test.step("a time is booked, and the reminders are turned on", async () => {
      await page.getByRole("link", { name: today.book, exact: true }).click();
      await page.getByRole("combobox", { name: form.who }).fill(client);
      await page.getByRole("button", { name: form.otherDay }).click();
      await page.getByLabel(form.otherDay, { exact: true }).last().fill(date);
      await page.getByRole("textbox", { name: form.otherTime }).fill(time);
      await page.getByRole("button", { name: /^Varaa .* klo / }).click();
      await expect(page.getByText(/^Aika varattu/)).toBeVisible();
      await page.getByRole("link", { name: shell.settings }).click();
      await page.getByRole("switch", { name: reminders.switch }).check();
    });

    await test.step("nothing is said until ten minutes before, and then the hour alone, also by a locked phone", async () => {
      await page.clock.fastForward(start - Date.now() - 12 * minuteMs);
      await expect(page.getByLabel(unlock.passphrase, { exact: true })).toBeVisible();
      expect(await shown(page)).toEqual([]);
      await page.clock.fastForward(3 * minuteMs);
      await expect.poll(() => shown(page)).toHaveLength(1);
      const [notification] = await shown(page);
      expect(notification).toEqual({
        title: reminders.notice(time),
        body: "",
        tag: `reminder-${start}`,
        lang: "fi",
        data: null,
      });
    });

    await test.step("pressed it goes away, and brings up the window there is", async () => {
      expect(await press(page)).toEqual([`focus ${endpoint.origin}`]);
      expect(await shown(page)).toEqual([]);
    });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
