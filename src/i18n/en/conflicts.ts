import type { conflicts as finnish } from "../fi/conflicts.ts";

export const conflicts: typeof finnish = {
  fields: {
    client: "client",
    guidance: "kind of guidance",
    channel: "way of meeting",
    slot: "time and place",
    language: "language",
    status: "booked or cancelled",
    note: "notes",
    name: "name",
    phone: "phone",
  },
  mark: "Two versions",
  title: (field) => `Two versions: ${field}`,
  pageTitle: "To look at",
  pageText:
    "Two people changed the same thing without seeing each other's change. Choose which one stays.",
  noneTitle: "Nothing to look at",
  noneText:
    "When two people change the same thing without seeing each other's change, both are kept and shown here.",
  toToday: "Today",
  closedTitle: "Decided",
  wroteOtherwise: (who, when) => `${who} wrote something else ${when}`,
  explanation: "Both were kept. Choose which one stands.",
  present: "Current",
  other: "The other one",
  wrote: (who, when) => `${who}, ${when}`,
  changedSince: "changed after this",
  place: (number, count) => `Place ${number} of ${count}`,
  nothingHere: "(nothing in this place)",
  empty: "(empty)",
  choices: {
    kept: "Keep the current one",
    lost: "Use the other one",
    both: "Keep both",
  },
  settled: "Choice saved.",
  undone: "Choice undone.",
  closed: "This has been decided.",
  closedBy: (who, when) => `${who} decided this ${when}.`,
  chose: {
    kept: "The current one was kept.",
    lost: "The other one was put in use.",
    both: "Both were kept.",
  },
  otherVersion:
    "This version of the program cannot exchange this value. Update the program, or keep the current one.",
  recordGone: "No longer on this device",
  unknownRecord: "Something of a newer version",
  close: "Close",
};
