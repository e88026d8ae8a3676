import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { type Engine, type Phone, takePhone } from "./browser.ts";
import { startEndpoint } from "./endpoint.ts";
import {
  book,
  type Counter,
  enrol,
  expectReady,
  goToToday,
  openAppointment,
  openTeamTimes,
  openVault,
} from "./steps.ts";

/** What the adviser writes of the client: none of it may be readable on the disk. */
export const client = "Veikko Varjola-Testi";
export const number = "040 765 4321";
export const note = "Haluaa kokeilla ompelijan työtä";

/**
 * The main job, on two devices of one team that run the same browser: enrolled, booked without an endpoint, killed, reopened,
 * sent by itself, seen by the colleague, changed by both. `atEnd` gets the two devices while they still run.
 */
export const doMainJob = async (
  engine: Engine,
  atEnd: (adviser: Phone, colleague: Phone) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const endpoint = await startEndpoint();
  const adviser = await takePhone(engine);
  const colleague = await takePhone(engine);
  try {
    const page = await adviser.open(endpoint.firstLink);
    await test.step("an adviser enrols by the link", async () => {
      await enrol(page, "Aino Esimerkki");
      await expectReady(page);
    });

    await test.step("a colleague of the same team enrols", async () => {
      await colleague.open(await endpoint.link());
      await enrol(colleague.page(), "Oiva Mallikas");
      await expectReady(colleague.page());
    });

    await test.step("with the endpoint dead a time is booked in at most six interactions", async () => {
      await endpoint.kill();
      const counter: Counter = { count: 0 };
      await book(page, { name: client, phone: number, note }, counter);
      expect(counter.count).toBeLessThanOrEqual(6);
      await expect(page.getByText(/1 lähettämättä – /)).toBeVisible();
    });

    await test.step("the time is there after the battery died, on a deep link too", async () => {
      await adviser.kill();
      await adviser.restart();
      const reopened = await adviser.open(`${endpoint.origin}/appointments`);
      await openVault(reopened, "jokin aivan muu lause");
      await expect(reopened.getByText(texts.failures["passphrase.wrong"])).toBeVisible();
      await openVault(reopened);
      await expect(reopened.getByText(client).first()).toBeVisible();
      await goToToday(reopened);
      await expect(reopened.getByText(/1 lähettämättä – /)).toBeVisible();
    });

    await test.step("it is sent within 5 s of the endpoint's return, and the colleague sees it within 2 s", async () => {
      await openTeamTimes(colleague.page());
      await endpoint.start();
      await expect(adviser.page().getByText(/Kaikki lähetetty/)).toBeVisible({ timeout: 5_000 });
      await expect(colleague.page().getByText(client).first()).toBeVisible({ timeout: 2_000 });
    });

    await test.step("both change it offline, different fields and the same note, and nobody's words are lost", async () => {
      await endpoint.kill();
      for (const [phone, words] of [
        [adviser, "Tulkki tilattu somaliksi."],
        [colleague, "Kyyti Kuhmosta ratkaistava."],
      ] as const) {
        const open = phone.page();
        await openAppointment(open, client);
        const field = open.getByRole("textbox", { name: texts.form.note });
        await field.fill(`${await field.inputValue()}. ${words}`);
      }
      await adviser.page().getByRole("textbox", { name: texts.form.phone }).fill("044 111 2222");
      for (const phone of [adviser, colleague]) {
        await phone.page().getByRole("button", { name: texts.common.save }).click();
        await expect(
          phone.page().getByText(texts.appointments.details.saved(client)),
        ).toBeVisible();
      }
      await endpoint.start();
      for (const phone of [adviser, colleague]) {
        const open = phone.page();
        await openAppointment(open, client);
        const field = open.getByRole("textbox", { name: texts.form.note });
        await expect(field).toHaveValue(/Tulkki tilattu somaliksi/, { timeout: 20_000 });
        await expect(field).toHaveValue(/Kyyti Kuhmosta ratkaistava/, { timeout: 20_000 });
        await expect(open.getByRole("textbox", { name: texts.form.phone })).toHaveValue(
          /44 ?111 ?2222/,
        );
      }
      const [one, other] = await Promise.all(
        [adviser, colleague].map((phone) =>
          phone.page().getByRole("textbox", { name: texts.form.note }).inputValue(),
        ),
      );
      expect(one).toBe(other);
    });
    await atEnd(adviser, colleague);
  } finally {
    await adviser.close();
    await colleague.close();
    await endpoint.close();
  }
};
