import type { slots as finnish } from "../fi/slots.ts";

export const slots: typeof finnish = {
  held: "confirmed",
  tentative: "tentative",
  clash: "time clash",
  doubled: "double-booked",
  heldText: "The time is confirmed.",
  tentativeText: "The time is tentative. It is confirmed by itself when there is a connection.",
  guaranteed: "guaranteed",
  guaranteedText: "The time is guaranteed: it comes out of times that are held for this device.",
  heldFor: (label, span) => `${label === "" ? "held times" : `held times (${label})`} ${span}`,
  heldElsewhere: (label) =>
    label === "" ? "held for another device" : `held for another device: ${label}`,
  heldElsewhereTitle: "This time is held for another device",
  heldElsewhereText: (words) => `There are ${words}. The booking will clash.`,
  heldHere: (label) => (label === "" ? "runs into held times" : `runs into held times: ${label}`),
  heldHereTitle: "This time runs into held times",
  heldHereText: (words) =>
    `It overlaps with ${words}. Choose a time that fits wholly inside or outside of them.`,
  clashTitle: "This time clashes",
  clashText: (others) =>
    `The adviser already has a confirmed time then: ${others}. This one is not confirmed.`,
  doubledTitle: "Another time is booked then, too",
  doubledText: (others) => `This time is confirmed. Waiting to be moved: ${others}.`,
  contestedTitle: "Two different times or places were agreed",
  contestedText:
    "Two people changed the time or place without seeing each other’s change. Choose which one stays.",
  showBoth: "Show both",
  hidden: "a booking that this device does not show",
  show: (client) => `Show ${client}`,
  nearest: "Move to the nearest free time",
  moveTo: (day, time) => `${day} at ${time}`,
  noneFree: "No free time is in sight within a week. Choose another time below.",
  moved: (day, time) => `Moved to ${day} at ${time}`,
  movedBack: "The move was undone.",
  movedSince: "The time was changed since, so the move was not undone.",
  waiting: (client) => `Time clash: ${client}`,
};
