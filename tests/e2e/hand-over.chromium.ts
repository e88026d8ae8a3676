import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import ICAL from "ical.js";
import { texts } from "#i18n/fi/all.ts";
import { makeKhal, readByPython, readCode, type ReadEvent } from "./support/calendars.ts";
import { phone as phoneSize, takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import {
  book,
  closeMessages,
  enrol,
  expectReady,
  openAppointment,
  openVault,
} from "./support/steps.ts";

const { appointments, handOver, states } = texts;
const client = "Veikko Varjola-Testi";
const adviser = "Aino Esimerkki";

const openSheet = async (page: Page) => {
  await openAppointment(page, client);
  await page.getByRole("link", { name: handOver.open }).click();
  await expect(page.getByRole("img", { name: /QR-koodi/ })).toBeVisible();
};

/** What ical.js, which wrote the event, reads in it again. */
const readByOwn = (text: string): ReadEvent => {
  const entry = ICAL.Component.fromString(text).getFirstSubcomponent("vevent");
  const words = (name: string) => String(entry?.getFirstPropertyValue(name) ?? "");
  const seconds = (name: string) => {
    const time = entry?.getFirstPropertyValue(name);
    return time instanceof ICAL.Time ? time.toUnixTime() : Number.NaN;
  };
  return {
    uid: words("uid"),
    sequence: Number(words("sequence")),
    status: words("status"),
    summary: words("summary"),
    location: words("location"),
    description: words("description"),
    dtstart: seconds("dtstart"),
    dtend: seconds("dtend"),
    dtstamp: seconds("dtstamp"),
  };
};

/** The code as it is on the screen, read off a picture by a scanner and then by two readers that have to agree. */
const scan = async (page: Page, name: string): Promise<ReadEvent> => {
  await page
    .getByRole("img", { name: /QR-koodi/ })
    .evaluate((code) => code.scrollIntoView({ block: "start" }));
  const picture = test.info().outputPath(`${name}.png`);
  await page.screenshot({ path: picture });
  const text = await readCode(picture);
  const read = readByOwn(text);
  expect(await readByPython(text)).toEqual(read);
  return read;
};

/** The time as the client reads it on the sheet: `klo 10.00–10.45`. */
const shownTime = async (page: Page) => (await page.getByText(/^klo \d/).textContent()) ?? "";

const wall = new Intl.DateTimeFormat("fi-FI", {
  timeZone: "Europe/Helsinki",
  hour: "numeric",
  minute: "2-digit",
});
const wallTime = ({ dtstart, dtend }: ReadEvent) =>
  `klo ${wall.format(dtstart * 1_000)}–${wall.format(dtend * 1_000)}`;

test("a client leaves with a time that was booked without coverage, and with every change of it", async () => {
  const endpoint = await startEndpoint();
  const phone = await takePhone("chromium");
  const khal = await makeKhal(test.info().outputPath("khal"));
  try {
    const page = await phone.open(endpoint.firstLink);
    await enrol(page, adviser);
    await expectReady(page);
    // Without its team it cannot book: the first exchange has to be over.
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await endpoint.kill();
    await book(page, { name: client, phone: "040 765 4321", note: "Haluaa ompelijaksi" });
    await closeMessages(page);

    await openAppointment(page, client);
    const places = page.getByRole("radiogroup", { name: texts.form.where });
    await places.getByRole("radio").first().check();
    await page.getByRole("button", { name: texts.common.save }).click();
    await expect(page.getByText(appointments.details.saved(client))).toBeVisible();
    await closeMessages(page);

    const take = async (name: string) => {
      const file = test.info().outputPath(`${name}.ics`);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: handOver.save }).click();
      await (await saved).saveAs(file);
      await khal.import(file);
      const text = await readFile(file, "utf8");
      expect(text).not.toMatch(/Varjola|765|ompelija/);
      return readByPython(text);
    };

    await test.step("the sheet has no barrier on a small phone and a laptop, in light and dark", async () => {
      await openSheet(page);
      await expect(page.getByText(handOver.tentativeTitle)).toBeVisible();
      await expect(page.getByText(client)).toHaveCount(0);
      await examine(page, "hand over");
      await page.setViewportSize(phoneSize);
    });

    const first =
      await test.step("the code is read off the screen, in the dark, after a start without the endpoint", async () => {
        await page.emulateMedia({ colorScheme: "dark" });
        await page.reload();
        await openVault(page);
        const code = page.getByRole("img", { name: /QR-koodi/ });
        await expect(code).toBeVisible();
        const box = await code.boundingBox();
        expect(box?.width).toBe(phoneSize.width);
        const read = await scan(page, "booked");
        expect(read).toMatchObject({
          status: "TENTATIVE",
          summary: "Alustava: sovittu tapaaminen",
          description: `Tapaat: ${adviser}`,
        });
        expect(read.uid).toMatch(/^[\w-]{22}@appointment\.katve$/);
        expect(wallTime(read)).toBe(await shownTime(page));
        expect(read.location).not.toBe("");
        await expect(page.getByText(read.location, { exact: true })).toBeVisible();
        return read;
      });

    await test.step("the file says the same, and the client's calendar has it once", async () => {
      const { dtstamp: _, ...rest } = await take("booked");
      expect(first).toMatchObject(rest);
      expect(await khal.files()).toHaveLength(1);
    });

    await test.step("a time that moves without coverage updates the same entry", async () => {
      await openAppointment(page, client);
      await page
        .getByRole("radio", { name: /^\d+\.\d\d$/, checked: false })
        .last()
        .check();
      await page.getByRole("button", { name: texts.common.save }).click();
      await expect(page.getByText(appointments.details.saved(client))).toBeVisible();
      await closeMessages(page);
      await openSheet(page);
      const moved = await scan(page, "moved");
      expect(moved.uid).toBe(first.uid);
      expect(moved.sequence).toBeGreaterThan(first.sequence);
      expect(moved.dtstart).not.toBe(first.dtstart);
      expect(wallTime(moved)).toBe(await shownTime(page));
      await take("moved");
      expect(await khal.files()).toHaveLength(1);
      const listed = await khal.list();
      expect(listed).toHaveLength(1);
      const start = wall
        .format(moved.dtstart * 1_000)
        .replace(".", ":")
        .padStart(5, "0");
      expect(listed[0]).toContain(`${start} Alustava: sovittu tapaaminen`);
    });

    await test.step("confirmed by the endpoint, it is confirmed in the calendar", async () => {
      await endpoint.start();
      await expect(page.getByText(handOver.tentativeTitle)).toBeHidden({ timeout: 20_000 });
      const confirmed = await scan(page, "confirmed");
      expect(confirmed).toMatchObject({ uid: first.uid, status: "CONFIRMED" });
      await take("confirmed");
      expect(await khal.list()).toEqual([expect.stringMatching(/ Sovittu tapaaminen$/)]);
      await endpoint.kill();
    });

    await test.step("a cancelled one is cancelled there, and said to be", async () => {
      await openAppointment(page, client);
      await page.getByRole("button", { name: appointments.details.cancel }).click();
      const sheet = page.getByRole("dialog", { name: states.cancelTitle });
      await sheet.getByRole("button", { name: states.confirmCancel }).click();
      await expect(page.getByText(appointments.details.cancelledNotice)).toBeVisible();
      await closeMessages(page);
      await page.getByRole("link", { name: handOver.open }).click();
      await expect(page.getByText(handOver.cancelledTitle)).toBeVisible();
      const cancelled = await scan(page, "cancelled");
      expect(cancelled).toMatchObject({
        uid: first.uid,
        status: "CANCELLED",
        summary: "Peruttu: sovittu tapaaminen",
      });
      await take("cancelled");
      const [entry, ...others] = await khal.files();
      expect(others).toEqual([]);
      expect(entry).toContain("STATUS:CANCELLED");
    });

    await test.step("the slip is one page with nothing else on it", async () => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await expect(page.getByText("Peruttu", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: handOver.print })).toBeHidden();
      await expect(page.getByRole("navigation")).toBeHidden();
      const pdf = await page.pdf({ path: test.info().outputPath("slip.pdf"), format: "A5" });
      expect(pdf.toString("latin1").match(/\/Type ?\/Page\b/g)).toHaveLength(1);
      await scan(page, "printed");
    });
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
