import { render } from "@solidjs/testing-library";
import { createRoot } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addMs, dayMs, type Instant, minuteMs } from "#domain/instant.ts";
import { EnvironmentProvider } from "#features/environment.tsx";
import { PlanReminders } from "#features/parts/reminders/plan-reminders.tsx";
import { createReminders } from "#app/reminders.ts";
import { LocaleProvider } from "#i18n/locale.ts";
import type { Notifier } from "#app/notifier.ts";
import { makeTestClock, thursdayMorning } from "../../support/platform.ts";
import { bring, enrolAdviser } from "../../support/ui/device.ts";
import { makeTestEnvironment } from "../../support/ui/environment.ts";
import { appointmentRecord } from "../../support/ui/network-records.ts";
import { makeTestReminders } from "../../support/ui/reminders.ts";
import { makeTestLocale, makeTestMemory } from "../../support/ui/screens.tsx";

const start: Instant = addMs(thursdayMorning, 60 * minuteMs);

/** A platform that answers `answer` when it is asked, and what it has shown. */
const makeNotifier = (
  permission: ReturnType<Notifier["permission"]>,
  answer: NotificationPermission = "granted",
) => {
  const shown: string[] = [];
  let asked = 0;
  let now = permission;
  const notifier: Notifier = {
    permission: () => now,
    async ask() {
      asked += 1;
      now = answer;
      return answer;
    },
    async show(text, tag, lang) {
      shown.push([text, tag, lang].join("|"));
    },
  };
  return { notifier, shown, asked: () => asked, block: () => (now = "denied") };
};

describe("the device's reminders", () => {
  const clock = makeTestClock();
  const closing: (() => void)[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    clock.set(thursdayMorning);
  });
  afterEach(() => {
    for (const close of closing.splice(0)) close();
    vi.useRealTimers();
  });

  const make = (platform: ReturnType<typeof makeNotifier>, memory = makeTestMemory()) => {
    const reminders = createRoot(() =>
      createReminders({
        clock,
        memory,
        notifier: platform.notifier,
        say: () => ({ text: "Tapaaminen klo 10.00", lang: "fi" }),
      }),
    );
    closing.push(() => reminders.close());
    return reminders;
  };
  /** Lets time go by in steps, as it does for a page that is open. */
  const pass = (minutes: number) => {
    for (let step = 0; step < minutes * 3; step += 1) {
      clock.advance(20_000);
      vi.advanceTimersByTime(20_000);
    }
  };

  it("ask nobody before a switch is pressed, and then say the time alone, once", async () => {
    const platform = makeNotifier("default");
    const reminders = make(platform);
    reminders.plan([start]);
    expect(reminders.standing()).toBe("off");
    expect(platform.asked()).toBe(0);
    await reminders.turn(true);
    expect([platform.asked(), reminders.standing()]).toEqual([1, "on"]);
    pass(49);
    expect(platform.shown).toEqual([]);
    pass(30);
    expect(platform.shown).toEqual([`Tapaaminen klo 10.00|reminder-${start}|fi`]);
  });

  it("stay off where the person says no, and say so", async () => {
    const platform = makeNotifier("default", "denied");
    const reminders = make(platform);
    reminders.plan([start]);
    await reminders.turn(true);
    expect(reminders.standing()).toBe("refused");
    pass(60);
    expect(platform.shown).toEqual([]);
  });

  it("are not there where the browser has none", () => {
    expect(make(makeNotifier("missing")).standing()).toBe("missing");
  });

  it("are remembered with their lead, and stop when they are switched off or blocked", async () => {
    const memory = makeTestMemory();
    const first = make(makeNotifier("granted"), memory);
    await first.turn(true);
    first.setLead(30);
    const platform = makeNotifier("granted");
    const again = make(platform, memory);
    expect([again.standing(), again.lead()]).toEqual(["on", 30]);
    again.plan([start, addMs(start, 45 * minuteMs)]);
    pass(31);
    expect(platform.shown).toHaveLength(1);
    platform.block();
    pass(60);
    expect(platform.shown).toHaveLength(1);
    expect(again.standing()).toBe("refused");
    await first.turn(false);
    expect(memory.read()).toBe("off");
  });

  it("follow a plan that changes: a time that was called off is not reminded of", async () => {
    const platform = makeNotifier("granted");
    const reminders = make(platform);
    await reminders.turn(true);
    reminders.plan([start]);
    pass(10);
    reminders.plan([]);
    pass(60);
    expect(platform.shown).toEqual([]);
  });
});

describe("the plan of the reminders", () => {
  it("is the adviser's own times of a day that are still agreed, and nothing but when they begin", async () => {
    const device = await enrolAdviser();
    const at = (minute: number, fields = {}, adviser = device.member) =>
      appointmentRecord(adviser, null, "2026-11-26", minute, { fields });
    await bring(
      device,
      at(600),
      at(660, { status: "cancelled" }),
      at(720, { status: "arrived" }),
      at(780, {}, "colleague-colleague-12" as never),
      at(480),
      appointmentRecord(device.member, null, "2026-11-28", 600),
    );
    const reminders = makeTestReminders();
    const plan = vi.spyOn(reminders, "plan");
    const { environment } = makeTestEnvironment(device);
    render(() => (
      <LocaleProvider locale={makeTestLocale()}>
        <EnvironmentProvider environment={environment}>
          <PlanReminders reminders={reminders} />
        </EnvironmentProvider>
      </LocaleProvider>
    ));
    expect(plan).toHaveBeenLastCalledWith([start]);
    await bring(device, at(605, { note: "later" }));
    expect(plan.mock.lastCall?.[0]).toEqual([start, addMs(start, 5 * minuteMs)]);
    expect(plan.mock.lastCall?.[0].every((one) => one < addMs(thursdayMorning, dayMs))).toBe(true);
  });
});
