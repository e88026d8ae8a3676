import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { readByPython, readCode, type ReadEvent } from "./support/calendars.ts";
import { type Phone, takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import {
  closeMessages,
  type Counter,
  enrol,
  expectReady,
  goToToday,
  openTeamTimes,
} from "./support/steps.ts";

const { appointments, form, handOver, holding, shell, slots, states, today } = texts;

const counted =
  (counter: Counter) =>
  async (action: Promise<unknown>): Promise<void> => {
    await action;
    counter.count += 1;
  };

/** The next working day, which both forms offer behind today. */
const tomorrow = (page: Page) =>
  page.getByRole("radiogroup", { name: form.when }).getByRole("radio").nth(1);

/** Holds the times of tomorrow's stand for the phone. */
const holdMorning = async (page: Page): Promise<void> => {
  await goToToday(page);
  await page.getByRole("link", { name: holding.title }).click();
  await tomorrow(page).check();
  await page.getByRole("textbox", { name: holding.from }).fill("9.00");
  await page.getByRole("textbox", { name: holding.to }).fill("11.30");
  await page.getByRole("textbox", { name: holding.label }).fill("Aseman ständi");
  await page.getByRole("button", { name: /^Varaa .* klo 9\.00–11\.30$/ }).click();
  const held = page.getByRole("listitem").filter({ hasText: "Aseman ständi" });
  await expect(held.getByText(slots.guaranteed, { exact: true })).toBeVisible();
  await closeMessages(page);
};

/** Books the first of tomorrow's guaranteed times, from the start page. */
const bookAtStand = async (page: Page, name: string, counter: Counter): Promise<void> => {
  const step = counted(counter);
  await goToToday(page);
  await step(page.getByRole("link", { name: today.book, exact: true }).click());
  await step(page.getByRole("combobox", { name: form.who }).fill(name));
  await step(tomorrow(page).check());
  const times = page.getByRole("radiogroup", { name: form.time });
  const guaranteed = times.getByRole("radio", { name: slots.guaranteed }).first();
  await step(guaranteed.check());
  await step(page.getByRole("button", { name: /^Varaa .* klo / }).click());
  await expect(page.getByText(/^Aika varattu/)).toBeVisible();
  await closeMessages(page);
};

const openOwn = async (page: Page, name: string, step = counted({ count: 0 })): Promise<void> => {
  await step(page.getByRole("navigation").getByRole("link", { name: shell.appointments }).click());
  await step(
    page
      .getByRole("link", { name: new RegExp(name) })
      .first()
      .click(),
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

/** Shows a client's time across the table, from its page; what the client's camera reads. */
const handOverHere = async (page: Page, name: string): Promise<ReadEvent> => {
  await page.getByRole("link", { name: handOver.open }).click();
  const code = page.getByRole("img", { name: /QR-koodi/ });
  await expect(code).toBeVisible();
  await code.evaluate((shown) => shown.scrollIntoView({ block: "start" }));
  const picture = test.info().outputPath(`${name.replaceAll(" ", "-")}-${Date.now()}.png`);
  await page.screenshot({ path: picture });
  const text = await readCode(picture);
  for (const word of name.split(" ")) expect(text).not.toContain(word);
  return readByPython(text);
};

const handOverTo = async (page: Page, name: string): Promise<ReadEvent> => {
  await openOwn(page, name);
  return handOverHere(page, name);
};

/** Another free time of the same day. */
const move = async (page: Page, name: string, counter: Counter): Promise<void> => {
  const step = counted(counter);
  await openOwn(page, name, step);
  await step(
    page
      .getByRole("radio", { name: /^\d+\.\d\d$/, checked: false })
      .last()
      .check(),
  );
  await step(page.getByRole("button", { name: texts.common.save }).click());
  await expect(page.getByText(appointments.details.saved(name))).toBeVisible();
  await closeMessages(page);
};

test("a morning at a stand without any endpoint: six people leave with a time, and every one is kept", async () => {
  const endpoint = await startEndpoint();
  const phones: Phone[] = [await takePhone("chromium"), await takePhone("chromium")];
  const [aino, oiva] = phones.map((phone) => phone.page);
  if (aino === undefined || oiva === undefined) throw new Error("there are two phones");
  const people = [
    { page: aino, names: ["Saima Sammal-Testi", "Tauno Tunturi-Testi", "Helka Halla-Testi"] },
    { page: oiva, names: ["Urho Usva-Testi", "Lempi Lampi-Testi", "Arvo Aava-Testi"] },
  ] as const;
  const [movedName] = people[0].names;
  const [cancelledName] = people[1].names;
  const handed = new Map<string, ReadEvent>();
  try {
    await test.step("two advisers of a team hold times for their phones the day before, in two taps at the least", async () => {
      await aino().goto(endpoint.firstLink);
      await enrol(aino(), "Aino Esimerkki");
      await expectReady(aino());
      await oiva().goto(await endpoint.link());
      await enrol(oiva(), "Oiva Mallikas");
      await expectReady(oiva());

      const counter: Counter = { count: 0 };
      const step = counted(counter);
      await step(aino().getByRole("link", { name: holding.title }).click());
      await step(
        aino()
          .getByRole("button", { name: /^Varaa .* klo / })
          .click(),
      );
      await expect(aino().getByText(slots.guaranteed, { exact: true }).first()).toBeVisible();
      expect(counter.count).toBe(2);
      await aino().getByRole("button", { name: holding.giveBack }).first().click();
      await expect(aino().getByText(/^Ajat vapautettu/)).toBeVisible();
      await closeMessages(aino());

      for (const { page } of people) await holdMorning(page());
    });

    await test.step("with the endpoint dead each books three people, in at most six interactions", async () => {
      await endpoint.kill();
      for (const { page, names } of people) {
        for (const name of names) {
          const counter: Counter = { count: 0 };
          await bookAtStand(page(), name, counter);
          expect(counter.count).toBeLessThanOrEqual(6);
        }
      }
    });

    await test.step("each leaves with a certain time in their own calendar", async () => {
      for (const { page, names } of people) {
        for (const name of names) {
          const event = await handOverTo(page(), name);
          expect(event).toMatchObject({ status: "CONFIRMED", summary: "Sovittu tapaaminen" });
          handed.set(name, event);
        }
        // One adviser's times follow each other without overlap.
        const times = names.flatMap((name) => handed.get(name) ?? []);
        for (const [index, { dtstart }] of times.entries()) {
          expect(dtstart).toBeGreaterThanOrEqual(times[index - 1]?.dtend ?? 0);
        }
      }
    });

    await test.step("one is moved in at most four interactions, and the calendar's entry with it", async () => {
      const counter: Counter = { count: 0 };
      await move(aino(), movedName, counter);
      expect(counter.count).toBeLessThanOrEqual(4);
      const before = handed.get(movedName);
      const after = await handOverTo(aino(), movedName);
      expect(after.uid).toBe(before?.uid);
      expect(after.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
      expect(after.dtstart).not.toBe(before?.dtstart);
      handed.set(movedName, after);
    });

    await test.step("one is cancelled, and the calendar's entry with it", async () => {
      await openOwn(oiva(), cancelledName);
      await oiva().getByRole("button", { name: appointments.details.cancel }).click();
      const sheet = oiva().getByRole("dialog", { name: states.cancelTitle });
      await sheet.getByRole("button", { name: states.confirmCancel }).click();
      await expect(oiva().getByText(appointments.details.cancelledNotice)).toBeVisible();
      await closeMessages(oiva());
      const after = await handOverHere(oiva(), cancelledName);
      expect(after).toMatchObject({ uid: handed.get(cancelledName)?.uid, status: "CANCELLED" });
      handed.set(cancelledName, after);
    });

    await test.step("back online both phones show all six, nothing clashes and nothing is left to send", async () => {
      await endpoint.start();
      for (const { page } of people) {
        await goToToday(page());
        await expect(page().getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 20_000 });
      }
      for (const { page } of people) {
        await openTeamTimes(page());
        for (const name of [...people[0].names, ...people[1].names]) {
          const row = page().getByRole("link", { name: new RegExp(name) });
          await (name === cancelledName
            ? expect(row).toHaveCount(0)
            : expect(row.first()).toBeVisible());
        }
        await expect(page().getByText(slots.clash, { exact: true })).toHaveCount(0);
        await goToToday(page());
        await expect(page().getByRole("link", { name: /päällekkäin/ })).toHaveCount(0);
      }
    });

    await test.step("what the endpoint holds is what was handed over", async () => {
      for (const { page, names } of people) {
        for (const name of names) {
          if (name === cancelledName) continue;
          const kept = await handOverTo(page(), name);
          const { uid, dtstart, dtend } = handed.get(name) ?? {};
          expect(kept).toMatchObject({ uid, dtstart, dtend, status: "CONFIRMED" });
        }
      }
    });
  } finally {
    for (const phone of phones) await phone.close();
    await endpoint.close();
  }
});
