import { makePlural } from "../plural.ts";
import type { waitingList as finnish } from "../fi/waiting-list.ts";

const plural = makePlural("en");

export const waitingList: typeof finnish = {
  title: "Waiting list",
  back: "Waiting list",
  text: "Clients who have no time yet. Whoever has waited longest comes first.",
  add: "Add to the list",
  noneTitle: "Nobody is waiting",
  noneText: "When no time suits, put the client on the list. A time that becomes free is offered.",
  count: (count) => plural(count, { one: "1 waiting", other: `${count} waiting` }),
  waited: (days) =>
    plural(days, {
      one: "has waited 1 day",
      other: days === 0 ? "added today" : `has waited ${days} days`,
    }),
  latestBy: (day) => `by ${day}`,
  tooLate: "the last day has passed",
  anywhere: "anywhere",
  anyTime: "any time",
  ended: "Ended",
  newTitle: "Add to the waiting list",
  editTitle: (who) => `Waiting: ${who}`,
  missingTitle: "This is not on the list",
  missingText: "It may have been deleted, or it has not reached this device yet.",
  channel: "How",
  places: "Where it suits",
  placesHint: "Leave empty if the place does not matter.",
  municipalities: "Municipalities",
  when: "When it suits",
  whenHint: "Leave empty if all times suit.",
  asked: "Asked for",
  latest: "Last day",
  latestHint: "After it a time does not help any more.",
  addNow: "Add to the list",
  save: "Save the changes",
  added: (who) => `Added to the list: ${who}`,
  addUndone: "Addition undone.",
  saved: (who) => `Changes saved: ${who}`,
  savedUndone: "Changes undone.",
  withdraw: "Take off the list",
  withdrawn: (who) => `Taken off the list: ${who}`,
  putBack: "Back on the list",
  backInLine: (who) => `Back on the list: ${who}`,
  undone: "Undone.",
  draftNotKept: "The draft could not be kept. Save before you close the page.",
  restored: "Going on where you left off.",
  startOver: "Start over",
  gotTime: (day, time) => `Got a time ${day} at ${time}`,
  bookFor: "Book a time",
  putClient: "Put the client on the waiting list",
  freed: {
    title: "Suits those who wait",
    fits: (count) =>
      plural(count, {
        one: "1 person waits for such a time.",
        other: `${count} wait for such a time.`,
      }),
    order: "Whoever has waited longest comes first.",
    time: (day, time) => `Free time ${day} at ${time}`,
    offer: "Book for them",
    offerFor: (who) => `Book the time: ${who}`,
    row: (day, time) => `Became free ${day} at ${time}`,
    rowText: (count) =>
      plural(count, { one: "Suits 1 on the list", other: `Suits ${count} on the list` }),
  },
};
