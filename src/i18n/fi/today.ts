import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

export const today = {
  title: "Tänään",
  listLabel: "Tämän päivän ajat",
  book: "Varaa aika",
  free: "Vapaa",
  bookHere: "Varaa tähän",
  noneTitle: "Ei aikoja tänään",
  noneText: "Varattu aika näkyy tässä heti, myös ilman yhteyttä.",
  coming: "Tulossa",
  noneComing: "Ei tulevia aikoja.",
  allTimes: "Kaikki ajat",
  waiting: "Odottaa sinua",
  things: (count: number) =>
    plural(count, { one: "1 asia katsottavana", other: `${count} asiaa katsottavana` }),
  thingsText: (count: number) =>
    plural(count, {
      one: "Kaksi ihmistä muutti samaa tietoa. Valitse, kumpi jää.",
      other: "Samoja tietoja muutettiin yhtä aikaa. Valitse kustakin, kumpi jää.",
    }),
  refused: (count: number) =>
    plural(count, {
      one: "1 muutos ei mennyt perille",
      other: `${count} muutosta ei mennyt perille`,
    }),
  refusedText: "Sisältö on tallessa. Katso, mitä sille tehdään.",
};
