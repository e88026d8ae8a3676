import { expect, type Page, test } from "@playwright/test";
import { addDays, toLocalDate, weekdayOf } from "#domain/local-time.ts";
import { toInstant } from "#domain/instant.ts";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { enrol, expectReady, goToToday, openAppointment, openVault } from "./support/steps.ts";

const first = "Saima Sammal-Testi";
const second = "Tauno Tunturi-Testi";
const adviserName = "Aino Esimerkki";

/** A working day that is certainly still to come. */
const comingDay = (): string => {
  const days = [7, 8, 9].map((ahead) => addDays(toLocalDate(toInstant(Date.now())), ahead));
  return days.find((date) => weekdayOf(date) <= 5) ?? "";
};

/** Hands a time of the phone's own adviser to another one. */
const handOver = async (page: Page, client: string): Promise<void> => {
  await openAppointment(page, client);
  await page.getByRole("combobox", { name: texts.form.adviser }).selectOption(adviserName);
  await page.getByRole("button", { name: texts.common.save }).click();
  await expect(page.getByText(texts.appointments.details.saved(client))).toBeVisible();
};

/** Books one o'clock of a coming day for the phone's own adviser. */
const bookAtOne = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(`${origin}/book?date=${comingDay()}&minute=780`);
  await openVault(page);
  await page.getByRole("combobox", { name: texts.form.who }).fill(name);
  await page.getByRole("button", { name: /^Varaa .* klo 13\.00$/ }).click();
  await expect(page.getByText(/^Aika varattu/)).toBeVisible();
};

/** An adviser's own phone and one at the office, of one team; `play` gets both, and how to put them on and off line. */
const withTwoPhones = async (
  play: (own: Page, office: Page, origin: string) => Promise<void>,
): Promise<void> => {
  const endpoint = await startEndpoint();
  const own = await takePhone("chromium");
  const office = await takePhone("chromium");
  try {
    await own.open(endpoint.firstLink);
    await enrol(own.page(), adviserName);
    await expectReady(own.page());
    await office.open(await endpoint.link());
    await enrol(office.page(), "Oiva Mallikas");
    await expectReady(office.page());
    await play(own.page(), office.page(), endpoint.origin);
  } finally {
    await own.close();
    await office.close();
    await endpoint.close();
  }
};

const setOffline = (page: Page, isOffline: boolean): Promise<void> =>
  page.context().setOffline(isOffline);

test("two phones promise one adviser's time offline: one holds it, the other is moved with one tap", () =>
  withTwoPhones(async (own, office, origin) => {
    await test.step("both are offline, and both promise one o'clock", async () => {
      for (const page of [own, office]) await setOffline(page, true);
      await bookAtOne(own, origin, first);
      await bookAtOne(office, origin, second);
      await handOver(office, second);
      await expect(office.getByText(texts.slots.tentativeText)).toBeVisible();
    });

    await test.step("the one who comes back first holds it", async () => {
      await setOffline(own, false);
      await openAppointment(own, first);
      await expect(own.getByText(texts.slots.heldText)).toBeVisible();
    });

    await test.step("the other comes back to a clash, and both are told", async () => {
      await setOffline(office, false);
      await expect(office.getByText(texts.slots.clashTitle)).toBeVisible();
      await expect(own.getByText(texts.slots.doubledTitle)).toBeVisible();
      await goToToday(own);
      await expect(own.getByRole("link", { name: texts.slots.waiting(second) })).toBeVisible();
    });

    await test.step("one tap moves it to the nearest free time, which is held", async () => {
      const choices = office.getByRole("group", { name: texts.slots.nearest });
      await choices.getByRole("button").first().click();
      await expect(office.getByText(/^Siirretty /)).toBeVisible();
      await expect(office.getByText(texts.slots.heldText)).toBeVisible();
      await expect(own.getByText(texts.slots.waiting(second))).toHaveCount(0);
    });
  }));

test("a time out of held ones is guaranteed offline, and stays so against a booking that arrives before it", () =>
  withTwoPhones(async (own, office, origin) => {
    await test.step("times of a coming day are held for the adviser's phone", async () => {
      await own.getByRole("link", { name: texts.holding.title }).click();
      await own.getByRole("button", { name: texts.form.otherDay }).click();
      await own.getByLabel(texts.form.otherDay, { exact: true }).last().fill(comingDay());
      await own.getByRole("textbox", { name: texts.holding.from }).fill("13.00");
      await own.getByRole("textbox", { name: texts.holding.to }).fill("15.00");
      await own.getByRole("button", { name: /^Varaa .* klo 13\.00–15\.00$/ }).click();
      await expect(own.getByText(texts.slots.guaranteed, { exact: true })).toBeVisible();
    });

    await test.step("offline it gives one of them out, and the office promises the same", async () => {
      for (const page of [own, office]) await setOffline(page, true);
      await bookAtOne(own, origin, first);
      await openAppointment(own, first);
      await expect(own.getByText(texts.slots.guaranteedText).first()).toBeVisible();
      await bookAtOne(office, origin, second);
      await handOver(office, second);
    });

    await test.step("the office arrives first and is a clash all the same; the guarantee is kept", async () => {
      await setOffline(office, false);
      await expect(office.getByText(texts.slots.clashTitle)).toBeVisible();
      await setOffline(own, false);
      await expect(own.getByText(texts.slots.doubledTitle)).toBeVisible();
    });
  }));
