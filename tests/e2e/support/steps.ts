import { expect, type Page } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";

/** What a person does, by the words on the screen. */
export const passphrase = "hiljainen harmaa hirvi huomenna";

const { appointments, enrolment, form, today, unlock, shell } = texts;

/** Enrols a device by a link and arrives on the start page. */
export const enrol = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("textbox", { name: enrolment.name }).fill(name);
  await enrolKnown(page);
};

/** Enrols a device of a member whose name the endpoint knows already. */
export const enrolKnown = async (page: Page): Promise<void> => {
  await page.getByLabel(enrolment.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: enrolment.enrol }).click();
  await expect(page.getByRole("heading", { name: today.title, level: 1 })).toBeVisible({
    timeout: 20_000,
  });
};

/** Unlocks an enrolled device. */
export const openVault = async (page: Page, with_ = passphrase): Promise<void> => {
  await page.getByLabel(unlock.passphrase, { exact: true }).fill(with_);
  await page.getByRole("button", { name: unlock.open }).click();
};

/** The start page, by the tab. */
export const goToToday = (page: Page): Promise<void> =>
  page.getByRole("navigation").getByRole("link", { name: shell.today }).click();

/** Waits until the device has the area's places and its team: after that it needs nobody. */
export const expectReady = async (page: Page): Promise<void> => {
  await expect(page.getByText(/Kaikki lähetetty|Ei lähetettävää/)).toBeVisible();
  // The page is on the device once the service worker has put it there.
  const isThere = () =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));
  await expect.poll(isThere, { timeout: 30_000 }).toBe(true);
};

/** A tap or a filled field, counted. */
export type Counter = { count: number };

/** Books a time for a new client from the start page. Every tap and every filled field is counted. */
export const book = async (
  page: Page,
  booking: { readonly name: string; readonly phone?: string; readonly note?: string },
  counter: Counter = { count: 0 },
): Promise<void> => {
  const step = async (action: Promise<unknown>) => {
    await action;
    counter.count += 1;
  };
  await step(page.getByRole("link", { name: today.book, exact: true }).click());
  await step(page.getByRole("combobox", { name: form.who }).fill(booking.name));
  if (booking.phone !== undefined) {
    await step(page.getByRole("textbox", { name: form.phone }).fill(booking.phone));
  }
  if (booking.note !== undefined) {
    await step(page.getByRole("textbox", { name: form.note }).fill(booking.note));
  }
  await step(page.getByRole("button", { name: /^Varaa .* klo / }).click());
  await expect(
    page.getByText(appointments.booking.undone).or(page.getByText(/^Aika varattu/)),
  ).toBeVisible();
};

/** Opens the list of the whole team's times. */
export const openTeamTimes = async (page: Page): Promise<void> => {
  await page.getByRole("navigation").getByRole("link", { name: shell.appointments }).click();
  await page.getByRole("combobox", { name: appointments.whose }).selectOption("team");
};

/** Opens the appointment of a client from the list of the team's times. */
export const openAppointment = async (page: Page, client: string): Promise<void> => {
  await openTeamTimes(page);
  await page
    .getByRole("link", { name: new RegExp(client) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

/** What was said of one booking would be taken for the answer to the next, and lies over the screen that is looked at. */
export const closeMessages = async (page: Page) => {
  const close = page.getByRole("button", { name: texts.shell.closeMessage });
  for (let left = await close.count(); left > 0; left -= 1) {
    await close.first().click();
    await expect(close).toHaveCount(left - 1);
  }
};
