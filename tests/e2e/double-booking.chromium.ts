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

/** Books one o'clock of a coming day for the phone's own adviser. */
const bookAtOne = async (page: Page, origin: string, name: string): Promise<void> => {
  await page.goto(`${origin}/book?date=${comingDay()}&minute=780`);
  await openVault(page);
  await page.getByRole("combobox", { name: texts.form.who }).fill(name);
  await page.getByRole("button", { name: /^Varaa .* klo 13\.00$/ }).click();
  await expect(page.getByText(/^Aika varattu/)).toBeVisible();
};

test("two phones promise one adviser's time offline: one holds it, the other is moved with one tap", async () => {
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

    await test.step("both are offline, and both promise one o'clock", async () => {
      for (const phone of [own, office]) await phone.page().context().setOffline(true);
      await bookAtOne(own.page(), endpoint.origin, first);
      await bookAtOne(office.page(), endpoint.origin, second);
      await openAppointment(office.page(), second);
      const whose = office.page().getByRole("combobox", { name: texts.form.adviser });
      await whose.selectOption(adviserName);
      await office.page().getByRole("button", { name: texts.common.save }).click();
      await expect(office.page().getByText(texts.appointments.details.saved)).toBeVisible();
      await expect(office.page().getByText(texts.slots.tentativeText)).toBeVisible();
    });

    await test.step("the one who comes back first holds it", async () => {
      await own.page().context().setOffline(false);
      await openAppointment(own.page(), first);
      await expect(own.page().getByText(texts.slots.heldText)).toBeVisible();
    });

    await test.step("the other comes back to a clash, and both are told", async () => {
      await office.page().context().setOffline(false);
      await expect(office.page().getByText(texts.slots.clashTitle)).toBeVisible();
      await expect(own.page().getByText(texts.slots.doubledTitle)).toBeVisible();
      await goToToday(own.page());
      const row = own.page().getByRole("link", { name: texts.slots.waiting(second) });
      await expect(row).toBeVisible();
    });

    await test.step("one tap moves it to the nearest free time, which is held", async () => {
      const page = office.page();
      const choices = page.getByRole("group", { name: texts.slots.nearest });
      await choices.getByRole("button").first().click();
      await expect(page.getByText(/^Siirretty /)).toBeVisible();
      await expect(page.getByText(texts.slots.heldText)).toBeVisible();
      await expect(own.page().getByText(texts.slots.waiting(second))).toHaveCount(0);
    });
  } finally {
    await own.close();
    await office.close();
    await endpoint.close();
  }
});
