import type { Texts } from "../fi/all.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("en");
const ordinals = ["", "first", "second", "third", "fourth"];

export const series: Texts["series"] = {
  repeats: "Repeats",
  choices: { never: "Does not repeat", day: "Daily", week: "Weekly", month: "Monthly" },
  howOften: "How often",
  every: {
    day: (count) => (count === 1 ? "Every day" : `Every ${count} days`),
    week: (count) => (count === 1 ? "Every week" : `Every ${count} weeks`),
    month: (count) => (count === 1 ? "Every month" : `Every ${count} months`),
  },
  weekdays: "Weekdays",
  monthly: "On which day",
  monthDay: (day) => `day ${day}`,
  nthOf: (nth, weekday) => `${ordinals[nth] ?? nth} ${weekday}`,
  lastOf: (weekday) => `last ${weekday}`,
  ends: "Ends",
  endings: { count: "After a number", until: "On a day" },
  count: "How many times",
  countWrong: "Write a number from 1 to 104.",
  until: "Last day",
  preview: "Times to be booked",
  summary: (count, left) => {
    const booked = plural(count, { one: "1 time is booked", other: `${count} times are booked` });
    const out = plural(left, {
      one: "1 is left out unless you choose it",
      other: `${left} are left out unless you choose them`,
    });
    return left === 0 ? `${booked}.` : `${booked}, ${out}.`;
  },
  clash: (who, span) => `Clashes: ${who} ${span}`,
  roomTaken: (who, span) => `Room taken: ${who} ${span}`,
  elsewhere: (place) => `The working hours are then at ${place}`,
  showAll: (count) => `Show all ${count}`,
  none: "Choose at least one time.",
  book: (count) => plural(count, { one: "Book 1 time", other: `Book ${count} times` }),
  booked: (count, day, time) =>
    plural(count, {
      one: `1 time booked, ${day} at ${time}`,
      other: `${count} times booked, the first ${day} at ${time}`,
    }),
  section: "Repeating time",
  place: (nth, of) => `Time ${nth} of ${of} in the same series.`,
  following: (count) =>
    plural(count, {
      one: "1 booked time comes after it.",
      other: `${count} booked times come after it.`,
    }),
  noneFollow: "No booked time comes after it.",
  next: (day, time) => `Next ${day} at ${time}`,
  scope: "What is the change for?",
  backToForm: "Back to the form",
  scopes: {
    this: "This time only",
    following: (count) => `This and ${count} following`,
    fitting: (count) =>
      plural(count, {
        one: "This and 1 following that fits",
        other: `This and ${count} following that fit`,
      }),
  },
  met: (count, of) =>
    plural(count, {
      one: `1 of those that follow (${of}) meets something`,
      other: `${count} of those that follow (${of}) meet something`,
    }),
  metHint: (count) =>
    plural(count, {
      one: "You can change it as well, or leave it where it is.",
      other: "You can change them as well, or leave them where they are.",
    }),
  onSeries: {
    going: "Meets another time of the series",
    staying: "Would meet a time that stays",
  },
  scopeHint:
    "The following times change in the same way. What was already changed in one of them alone stays. Past times do not change.",
  changedToo: (count) =>
    plural(count, {
      one: "1 following time was changed too.",
      other: `${count} following times were changed too.`,
    }),
  changedBack: "All these times are as they were.",
  restBack: "The rest of the change was undone. What was changed since stands.",
  changedSince: "The times were changed since, so the change was not undone.",
  cancelFollowing: "Cancel this and the following",
  cancelTitle: (count) => `Cancel ${count} times?`,
  cancelText: "Past times and those already cancelled do not change. You can undo it at once.",
  cancelled: (count) =>
    plural(count, { one: "1 time cancelled.", other: `${count} times cancelled.` }),
  broughtBack: "The times are on again.",
};
