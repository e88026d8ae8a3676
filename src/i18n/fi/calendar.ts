import type { HolidayCode } from "#domain/availability/holidays.ts";

const holidays: Record<HolidayCode, string> = {
  "new-year": "Uudenvuodenpäivä",
  epiphany: "Loppiainen",
  "good-friday": "Pitkäperjantai",
  easter: "Pääsiäispäivä",
  "easter-monday": "Toinen pääsiäispäivä",
  "may-day": "Vappu",
  ascension: "Helatorstai",
  pentecost: "Helluntaipäivä",
  "midsummer-eve": "Juhannusaatto",
  midsummer: "Juhannuspäivä",
  "all-saints": "Pyhäinpäivä",
  independence: "Itsenäisyyspäivä",
  "christmas-eve": "Jouluaatto",
  christmas: "Joulupäivä",
  "boxing-day": "Tapaninpäivä",
};

/** When somebody works and what is on a day: in the calendar, and where a time is chosen. */
export const calendar = {
  holidays,
  absent: "Poissa",
  busy: "Muu kalenteri",
  busyIn: (label: string) => `Muu kalenteri: ${label}`,
  offHours: "Työajan ulkopuolella",
  unsuitedTitle: "Aika ei sovi työaikoihin",
  unsuitedText: (why: string) => `${why}. Voit silti varata, jos olet varma.`,
};
