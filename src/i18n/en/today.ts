import type { today as finnish } from "../fi/today.ts";

export const today: typeof finnish = {
  title: "Today",
  listLabel: "Today's appointments",
  book: "Book a time",
  free: "Free",
  bookHere: "Book here",
  noneTitle: "No appointments today",
  noneText: "A booked time appears here at once, also without a connection.",
  coming: "Coming up",
  noneComing: "Nothing coming up.",
  allTimes: "All appointments",
  waiting: "Waiting for you",
  things: (count) => (count === 1 ? "1 thing to look at" : `${count} things to look at`),
  thingsText: (count) =>
    count === 1
      ? "Two people changed the same thing. Choose which one stays."
      : "The same things were changed at once. Choose for each which one stays.",
  refused: (count) =>
    count === 1 ? "1 change did not get through" : `${count} changes did not get through`,
  refusedText: "The content is safe. See what to do with it.",
};
