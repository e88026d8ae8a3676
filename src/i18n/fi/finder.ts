import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** Looking for the next free time of anybody of the team. */
export const finder = {
  title: "Etsi vapaa aika",
  short: "Etsi aika",
  length: "Kesto",
  where: "Missä",
  anywhere: "Missä vain",
  municipalities: "Kunnat",
  who: "Kenen kanssa",
  anybody: "Kuka vain",
  fromDay: (day: string) => `${day} alkaen`,
  from: "Mistä päivästä alkaen",
  part: "Mihin aikaan päivästä",
  parts: { any: "Milloin vain", morning: "Aamupäivä", afternoon: "Iltapäivä" },
  results: "Vapaat ajat",
  found: (count: number) => plural(count, { one: "1 vapaa aika", other: `${count} vapaata aikaa` }),
  foundMore: (count: number) => `Ensimmäiset ${count} vapaata aikaa`,
  none: "Vapaata aikaa ei löytynyt kolmen kuukauden ajalta.",
  noneText: "Kokeile lyhyempää kestoa, muuta paikkaa tai useampaa ohjaajaa.",
  placeOpen: "paikka sovitaan",
  uncertain: "alustava",
  uncertainText:
    "Taattu aika on varma heti. Muut vahvistuvat, kun yhteys on: joku on voinut ehtiä ensin.",
  lastExchange: (time: string) => `Tiedot on koottu yhteen viimeksi ${time}.`,
  noExchange: "Tietoja ei ole vielä koottu yhteen muiden kanssa.",
  more: "Näytä myöhempiä",
};
