import { makePlural } from "../plural.ts";
import type { states as finnish } from "../fi/states.ts";

const plural = makePlural("en");

export const states: typeof finnish = {
  title: "What became of the time",
  actions: {
    booked: "Reopen the appointment",
    arrived: "Arrived",
    "no-show": "Did not come",
    done: "Held",
    cancelled: "Cancel the appointment",
  },
  cameLate: "Came after all",
  said: {
    booked: (who) => `Appointment reopened: ${who}`,
    arrived: (who) => `Arrived: ${who}`,
    "no-show": (who) => `Did not come: ${who}`,
    done: (who) => `Marked as held: ${who}`,
    cancelled: (who) => `Appointment cancelled: ${who}`,
  },
  undone: (who) => `Mark undone: ${who}`,
  lines: {
    arrived: "The client has arrived.",
    "no-show": "The client did not come.",
    done: "The meeting was held.",
  },
  cancelTitle: "Cancel the appointment",
  cancelText: "The time becomes free for others. This can be undone.",
  whoCancelled: "Who cancelled",
  why: "Why",
  whyHint: "Only what the guidance needs. No personal identity code.",
  confirmCancel: "Cancel the appointment",
  keep: "Do not cancel",
  cancelledBy: (who, why) =>
    why === "" ? `Cancelled by: ${who}.` : `Cancelled by: ${who}. Why: ${why}`,
  movedFrom: (day, time) => `moved from ${day} at ${time}`,
  movedLine: (day, time) => `Moved. The time was ${day} at ${time}.`,
  asked: (day, days) =>
    plural(days, {
      one: `Asked for on ${day}, waited 1 day.`,
      other:
        days === 0 ? `Asked for on ${day}, no wait.` : `Asked for on ${day}, waited ${days} days.`,
    }),
};
