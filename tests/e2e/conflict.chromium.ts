import { expect, type Page, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import {
  book,
  enrol,
  expectReady,
  goToToday,
  openAppointment,
  openVault,
} from "./support/steps.ts";

const { conflicts, earlier, form, today, words, common } = texts;
const client = "Veikko Varjola-Testi";
const noteField = (page: Page) => page.getByRole("textbox", { name: form.note });
const mark = (page: Page, field: string) =>
  page.getByRole("button", { name: `${conflicts.mark}: ${field}` });
const sheet = (page: Page, field: string) =>
  page.getByRole("dialog", { name: conflicts.title(field) });

/** Writes a note and a kind of guidance on an appointment, without a connection. */
const change = async (page: Page, note: string, guidance: string): Promise<void> => {
  await openAppointment(page, client);
  await noteField(page).fill(note);
  await page.getByRole("button", { name: new RegExp(common.change) }).click();
  await page.getByRole("radio", { name: guidance }).check();
  await page.getByRole("button", { name: common.save }).click();
  await expect(page.getByText(texts.appointments.details.saved(client))).toBeVisible();
};

test("what two people wrote offline into one note and one choice is decided by a person, and nothing is lost", async () => {
  // Eight screens are looked at, each in two sizes and two lights.
  test.setTimeout(300_000);
  const endpoint = await startEndpoint();
  const adviser = await takePhone("chromium");
  const colleague = await takePhone("chromium");
  try {
    const page = await adviser.open(endpoint.firstLink);
    await enrol(page, "Aino Esimerkki");
    await expectReady(page);
    const other = await colleague.open(await endpoint.link());
    await enrol(other, "Oiva Mallikas");
    await expectReady(other);
    await book(page, { name: client, note: "Kyyti klo 9 Kuhmosta. Soittaa ennen tuloa." });
    await expect(page.getByText(/Kaikki lähetetty/)).toBeVisible();
    await openAppointment(other, client);

    await test.step("both write without a connection", async () => {
      await endpoint.kill();
      await change(page, "Kyyti klo 10 Kuhmosta. Soittaa ennen tuloa.", words.guidance.vocational);
      await change(other, "Kyyti klo 11 Kuhmosta. Soittaa ennen tuloa.", words.guidance.employment);
    });

    await test.step("the start page counts what there is to look at", async () => {
      await endpoint.start();
      for (const open of [page, other]) {
        await goToToday(open);
        await expect(open.getByRole("link", { name: today.things(2) })).toBeVisible({
          timeout: 20_000,
        });
      }
      await examine(page, "today with two things");
    });

    await test.step("the page lists them, and one leads to both values", async () => {
      await page.getByRole("link", { name: today.things(2) }).click();
      await expect(
        page.getByRole("heading", { level: 1, name: conflicts.pageTitle }),
      ).toBeVisible();
      await examine(page, "conflicts");
      await page.getByRole("button", { name: `${client}: ${conflicts.fields.guidance}` }).click();
      const opened = sheet(page, conflicts.fields.guidance);
      await expect(opened.getByText(words.guidance.vocational)).toBeVisible();
      await expect(opened.getByText(words.guidance.employment)).toBeVisible();
      await examine(page, "conflict of a choice");
      await opened.getByRole("button", { name: conflicts.choices.lost }).click();
      await expect(
        page.getByText(conflicts.settled(`${client}, ${conflicts.fields.guidance}`)),
      ).toBeVisible();
    });

    await test.step("the note's mark shows the words that differ; both are kept, also without a connection", async () => {
      await endpoint.kill();
      await openAppointment(page, client);
      await examine(page, "an appointment with a mark");
      await mark(page, conflicts.fields.note).click();
      const opened = sheet(page, conflicts.fields.note);
      await expect(opened.locator("mark").filter({ hasText: "10" })).toBeVisible();
      await expect(opened.locator("mark").filter({ hasText: "11" })).toBeVisible();
      await examine(page, "conflict of a note");
      await opened.getByRole("button", { name: conflicts.choices.both }).click();
      await expect(noteField(page)).toHaveValue(/klo 10[^]*\n[^]*klo 11|klo 11[^]*\n[^]*klo 10/);
    });

    await test.step("earlier values need a connection, and say so with what the phone has", async () => {
      await page.getByRole("button", { name: earlier.open }).click();
      const opened = page.getByRole("dialog", { name: earlier.title });
      await opened
        .getByRole("combobox", { name: earlier.field })
        .selectOption(conflicts.fields.note);
      await expect(opened.getByText(earlier.needsConnection)).toBeVisible();
      await expect(opened.getByText(/klo 1[01] Kuhmosta/).last()).toBeVisible();
      await examine(page, "earlier values offline");
      await endpoint.start();
      await opened.getByRole("button", { name: texts.exchange.tryNow }).click();
      await expect(opened.getByText(/klo 9 Kuhmosta/)).toBeVisible();
      await examine(page, "earlier values");
      await opened.getByRole("button", { name: earlier.close }).click();
    });

    await test.step("the colleague sees the decisions, and who made them", async () => {
      await openAppointment(other, client);
      await expect(mark(other, conflicts.fields.note)).toBeHidden({ timeout: 20_000 });
      await expect(mark(other, conflicts.fields.guidance)).toBeHidden();
      await expect(noteField(other)).toHaveValue(await noteField(page).inputValue());
      await goToToday(other);
      await expect(other.getByRole("link", { name: today.things(2) })).toBeHidden();
      await colleague.open(`${endpoint.origin}/conflicts`);
      await openVault(other);
      await expect(other.getByText(conflicts.noneTitle)).toBeVisible();
      const decided = other.getByRole("region", { name: conflicts.closedTitle });
      await expect(decided.getByText(/ · Aino Esimerkki ratkaisi tämän/)).toHaveCount(2);
      await examine(other, "conflicts decided");
    });
  } finally {
    await adviser.close();
    await colleague.close();
    await endpoint.close();
  }
});
