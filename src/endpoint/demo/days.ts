import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { WrittenAppointment } from "#domain/kinds/appointment.ts";
import { guidanceCodes, offeredLengthsInMinutes } from "#domain/kinds/appointment-codes.ts";
import { addDays, fromLocal, weekdayOf } from "#domain/local-time.ts";
import type { Dice } from "./dice.ts";
import { demoLanguage } from "./people.ts";

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

/** What a made-up calendar is made of. */
export type DemoCalendar = {
  readonly adviser: MemberId;
  readonly clients: readonly [RecordId, ...RecordId[]];
  readonly places: readonly [RecordId, ...RecordId[]];
  readonly today: LocalDate;
};

/**
 * Six weeks of an adviser's appointments around today: on working days and today itself, in working hours, one after
 * another and never two at once. A few of the past ones were cancelled.
 */
export const demoAppointments = (calendar: DemoCalendar, dice: Dice): WrittenAppointment[] => {
  const appointments: WrittenAppointment[] = [];
  for (let ahead = -reachInDays; ahead < reachInDays; ahead += 1) {
    const date = addDays(calendar.today, ahead);
    const isWorkday = weekdayOf(date) <= 5 || ahead === 0;
    if (isWorkday) appointments.push(...demoDay(date, ahead < 0, calendar, dice));
  }
  return appointments;
};

const demoDay = (
  date: LocalDate,
  isPast: boolean,
  calendar: DemoCalendar,
  dice: Dice,
): WrittenAppointment[] => {
  const appointments: WrittenAppointment[] = [];
  let minute = day.first + dice.below(5) * 15;
  for (;;) {
    const lengthInMinutes = dice.pick(offeredLengthsInMinutes);
    if (minute + lengthInMinutes > day.last) return appointments;
    const start = fromLocal(date, minute);
    const end = addMs(start, lengthInMinutes * minuteMs);
    appointments.push(demoAppointment({ start, end }, isPast, calendar, dice));
    // Time to travel: half an hour to two hours and a half.
    minute += lengthInMinutes + 30 + dice.below(9) * 15;
  }
};

const demoAppointment = (
  span: Pick<WrittenAppointment["slot"], "start" | "end">,
  isPast: boolean,
  { adviser, clients, places }: DemoCalendar,
  dice: Dice,
): WrittenAppointment => {
  const channel = dice.below(4) === 0 ? "phone" : "visit";
  const place = dice.pick(places);
  return {
    client: dice.pick(clients),
    guidance: dice.pick(guidanceCodes),
    channel,
    slot: { ...span, place: channel === "phone" ? null : place, adviser },
    language: demoLanguage(dice),
    status: isPast && dice.below(14) === 0 ? "cancelled" : "booked",
    note: dice.pick(notes),
  };
};
