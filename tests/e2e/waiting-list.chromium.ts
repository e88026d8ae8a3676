import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { type Phone, takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import {
  closeMessages,
  enrol,
  expectReady,
  goToToday,
  openAppointment,
  openTeamTimes,
} from "./support/steps.ts";

const { appointments, form, shell, states, today, waitingList } = texts;
const [called, waits] = ["Saima Sammal-Testi", "Tauno Tunturi-Testi"];

/** Books the first time of the next working day. */
const bookTomorrow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("link", { name: today.book, exact: true }).click();
  await page.getByRole("combobox", { name: form.who }).fill(name);
  const days = page.getByRole("radiogroup", { name: form.when });
  await days.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: /^Varaa .* klo / }).click();
  await expect(page.getByText(/^Aika varattu/)).toBeVisible();
  await closeMessages(page);
};

/** When somebody's time begins, as the list of the team's times has it. */
const timeOf = async (page: Page, name: string): Promise<string> => {
  await openTeamTimes(page);
  const row = page.getByRole("listitem").filter({ hasText: name }).first();
  await expect(row).toBeVisible();
  const [time] = /^\d+\.\d\d/.exec(await row.innerText()) ?? [];
  if (time === undefined) throw new Error(`no time in: ${await row.innerText()}`);
  return time;
};

const waitList = async (page: Page): Promise<void> => {
  await goToToday(page);
  await page.getByRole("link", { name: waitingList.title }).click();
  await expect(page.getByRole("heading", { name: waitingList.title, level: 1 })).toBeVisible();
};

test("somebody without a time gets the one that another calls off, on a phone without a network", async () => {
  const endpoint = await startEndpoint();
  const phones: Phone[] = [await takePhone("chromium"), await takePhone("chromium")];
  const [aino, oiva] = phones.map((phone) => phone.page());
  if (aino === undefined || oiva === undefined) throw new Error("there are two phones");
  try {
    await aino.goto(endpoint.firstLink);
    await enrol(aino, "Aino Esimerkki");
    await expectReady(aino);
    await oiva.goto(await endpoint.link());
    await enrol(oiva, "Oiva Mallikas");
    await expectReady(oiva);
    await bookTomorrow(aino, called);
    const time = await timeOf(oiva, called);

    await test.step("without a network somebody comes who finds no time, and is put on the list", async () => {
      await aino.context().setOffline(true);
      await waitList(aino);
      await aino.getByRole("link", { name: waitingList.add }).click();
      await aino.getByRole("combobox", { name: form.who }).fill(waits);
      await aino.getByRole("button", { name: waitingList.addNow }).click();
      await expect(aino.getByText(waitingList.added(waits))).toBeVisible();
      await closeMessages(aino);
      await expect(aino.getByRole("link", { name: new RegExp(waits) })).toBeVisible();
    });

    await test.step("the time that is called off is offered to who waits", async () => {
      await openAppointment(aino, called);
      await aino.getByRole("button", { name: appointments.details.cancel }).click();
      const sheet = aino.getByRole("dialog", { name: states.cancelTitle });
      await sheet.getByRole("button", { name: states.confirmCancel }).click();
      await expect(aino.getByText(appointments.details.cancelledNotice)).toBeVisible();
      await closeMessages(aino);
      const offered = aino.getByRole("region", { name: waitingList.freed.title });
      await expect(offered.getByText(new RegExp(`klo ${time}–`))).toBeVisible();
      await goToToday(aino);
      await aino.getByRole("link", { name: /^Vapautui / }).click();
      await offered.getByRole("link", { name: waitingList.freed.offerFor(waits) }).click();
    });

    await test.step("one press books it, and ends the wait in the same save", async () => {
      await aino.getByRole("button", { name: new RegExp(`^Varaa .* klo ${time}$`) }).click();
      await expect(aino.getByText(/^Aika varattu/)).toBeVisible();
      await closeMessages(aino);
      await waitList(aino);
      await expect(aino.getByText(waitingList.noneTitle)).toBeVisible();
      const ended = aino.getByRole("region", { name: waitingList.ended });
      await ended.getByRole("link", { name: new RegExp(waits) }).click();
      await expect(aino.getByText(new RegExp(`^Sai ajan .* klo ${time}$`))).toBeVisible();
      expect(await timeOf(aino, waits)).toBe(time);
    });

    await test.step("a colleague's phone hears of all of it once there is a network", async () => {
      await expect(oiva.getByRole("link", { name: new RegExp(called) }).first()).toBeVisible();
      await expect(oiva.getByRole("link", { name: new RegExp(waits) })).toHaveCount(0);
      await aino.context().setOffline(false);
      await goToToday(aino);
      await expect(aino.getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 20_000 });
      await expect(oiva.getByRole("link", { name: new RegExp(called) })).toHaveCount(0);
      expect(await timeOf(oiva, waits)).toBe(time);
      await waitList(oiva);
      const ended = oiva.getByRole("region", { name: waitingList.ended });
      await expect(ended.getByRole("listitem").filter({ hasText: waits })).toBeVisible();
      await oiva.getByRole("navigation").getByRole("link", { name: shell.today }).click();
      await expect(oiva.getByRole("link", { name: /päällekkäin/ })).toHaveCount(0);
    });
  } finally {
    for (const phone of phones) await phone.close();
    await endpoint.close();
  }
});
