import assert from "node:assert/strict";
import { texts } from "#i18n/fi/all.ts";
import { bundleStorePage } from "../store-page/bundle.ts";
import { startEndpoint } from "../support/endpoint.ts";
import { passphrase } from "../support/steps.ts";
import { quietPage } from "../support/store-pages.ts";
import { takeWebKit, type WebKitPhone } from "./webkit-phone.ts";

/*
 * WebKitGTK has no driver that Playwright speaks to, so its tests are a program of their own. The last line it prints is
 * {"passed": n, "failed": n}.
 */
const { appointments, enrolment, form, settings, shell, today, unlock } = texts;
const client = "Veikko Varjola-Testi";

const tests: readonly [name: string, run: (phone: WebKitPhone, origin: Origin) => Promise<void>][] =
  [
    [
      "commits on this browser's own disk are whole or not at all, whatever breaks in between",
      async (phone, { origin }) => {
        await phone.open(origin + quietPage);
        const checked = await phone.transactionChecks(await bundleStorePage());
        assert.ok(checked.length > 5);
        for (const { name, problem } of checked) assert.equal(problem, null, name);
      },
    ],
    [
      "a device enrols by a link and arrives on the start page",
      async (phone, { link }) => {
        await phone.open(link);
        await phone.fill(enrolment.name, "Aino Esimerkki");
        await phone.fill(enrolment.passphrase, passphrase);
        await phone.press(enrolment.enrol);
        await phone.seesHeading(today.title);
        await phone.sees(/Kaikki lähetetty|Ei lähetettävää/);
        await phone.isOnDevice();
      },
    ],
    [
      "it opens again without an endpoint, on a deep link too",
      async (phone, { origin, kill }) => {
        await kill();
        await phone.open(`${origin}/appointments`);
        await phone.fill(unlock.passphrase, passphrase);
        await phone.press(unlock.open);
        await phone.seesHeading(appointments.title);
      },
    ],
    [
      "a time is booked without an endpoint and says that it waits",
      async (phone) => {
        await phone.follow(shell.today);
        await phone.follow(today.book);
        await phone.fill(form.who, client);
        await phone.press(/^Varaa .* klo /);
        await phone.sees(/Aika varattu/);
        await phone.sees(/1 lähettämättä – /);
      },
    ],
    [
      "the time is there after a reload without an endpoint",
      async (phone, { origin }) => {
        await phone.open(`${origin}/appointments`);
        await phone.fill(unlock.passphrase, passphrase);
        await phone.press(unlock.open);
        await phone.sees(new RegExp(client));
      },
    ],
    [
      "no screen has a barrier",
      async (phone) => {
        for (const [tab, heading] of [
          [shell.today, today.title],
          [shell.appointments, appointments.title],
          [shell.settings, settings.title],
        ] as const) {
          await phone.follow(tab);
          await phone.seesHeading(heading);
          assert.deepEqual(await phone.barriers(), [], heading);
        }
        await phone.follow(shell.today);
        await phone.follow(today.book);
        await phone.seesHeading(appointments.booking.title);
        assert.deepEqual(await phone.barriers(), [], appointments.booking.title);
      },
    ],
  ];

type Origin = {
  readonly origin: string;
  readonly link: string;
  kill(): Promise<void>;
};

const endpoint = await startEndpoint();
const phone = await takeWebKit();
let passed = 0;
try {
  for (const [name, run] of tests) {
    await run(phone, {
      origin: endpoint.origin,
      link: endpoint.firstLink,
      kill: () => endpoint.kill(),
    });
    passed += 1;
    console.log(`ok      ${name}`);
  }
} catch (error) {
  console.error(`failed  ${tests[passed]?.[0]}`, error, await phone.words());
} finally {
  await phone.close();
  await endpoint.close();
}
console.log(JSON.stringify({ passed, failed: tests.length - passed }));
process.exitCode = passed === tests.length ? 0 : 1;
