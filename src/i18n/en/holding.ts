import type { holding as finnish } from "../fi/holding.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("en");

export const holding: typeof finnish = {
  title: "Hold times for a stand or an event",
  intro:
    "Only this device gives out held times. Once the server has confirmed them, they are guaranteed also without a connection.",
  label: "What for",
  labelHint: "For example the station or a fair.",
  from: "Starts",
  to: "Ends",
  length: "Length of one time",
  where: "Where",
  hold: "Hold the times",
  holdSpan: (day, span) => `Hold ${day} ${span}`,
  done: (span) => `The times are held: ${span}`,
  undone: "The times were given back.",
  listTitle: "Held times",
  left: (count) => plural(count, { one: "1 time free", other: `${count}\u00a0times free` }),
  tentative: "waiting to be confirmed",
  newTentative:
    "Held now. Still to be confirmed: the times are guaranteed once the server has confirmed them.",
  newHeld: "Held now, and confirmed.",
  clash: "clashes with another booking",
  elsewhere: "another device",
  giveBack: "Give back",
  giveBackOf: (name) => `Give back ${name}`,
  giveBackAll: "Give all back",
  givenBack: (span) => `Everybody can book the times again: ${span}. Those given out still stand.`,
  everythingGivenBack: "Everybody can book the times again. Those given out still stand.",
  heldAgain: "The times are held again.",
  askTitle: "Give back the other device's times?",
  askText:
    "That device may already have promised some of them offline. They are no longer guaranteed.",
  keep: "Do not give back",
};
