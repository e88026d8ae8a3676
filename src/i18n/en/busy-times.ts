import type { Texts } from "../fi/all.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("en");

export const busyTimes: Texts["busyTimes"] = {
  title: "Busy times from other calendars",
  subtitle: "Katve suggests no time at which you are busy elsewhere.",
  text: "Of another calendar only when you are busy is read: no titles, places or names. Your team sees these times as busy, from yesterday to half a year ahead.",
  listTitle: "Calendars that were read",
  none: "No calendar has been read yet.",
  unnamed: "Another calendar",
  read: (time) => `read ${time}`,
  stretches: (count) => plural(count, { one: "1 busy time", other: `${count} busy times` }),
  fromFile: "from a file",
  failed: "The last reading failed",
  kept: "The times read before are kept.",
  readAgain: "Read again",
  newFile: "Read a new file",
  remove: "Remove",
  removeTitle: "Remove the calendar?",
  removeText: "Its busy times go from everybody’s devices. The calendar itself does not change.",
  doNotRemove: "Do not remove",
  removed: "Calendar removed.",
  done: "Busy times read.",
  unreadable: (count) =>
    plural(count, {
      one: "Busy times read. 1 entry could not be read.",
      other: `Busy times read. ${count} entries could not be read.`,
    }),
  addTitle: "Add a calendar",
  label: "The calendar’s name",
  labelHint: "For example “Outlook at work”. Your team sees the name.",
  from: "From where",
  ways: { address: "From an address", file: "From a file" },
  address: "The calendar’s address",
  addressHint:
    "The secret iCal address in the calendar’s settings, https://… The server reads it about once a day while one of your devices is in use. The address stays on the server, and your team does not see it.",
  addressRequired: "Write the address.",
  file: "Calendar file",
  fileHint: "An .ics file exported from the calendar program. It is read on this device alone.",
  chooseFile: "Choose a file",
  noFile: "No file chosen",
  fileRequired: "Choose a file first.",
  add: "Read the calendar",
  adding: "Reading the calendar",
  needsConnection: "Reading an address needs a connection. A file can be read without one.",
};
