import type { CameCode } from "#domain/kinds/attendance.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** After a meeting: what came of it, who was there, and what happens next. */
export const after = {
  title: "Miten meni",
  minutes: "Kesto minuutteina",
  outcome: "Mitä sovittiin",
  outcomeHint: "Vain ohjauksen kannalta tarpeellinen. Ei henkilötunnusta.",
  what: "Seuraava askel",
  whatHint: "Esimerkiksi: soittaa oppilaitokseen",
  who: "Kuka tekee",
  due: "Mihin mennessä",
  save: "Tallenna kirjaus",
  saved: (who: string) => `Kirjaus tallennettu: ${who}`,
  undone: "Kirjaus kumottu.",
  draftNotKept: "Keskeneräistä kirjausta ei saatu talteen. Tallenna ennen kuin suljet sivun.",
  stillUnsaved: "Kirjaus on vielä tallentamatta.",
  restored: "Tallentamaton kirjauksesi on vielä tässä.",
  bookNext: "Varaa seuraava aika",
  followsOn: (day: string, time: string) => `Jatkoa tapaamiselle ${day} klo ${time}`,
  nextTime: (day: string, time: string) => `Seuraava aika ${day} klo ${time}`,
  roster: {
    title: "Läsnäolo",
    count: (came: number, all: number) => `Paikalla ${came}/${all}`,
    none: "Lisää osallistujat alta.",
    marks: { arrived: "Tuli", "no-show": "Ei tullut" } satisfies Record<
      Exclude<CameCode, "expected">,
      string
    >,
    marked: (who: string, came: string) => `${who}: ${came}`,
    undone: "Merkintä kumottu.",
    minutes: (who: string) => `Minuutit: ${who}`,
    minutesSaved: "Minuutit tallennettu.",
    saveMinutes: "Tallenna minuutit",
    minutesHint: "Täytä vain, jos hän oli paikalla eri ajan kuin ryhmä kesti.",
    minutesLabel: "Minuutit",
    followUp: "Varaa yksilöaika",
    followUpFor: (who: string) => `Varaa yksilöaika: ${who}`,
    has: (day: string, time: string) => `Yksilöaika ${day} klo ${time}`,
    bookedOf: (booked: number, all: number) => `Yksilöaika varattu ${booked}/${all}`,
  },
  steps: {
    title: "Seuraavat askeleet",
    text: "Mitä olet luvannut tehdä tapaamisten jälkeen.",
    overdue: "Myöhässä",
    coming: "Tulossa",
    noneTitle: "Ei avoimia askeleita",
    noneText: "Kun kirjaat tapaamisen jälkeen askeleen, jonka teet itse, se näkyy tässä.",
    waiting: (count: number) =>
      plural(count, { one: "1 askel myöhässä", other: `${count} askelta myöhässä` }),
    waitingText: "Olet luvannut tehdä nämä. Päivä on mennyt.",
    due: (day: string) => `viimeistään ${day}`,
    noDay: "ei päivää",
    tick: (what: string) => `Tehty: ${what}`,
    done: (what: string) => `Merkitty tehdyksi: ${what}`,
    undone: "Askel on taas avoin.",
  },
};
