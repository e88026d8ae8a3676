import type { EventWords } from "#domain/calendar/event.ts";
import { type LocaleCode, parseLocaleCode } from "./language.ts";

/**
 * What a client reads: in the calendar, on the screen that is turned to them, on the slip. Neutral, for others see it too.
 * In the client's language and not in the program's, and so all three together, whichever the program has loaded.
 */
export type ClientWords = EventWords & {
  /** How the time stands, where it is not simply so. */
  readonly standings: { readonly tentative: string; readonly cancelled: string };
  readonly phone: string;
  readonly email: string;
  readonly online: string;
  readonly scan: string;
  /** Instead of whom one meets, where the two do not see each other: who rings, who writes. */
  calls(adviser: string): string;
  writes(adviser: string): string;
  at(span: string): string;
  fileName(date: string): string;
};

export const clientWords: Readonly<Record<LocaleCode, ClientWords>> = {
  fi: {
    summaries: {
      confirmed: "Sovittu tapaaminen",
      tentative: "Alustava: sovittu tapaaminen",
      cancelled: "Peruttu: sovittu tapaaminen",
    },
    with: (adviser) => `Tapaat: ${adviser}`,
    calls: (adviser) => `Sinulle soittaa: ${adviser}`,
    writes: (adviser) => `Sinulle kirjoittaa: ${adviser}`,
    reminder: "Sovittu tapaaminen on huomenna",
    standings: { tentative: "Alustava aika, voi vielä muuttua", cancelled: "Peruttu" },
    phone: "Puhelimitse",
    email: "Sähköpostitse",
    online: "Verkossa",
    scan: "Lue koodi puhelimen kameralla, niin aika tulee kalenteriisi.",
    at: (span) => `klo ${span}`,
    fileName: (date) => `aika-${date}.ics`,
  },
  sv: {
    summaries: {
      confirmed: "Avtalat möte",
      tentative: "Preliminärt: avtalat möte",
      cancelled: "Inställt: avtalat möte",
    },
    with: (adviser) => `Du träffar: ${adviser}`,
    calls: (adviser) => `Du blir uppringd av: ${adviser}`,
    writes: (adviser) => `Du får e-post av: ${adviser}`,
    reminder: "Det avtalade mötet är i morgon",
    standings: { tentative: "Preliminär tid, kan ännu ändras", cancelled: "Inställt" },
    phone: "Per telefon",
    email: "Per e-post",
    online: "På webben",
    scan: "Läs koden med telefonens kamera, så kommer tiden i din kalender.",
    at: (span) => `kl. ${span}`,
    fileName: (date) => `tid-${date}.ics`,
  },
  en: {
    summaries: {
      confirmed: "Appointment",
      tentative: "Provisional: appointment",
      cancelled: "Cancelled: appointment",
    },
    with: (adviser) => `You meet: ${adviser}`,
    calls: (adviser) => `You will be called by: ${adviser}`,
    writes: (adviser) => `You will get an email from: ${adviser}`,
    reminder: "Your appointment is tomorrow",
    standings: { tentative: "Provisional time, may still change", cancelled: "Cancelled" },
    phone: "By phone",
    email: "By email",
    online: "Online",
    scan: "Read the code with your phone’s camera to put the time into your calendar.",
    at: (span) => `at ${span}`,
    fileName: (date) => `appointment-${date}.ics`,
  },
};

/** The language of the three that a client is most likely to read: English for who speaks none of them. */
export const clientLocale = (language: string): LocaleCode => parseLocaleCode(language) ?? "en";
