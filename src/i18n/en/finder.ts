import type { finder as finnish } from "../fi/finder.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("en");

export const finder: typeof finnish = {
  title: "Find a free time",
  short: "Find a time",
  length: "Length",
  where: "Where",
  anywhere: "Anywhere",
  municipalities: "Municipalities",
  who: "With whom",
  anybody: "Anybody",
  fromDay: (day) => `from ${day} on`,
  from: "From which day on",
  part: "Which part of the day",
  parts: { any: "Any time", morning: "Morning", afternoon: "Afternoon" },
  results: "Free times",
  found: (count) => plural(count, { one: "1 free time", other: `${count} free times` }),
  foundMore: (count) => `The first ${count} free times`,
  none: "No free time was found within three months.",
  noneText: "Try a shorter length, another place or more advisers.",
  placeOpen: "place to be agreed",
  uncertain: "tentative",
  uncertainText:
    "A guaranteed time is certain at once. The others are confirmed with the next connection: somebody may have been first.",
  lastExchange: (time) => `The details were last brought together at ${time}.`,
  noExchange: "The details have not been brought together with the others’ yet.",
  more: "Show later ones",
};
