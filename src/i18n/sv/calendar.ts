import type { HolidayCode } from "#domain/availability/holidays.ts";
import type { calendar as finnish } from "../fi/calendar.ts";

const holidays: Record<HolidayCode, string> = {
  "new-year": "Nyårsdagen",
  epiphany: "Trettondagen",
  "good-friday": "Långfredagen",
  easter: "Påskdagen",
  "easter-monday": "Annandag påsk",
  "may-day": "Första maj",
  ascension: "Kristi himmelsfärdsdag",
  pentecost: "Pingstdagen",
  "midsummer-eve": "Midsommarafton",
  midsummer: "Midsommardagen",
  "all-saints": "Alla helgons dag",
  independence: "Självständighetsdagen",
  "christmas-eve": "Julafton",
  christmas: "Juldagen",
  "boxing-day": "Annandag jul",
};

export const calendar: typeof finnish = {
  holidays,
  absent: "Frånvarande",
  busy: "Annan kalender",
  busyIn: (label) => `Annan kalender: ${label}`,
  colleagues: "Kolleger",
  places: "Platser",
  views: { list: "Lista", day: "Dag", week: "Vecka" },
  viewLabel: "Vy",
  today: "I dag",
  chooseDay: "Välj dag",
  previousDay: "Föregående dag",
  nextDay: "Nästa dag",
  previousWeek: "Föregående vecka",
  nextWeek: "Nästa vecka",
  weekNumber: (number) => `Vecka ${number}`,
  keys: "Piltangenterna byter dag eller vecka, Home går till i dag.",
  free: (span) => `Ledigt ${span}`,
  certain: (span, label) => (label === "" ? `Garanterat ${span}` : `Garanterat ${span} · ${label}`),
  bookAt: (time) => `Boka kl. ${time}`,
  heldHere: (label) =>
    label === "" ? "Reserverat för den här enheten" : `Reserverat för den här enheten: ${label}`,
  notWorked: "Ingen arbetstid",
  offHours: "Utanför arbetstiden",
  unsuitedTitle: "Tiden passar inte arbetstiderna",
  unsuitedText: (why) => `${why}. Du kan ändå boka, om du är säker.`,
};
