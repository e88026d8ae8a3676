import { makePlural } from "../plural.ts";
import type { calls as finnishCalls, reminders as finnishReminders } from "../fi/calls.ts";

const plural = makePlural("en");

export const calls: typeof finnishCalls = {
  title: "Calls",
  text: "Whom to call or write to today. The message says neither why nor the name of the service.",
  reasons: {
    cancelled: "Appointment cancelled",
    moved: "Appointment moved",
    reminder: "Reminder",
    "no-show": "Did not come",
  },
  noneTitle: "Nobody to call",
  noneText:
    "Here are the times of today and tomorrow, moved and cancelled ones, and who did not come.",
  count: (count) => plural(count, { one: "1 to call", other: `${count} to call` }),
  countText: "Reminders, moved and cancelled times",
  call: (who) => `Call: ${who}`,
  message: (who) => `Message: ${who}`,
  callShort: "Call",
  messageShort: "Message",
  tick: "Told",
  tickFor: (who) => `Told: ${who}`,
  toldBy: (who, time) => `${who} told them ${time}`,
  open: "To be told",
  done: "Told today",
  withoutPhone: "No telephone number",
  later: (count) => plural(count, { one: "and 1 later time", other: `and ${count} later times` }),
};

export const reminders: typeof finnishReminders = {
  title: "Reminders on this device",
  switch: "Remind me of my appointments",
  hint: "The notification says the time and nothing else: no name and no place.",
  lead: "How long before",
  notice: (time) => `Appointment at ${time}`,
  limits:
    "A reminder comes only while Katve is open in a tab or a window, also when it is locked. Nothing wakes a closed program, and a phone may put one in the background to sleep.",
  phoneLimits: "On an iPhone reminders work only once Katve is on the Home Screen.",
  refused:
    "The browser has blocked notifications. Allow them in the browser's or device's settings.",
  missing: "This browser cannot show reminders.",
};
