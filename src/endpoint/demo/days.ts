import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { NextStep, WrittenAppointment } from "#domain/kinds/appointment.ts";
import type { CameCode } from "#domain/kinds/attendance.ts";
import {
  guidanceCodes,
  needCodes,
  offeredLengthsInMinutes,
} from "#domain/kinds/appointment-codes.ts";
import { addDays, fromLocal, weekdayOf } from "#domain/local-time.ts";
import type { Dice } from "./dice.ts";
import { demoLanguage } from "./people.ts";
import type { DemoPlace } from "./places.ts";

/** The demonstration reaches this far back and ahead, in days: six weeks in all. */
const reachInDays = 21;
/** First and last minute of a working day in it. */
const day = { first: 8 * 60 + 30, last: 16 * 60 };

const notes = [
  "",
  "",
  "Käydään läpi opintopolku ja hakuaika.",
  "Mukana työpajaohjaaja.",
  "Koulutussopimus keskeytymässä, mietitään vaihtoehtoja.",
  "Toivoo tietoa oppisopimuksesta ja palkkatuesta.",
  "Alakohtainen suomen kielen testi sovittava.",
  "Hakemus liitteineen tarkistetaan yhdessä.",
  "Tutustumiskäynti sovittu, kerrotaan miten meni.",
  "CV:n päivitys ja työnhakuprofiili.",
  "Yhteistapaaminen etsivän nuorisotyön kanssa.",
  "Soitto sovittu iltapäivään, yhteys voi pätkiä.",
] as const;

const outcomes = ["", "", "Jatketaan samalla linjalla.", "Hakemus lähti yhdessä."] as const;

/** What comes next of some that are over, and in how many days after them it is due. */
const nextSteps: readonly [DueStep, ...DueStep[]] = [
  { what: "Soittaa oppilaitokseen aloituspaikasta", by: "adviser", afterDays: 5 },
  { what: "Tuo työtodistukset", by: "client", afterDays: 14 },
  { what: "Kysyy työkokeilun paikkaa", by: "partner", afterDays: 10 },
];

type DueStep = Pick<NextStep, "what" | "by"> & { readonly afterDays: number };

/** A meeting of several every Wednesday morning, and as many as come to it. */
const group = { weekday: 3, minute: 9 * 60, lengthInMinutes: 90, capacity: 8, size: 6 } as const;

/** A time of the demonstration, and of a group who is on its roster and came. */
export type DemoTime = {
  readonly appointment: WrittenAppointment;
  readonly roster: readonly { readonly client: RecordId; readonly came: CameCode }[];
};

/** What a made-up calendar is made of. */
export type DemoCalendar = {
  readonly adviser: MemberId;
  readonly clients: readonly [RecordId, ...RecordId[]];
  readonly places: readonly [DemoPlace, ...DemoPlace[]];
  readonly today: LocalDate;
};

/**
 * Six weeks of an adviser's appointments around today: on working days and today itself, in working hours, one after
 * another and never two at once. On Wednesdays a group meets first. Of the past ones most were held, with what came of
 * them; a few were cancelled, and to a few nobody came.
 */
export const demoTimes = (calendar: DemoCalendar, dice: Dice): DemoTime[] => {
  const times: DemoTime[] = [];
  for (let ahead = -reachInDays; ahead < reachInDays; ahead += 1) {
    const date = addDays(calendar.today, ahead);
    const isWorkday = weekdayOf(date) <= 5 || ahead === 0;
    if (isWorkday) times.push(...demoDay(date, ahead < 0, calendar, dice));
  }
  return times;
};

const demoDay = (
  date: LocalDate,
  isPast: boolean,
  calendar: DemoCalendar,
  dice: Dice,
): DemoTime[] => {
  const times: DemoTime[] = [];
  const isGroupDay = weekdayOf(date) === group.weekday;
  if (isGroupDay) times.push(demoGroup(date, isPast, calendar, dice));
  let minute = isGroupDay ? 11 * 60 : day.first + dice.below(5) * 15;
  for (;;) {
    const lengthInMinutes = dice.pick(offeredLengthsInMinutes);
    if (minute + lengthInMinutes > day.last) return times;
    const appointment = demoAppointment(spanAt(date, minute, lengthInMinutes), calendar, dice);
    const past = isPast ? demoPast(appointment, date, lengthInMinutes, dice) : appointment;
    times.push({ appointment: past, roster: [] });
    // Time to travel: half an hour to two hours and a half.
    minute += lengthInMinutes + 30 + dice.below(9) * 15;
  }
};

const spanAt = (date: LocalDate, minute: number, lengthInMinutes: number) => {
  const start = fromLocal(date, minute);
  return { start, end: addMs(start, lengthInMinutes * minuteMs) };
};

const at = (place: RecordId | null, room: string | null) =>
  room === null ? { place } : { place, room };

const demoGroup = (
  date: LocalDate,
  isPast: boolean,
  { adviser, clients, places }: DemoCalendar,
  dice: Dice,
): DemoTime => {
  const { minute, lengthInMinutes, capacity, size } = group;
  const on = new Set(Array.from({ length: size }, () => dice.pick(clients)));
  const place = dice.pick(places);
  const cameOf = (): CameCode => (dice.below(5) === 0 ? "no-show" : "arrived");
  return {
    appointment: {
      form: "group",
      title: "Hakijan aamu",
      capacity,
      client: null,
      guidance: "education",
      channel: "visit",
      slot: {
        ...spanAt(date, minute, lengthInMinutes),
        ...at(place.id, place.forSeveral),
        adviser,
      },
      language: "fi",
      status: isPast ? "done" : "booked",
      ...(isPast ? { minutes: lengthInMinutes } : {}),
      note: "",
    },
    roster: [...on].map((client) => ({ client, came: isPast ? cameOf() : "expected" })),
  };
};

const demoAppointment = (
  span: Pick<WrittenAppointment["slot"], "start" | "end">,
  { adviser, clients, places }: DemoCalendar,
  dice: Dice,
): WrittenAppointment => {
  const channel = dice.below(4) === 0 ? "phone" : "visit";
  const place = dice.pick(places);
  return {
    client: dice.pick(clients),
    guidance: dice.pick(guidanceCodes),
    channel,
    slot: {
      ...span,
      ...(channel === "phone" ? at(null, null) : at(place.id, place.forTwo)),
      adviser,
    },
    language: demoLanguage(dice),
    ...(dice.below(10) === 0 ? { needs: [dice.pick(needCodes)] } : {}),
    status: "booked",
    note: dice.pick(notes),
  };
};

/** What became of one that is over. */
const demoPast = (
  appointment: WrittenAppointment,
  date: LocalDate,
  lengthInMinutes: number,
  dice: Dice,
): WrittenAppointment => {
  const lot = dice.below(14);
  if (lot === 0) {
    const cancelling = { by: "client", why: "Sairastui." };
    return { ...appointment, status: "cancelled", cancelling };
  }
  if (lot === 1) return { ...appointment, status: "no-show" };
  const outcome = dice.pick(outcomes);
  const step = dice.below(4) === 0 ? dice.pick(nextSteps) : null;
  return {
    ...appointment,
    status: "done",
    minutes: lengthInMinutes,
    ...(outcome === "" ? {} : { outcome }),
    ...(step === null
      ? {}
      : { next: { what: step.what, by: step.by, due: addDays(date, step.afterDays) } }),
  };
};
