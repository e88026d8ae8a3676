import type { CallReason } from "#domain/meeting/calls.ts";
import type { LocaleCode } from "./language.ts";

/**
 * Messages that a client gets on a telephone, in the client's language: when, and who writes. Neutral, for others see a
 * telephone's screen too: neither a reason nor a service nor a place is named. `day` and `time` are in the same language.
 */
export type ClientMessages = {
  readonly [reason in CallReason | "offer"]: (when: MessageFacts) => string;
};
export type MessageFacts = {
  readonly day: string;
  readonly time: string;
  /** Later times that the same is said of: a moved or cancelled series. */
  readonly later: readonly { readonly day: string; readonly time: string }[];
  /** Who writes; empty where the name is not known. */
  readonly adviser: string;
  /** The two talk by telephone and do not meet. */
  readonly isCall: boolean;
};

const signed = (text: string, regards: string, adviser: string) =>
  adviser === "" ? text : `${text} ${regards} ${adviser}`;

/** All times that are spoken of, with the word of the language between a day and an hour. */
const timesOf = ({ day, time, later }: MessageFacts, at: string) =>
  [{ day, time }, ...later].map((one) => `${one.day} ${at} ${one.time}`).join(", ");

const fi = "Terveisin";
const sv = "Hälsningar,";
const en = "Regards,";

export const clientMessages: Readonly<Record<LocaleCode, ClientMessages>> = {
  fi: {
    reminder: ({ day, time, adviser, isCall }) =>
      signed(
        isCall
          ? `Hei! Muistutus: soitan sinulle ${day} klo ${time}. Jos aika ei sovi, vastaa tähän.`
          : `Hei! Muistutus: tapaamme ${day} klo ${time}. Jos aika ei sovi, vastaa tähän.`,
        fi,
        adviser,
      ),
    moved: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hei! Sovittu aika on siirtynyt. Uusi aika on ${timesOf(facts, "klo")}. Jos se ei sovi, vastaa tähän.`
          : `Hei! Sovitut ajat ovat siirtyneet. Uudet ajat: ${timesOf(facts, "klo")}. Jos jokin ei sovi, vastaa tähän.`,
        fi,
        facts.adviser,
      ),
    cancelled: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hei! Sovittu aika ${timesOf(facts, "klo")} on peruttu. Vastaa tähän, niin sovitaan uusi.`
          : `Hei! Nämä sovitut ajat on peruttu: ${timesOf(facts, "klo")}. Vastaa tähän, niin sovitaan uudet.`,
        fi,
        facts.adviser,
      ),
    "no-show": ({ day, time, adviser }) =>
      signed(
        `Hei! Emme tavanneet ${day} klo ${time}. Vastaa tähän, niin sovitaan uusi aika.`,
        fi,
        adviser,
      ),
    offer: ({ day, time, adviser }) =>
      signed(
        `Hei! Vapautui aika ${day} klo ${time}. Sopiiko se sinulle? Vastaa tähän mahdollisimman pian.`,
        fi,
        adviser,
      ),
  },
  sv: {
    reminder: ({ day, time, adviser, isCall }) =>
      signed(
        isCall
          ? `Hej! Påminnelse: jag ringer dig ${day} kl. ${time}. Om tiden inte passar, svara här.`
          : `Hej! Påminnelse: vi träffas ${day} kl. ${time}. Om tiden inte passar, svara här.`,
        sv,
        adviser,
      ),
    moved: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hej! Den avtalade tiden har flyttats. Den nya tiden är ${timesOf(facts, "kl.")}. Om den inte passar, svara här.`
          : `Hej! De avtalade tiderna har flyttats. De nya tiderna: ${timesOf(facts, "kl.")}. Om någon inte passar, svara här.`,
        sv,
        facts.adviser,
      ),
    cancelled: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hej! Den avtalade tiden ${timesOf(facts, "kl.")} är inställd. Svara här, så kommer vi överens om en ny.`
          : `Hej! De här avtalade tiderna är inställda: ${timesOf(facts, "kl.")}. Svara här, så kommer vi överens om nya.`,
        sv,
        facts.adviser,
      ),
    "no-show": ({ day, time, adviser }) =>
      signed(
        `Hej! Vi träffades inte ${day} kl. ${time}. Svara här, så kommer vi överens om en ny tid.`,
        sv,
        adviser,
      ),
    offer: ({ day, time, adviser }) =>
      signed(
        `Hej! En tid blev ledig ${day} kl. ${time}. Passar den dig? Svara här så snart du kan.`,
        sv,
        adviser,
      ),
  },
  en: {
    reminder: ({ day, time, adviser, isCall }) =>
      signed(
        isCall
          ? `Hello! A reminder: I will call you on ${day} at ${time}. If the time does not suit, please reply.`
          : `Hello! A reminder: we meet on ${day} at ${time}. If the time does not suit, please reply.`,
        en,
        adviser,
      ),
    moved: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hello! Our time has moved. The new time is ${timesOf(facts, "at")}. If it does not suit, please reply.`
          : `Hello! Our times have moved. The new times: ${timesOf(facts, "at")}. If one does not suit, please reply.`,
        en,
        facts.adviser,
      ),
    cancelled: (facts) =>
      signed(
        facts.later.length === 0
          ? `Hello! Our time on ${timesOf(facts, "at")} is cancelled. Please reply and we will agree on another.`
          : `Hello! These times are cancelled: ${timesOf(facts, "at")}. Please reply and we will agree on others.`,
        en,
        facts.adviser,
      ),
    "no-show": ({ day, time, adviser }) =>
      signed(
        `Hello! We did not meet on ${day} at ${time}. Please reply and we will agree on another time.`,
        en,
        adviser,
      ),
    offer: ({ day, time, adviser }) =>
      signed(
        `Hello! A time became free on ${day} at ${time}. Does it suit you? Please reply as soon as you can.`,
        en,
        adviser,
      ),
  },
};
