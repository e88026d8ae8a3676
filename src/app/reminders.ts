import { createSignal } from "solid-js";
import type { Clock, Instant } from "#domain/instant.ts";
import {
  dueReminders,
  type ReminderLead,
  reminderLeadsInMinutes,
} from "#domain/meeting/reminders.ts";
import type { Reminders, RemindersStanding } from "#features/parts/reminders/reminders.ts";
import type { Memory } from "#i18n/locale.ts";
import type { Notifier } from "./notifier.ts";

/** How often the clock is looked at: a phone that slept looks again at once when it wakes, so this is as late as one is. */
const lookEveryMs = 20_000;
const off = "off";

export type RemindersParts = {
  readonly clock: Clock;
  /** Remembers the switch and the lead from visit to visit; nothing about anybody's work. */
  readonly memory: Memory;
  readonly notifier: Notifier;
  /** What is said of a time, and in which language: anybody may read it on a locked screen. */
  readonly say: (start: Instant) => { readonly text: string; readonly lang: string };
};

/** Makes the device's reminders; they run until `close` is called. */
export const createReminders = ({
  clock,
  memory,
  notifier,
  say,
}: RemindersParts): Reminders & { close(): void } => {
  const remembered = memory.read();
  const [isOn, setOn] = createSignal(remembered !== null && remembered !== off);
  const [lead, setLead] = createSignal<ReminderLead>(
    reminderLeadsInMinutes.find((minutes) => String(minutes) === remembered) ?? 10,
  );
  const [permission, setPermission] = createSignal(notifier.permission());
  let planned: readonly Instant[] = [];
  let lastLook = clock.now();
  const standing = (): RemindersStanding => {
    const now = permission();
    if (now === "missing") return "missing";
    if (now === "denied") return "refused";
    return isOn() && now === "granted" ? "on" : "off";
  };
  const keep = () => memory.write(isOn() ? String(lead()) : off);
  const look = () => {
    const now = clock.now();
    const due = dueReminders(planned, lead(), lastLook, now);
    lastLook = now;
    setPermission(notifier.permission());
    if (standing() !== "on") return;
    for (const start of due) {
      const { text, lang } = say(start);
      // A notification that cannot be shown is one that is not: the day is on the screen all the same.
      void notifier.show(text, `reminder-${start}`, lang).catch(() => undefined);
    }
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    standing,
    lead,
    setLead(minutes) {
      setLead(minutes);
      keep();
    },
    async turn(wanted) {
      if (wanted && notifier.permission() === "default") await notifier.ask();
      setPermission(notifier.permission());
      setOn(wanted && notifier.permission() === "granted");
      keep();
    },
    plan(starts) {
      planned = starts;
    },
    close() {
      clearInterval(timer);
    },
  };
};
