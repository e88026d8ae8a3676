import type { EventWords } from "#domain/calendar/event.ts";
import type { FeedLanguage } from "#protocol/feeds.ts";

/** What a feed says, in one language. Neutral: a calendar program shows it to colleagues, and keeps it where it likes. */
type FeedWords = EventWords & {
  /** The name of the calendar. */
  readonly calendar: string;
  readonly phone: string;
};

/** What feeds say, by their language. */
export const feedWords: Readonly<Record<FeedLanguage, FeedWords>> = {
  fi: {
    summaries: {
      confirmed: "Sovittu tapaaminen",
      tentative: "Alustava: sovittu tapaaminen",
      cancelled: "Peruttu: sovittu tapaaminen",
    },
    with: (adviser) => `Vetäjä: ${adviser}`,
    reminder: "",
    calendar: "Katve",
    phone: "Puhelimitse",
  },
  sv: {
    summaries: {
      confirmed: "Avtalat möte",
      tentative: "Preliminärt: avtalat möte",
      cancelled: "Inställt: avtalat möte",
    },
    with: (adviser) => `Leds av: ${adviser}`,
    reminder: "",
    calendar: "Katve",
    phone: "Per telefon",
  },
  en: {
    summaries: {
      confirmed: "Appointment",
      tentative: "Provisional: appointment",
      cancelled: "Cancelled: appointment",
    },
    with: (adviser) => `Led by: ${adviser}`,
    reminder: "",
    calendar: "Katve",
    phone: "By phone",
  },
};
