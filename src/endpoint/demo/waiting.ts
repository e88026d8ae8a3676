import type { RecordId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { Waiting } from "#domain/kinds/waiting.ts";
import { addDays } from "#domain/local-time.ts";
import type { Dice } from "./dice.ts";

type Wish = Pick<Waiting, "guidance" | "channel" | "lengthInMinutes" | "when"> & {
  /** How many days ago it was asked for, and within how many days from today it has to be, if at all. */
  readonly askedDaysAgo: number;
  readonly withinDays: number | null;
};

const wishes: readonly Wish[] = [
  {
    guidance: "education",
    channel: "visit",
    lengthInMinutes: 45,
    when: ["mon-am", "tue-am", "wed-am"],
    askedDaysAgo: 12,
    withinDays: 10,
  },
  {
    guidance: "vocational",
    channel: "visit",
    lengthInMinutes: 60,
    when: [],
    askedDaysAgo: 6,
    withinDays: null,
  },
  {
    guidance: "employment",
    channel: "phone",
    lengthInMinutes: 30,
    when: ["thu-pm", "fri-pm"],
    askedDaysAgo: 2,
    withinDays: 20,
  },
];

/** The people of a team who wait for a time. */
export const demoWaiting = (
  clients: readonly [RecordId, ...RecordId[]],
  today: LocalDate,
  dice: Dice,
): Waiting[] =>
  wishes.map(({ askedDaysAgo, withinDays, ...wish }) => ({
    ...wish,
    client: dice.pick(clients),
    places: [],
    municipalities: [],
    asked: addDays(today, -askedDaysAgo),
    latest: withinDays === null ? null : addDays(today, withinDays),
    status: "waiting",
    appointment: null,
    note: "",
  }));
