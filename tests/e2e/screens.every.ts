import { expect, test } from "@playwright/test";
import { texts } from "#i18n/fi/all.ts";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { examine } from "./support/examine.ts";
import { enrolKnown, expectReady, openVault } from "./support/steps.ts";

/** Every screen behind the lock, by its address, and the heading it has to have. */
const screens: readonly { readonly path: string; readonly heading: string }[] = [
  { path: "/", heading: texts.today.title },
  { path: "/book", heading: texts.appointments.booking.title },
  { path: "/find", heading: texts.finder.title },
  { path: "/hold", heading: texts.holding.title },
  { path: "/appointments", heading: texts.appointments.title },
  // On a phone the week is the day that was chosen.
  { path: "/appointments?view=week", heading: texts.calendar.views.day },
  { path: "/steps", heading: texts.after.steps.title },
  { path: "/calls", heading: texts.calls.title },
  { path: "/waiting", heading: texts.waitingList.title },
  { path: "/waiting/new", heading: texts.waitingList.add },
  { path: "/hours", heading: texts.hours.title },
  { path: "/busy-times", heading: texts.busyTimes.title },
  { path: "/calendar-feed", heading: texts.calendarFeed.title },
  { path: "/conflicts", heading: texts.conflicts.pageTitle },
  { path: "/tray", heading: texts.tray.title },
  { path: "/backup", heading: texts.backup.title },
  { path: "/area", heading: texts.area.title },
  { path: "/settings", heading: texts.settings.title },
  { path: "/nowhere", heading: texts.shell.notFoundTitle },
];

test("no screen has a barrier, breaks the security policy, or scrolls sideways", async () => {
  // Every screen is looked at, each in two sizes and two lights: two minutes on an idle machine.
  test.setTimeout(360_000);
  const endpoint = await startEndpoint("--demo");
  const phone = await takePhone(test.info().project.name === "firefox" ? "firefox" : "chromium");
  const complaints: string[] = [];
  try {
    const page = phone.page();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await phone.open(endpoint.firstLink);
    await expect(page.getByLabel(texts.enrolment.passphrase, { exact: true })).toBeVisible();
    await examine(page, "enrolment");
    await enrolKnown(page);
    await expectReady(page);
    for (const { path, heading } of screens) {
      await phone.open(`${endpoint.origin}${path}`);
      await examine(page, `unlock before ${path}`);
      await openVault(page);
      await expect(page.getByText(heading).first()).toBeVisible();
      await examine(page, path);
    }
    await phone.open(`${endpoint.origin}/appointments?view=list`);
    await openVault(page);
    await page.locator("main a[href^='/appointments/']").first().click();
    await expect(page.getByRole("textbox", { name: texts.form.note })).toBeVisible();
    await examine(page, "an appointment");
    await page.getByRole("link", { name: texts.handOver.open }).click();
    await expect(page.getByRole("img", { name: /QR-koodi/ })).toBeVisible();
    await examine(page, "handing a time over");
    expect(complaints.filter((text) => !text.includes("net::ERR"))).toEqual([]);
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
