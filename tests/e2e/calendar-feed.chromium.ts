import { writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { makeKhal, readByPython } from "./support/calendars.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { book, closeMessages, enrol, expectReady, openAppointment } from "./support/steps.ts";

const { appointments, calendarFeed, settings, states } = texts;
const client = "Veikko Varjola-Testi";

test("an adviser's calendar program follows what is booked, moved and cancelled", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  const khal = await makeKhal(test.info().outputPath("khal"));
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await book(page, { name: client, phone: "040 765 4321", note: "Haluaa ompelijaksi" });
    await closeMessages(page);

    const address =
      await test.step("the page of addresses has no barrier, and makes one", async () => {
        await page.getByRole("navigation").getByRole("link", { name: settings.title }).click();
        await page.getByRole("link", { name: calendarFeed.title }).click();
        await expect(page.getByText(calendarFeed.none)).toBeVisible();
        await page.getByLabel(calendarFeed.label).fill("Työn kalenteri");
        await page.getByRole("button", { name: calendarFeed.make }).click();
        const field = page.getByLabel(calendarFeed.address);
        await expect(field).toHaveValue(/^http:\/\/localhost:\d+\/feed\/[\w-]{32}\.ics$/);
        await page.getByRole("button", { name: calendarFeed.showCode }).click();
        await examine(page, "calendar feed");
        return field.inputValue();
      });

    /** Reads the feed as a calendar program does, and has khal take it in without a word of complaint. */
    const read = async (name: string) => {
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).not.toMatch(/Varjola|765|ompelija|Aino/);
      const file = test.info().outputPath(`${name}.ics`);
      await writeFile(file, text);
      expect(await khal.import(file)).toBe("");
      expect(await khal.files()).toHaveLength(1);
      return readByPython(text);
    };
    /** Waits until the endpoint has what was just written: its number is higher then. */
    const readAfter = async (name: string, before: number) => {
      await expect
        .poll(async () => (await readByPython(await (await fetch(address)).text())).sequence)
        .toBeGreaterThan(before);
      return read(name);
    };

    const first = await read("booked");
    expect(first).toMatchObject({ status: "CONFIRMED", summary: "Sovittu tapaaminen" });

    const moved =
      await test.step("a time that moves is the same entry at another time", async () => {
        await openAppointment(page, client);
        await page
          .getByRole("radio", { name: /^\d+\.\d\d$/, checked: false })
          .last()
          .check();
        await page.getByRole("button", { name: texts.common.save }).click();
        await expect(page.getByText(appointments.details.saved(client))).toBeVisible();
        await closeMessages(page);
        const event = await readAfter("moved", first.sequence);
        expect(event.uid).toBe(first.uid);
        expect(event.dtstart).not.toBe(first.dtstart);
        expect(await khal.list()).toHaveLength(1);
        return event;
      });

    await test.step("a cancelled one is cancelled there", async () => {
      await page.getByRole("button", { name: appointments.details.cancel }).click();
      const sheet = page.getByRole("dialog", { name: states.cancelTitle });
      await sheet.getByRole("button", { name: states.confirmCancel }).click();
      await expect(page.getByText(appointments.details.cancelledNotice)).toBeVisible();
      const event = await readAfter("cancelled", moved.sequence);
      expect(event).toMatchObject({ uid: first.uid, status: "CANCELLED" });
      expect((await khal.files())[0]).toContain("STATUS:CANCELLED");
    });

    await test.step("a removed address is unknown at once", async () => {
      await page.getByRole("navigation").getByRole("link", { name: settings.title }).click();
      await page.getByRole("link", { name: calendarFeed.title }).click();
      await page.getByRole("button", { name: calendarFeed.revoke }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: calendarFeed.revoke, exact: true })
        .click();
      await expect(page.getByText(calendarFeed.revoked)).toBeVisible();
      expect((await fetch(address)).status).toBe(404);
    });

    await test.step("without a network no list is shown, for an empty one would look like none", async () => {
      await page.context().setOffline(true);
      await page.getByRole("navigation").getByRole("link", { name: settings.title }).click();
      await page.getByRole("link", { name: calendarFeed.title }).click();
      await expect(page.getByText(calendarFeed.needsConnection)).toBeVisible();
      await expect(page.getByText(calendarFeed.listTitle)).toBeHidden();
    });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
