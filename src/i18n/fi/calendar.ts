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
  colleagues: "Kollegat",
  places: "Paikat",
  views: { list: "Luettelo", day: "Päivä", week: "Viikko" },
  viewLabel: "Näkymä",
  today: "Tänään",
  chooseDay: "Valitse päivä",
  previousDay: "Edellinen päivä",
  nextDay: "Seuraava päivä",
  previousWeek: "Edellinen viikko",
  nextWeek: "Seuraava viikko",
  weekNumber: (number: number) => `Viikko ${number}`,
  keys: "Nuolinäppäimet vaihtavat päivää tai viikkoa, Home palaa tähän päivään.",
  free: (span: string) => `Vapaa ${span}`,
  certain: (span: string, label: string) =>
    label === "" ? `Taattu ${span}` : `Taattu ${span} · ${label}`,
  bookAt: (time: string) => `Varaa klo ${time}`,
  heldHere: (label: string) =>
    label === "" ? "Varattu tälle laitteelle" : `Varattu tälle laitteelle: ${label}`,
  notWorked: "Ei työaikaa",
  offHours: "Työajan ulkopuolella",
  unsuitedTitle: "Aika ei sovi työaikoihin",
  unsuitedText: (why: string) => `${why}. Voit silti varata, jos olet varma.`,
};
