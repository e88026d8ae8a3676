import { createSignal } from "solid-js";
import type { ReminderLead } from "#domain/meeting/reminders.ts";
import type { Reminders, RemindersStanding } from "#features/parts/reminders/reminders.ts";

/** Reminders of a browser that has them and asks nobody. */
export const makeTestReminders = (first: RemindersStanding = "off"): Reminders => {
  const [standing, setStanding] = createSignal(first);
  const [lead, setLead] = createSignal<ReminderLead>(10);
  return {
    standing,
    lead,
    setLead: (minutes) => void setLead(minutes),
    turn: async (isOn) => void setStanding(isOn ? "on" : "off"),
    plan: () => undefined,
  };
};
