import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** Slot allotments: times that only one device gives out. */
export const holding = {
  title: "Pidä aikoja",
  intro: "Pidetyistä ajoista vain tämä laite antaa aikoja. Ne ovat taattuja myös ilman yhteyttä.",
  label: "Mihin",
  labelHint: "Esimerkiksi asema tai messut.",
  from: "Alkaa",
  to: "Päättyy",
  length: "Yhden ajan kesto",
  where: "Missä",
  hold: "Pidä ajat",
  holdSpan: (day: string, span: string) => `Pidä ${day} klo ${span}`,
  done: "Ajat pidetty.",
  undone: "Ajat palautettu.",
  listTitle: "Pidetyt ajat",
  left: (count: number) =>
    plural(count, { one: "1 aika vapaana", other: `${count}\u00a0aikaa vapaana` }),
  tentative: "odottaa vahvistusta",
  clash: "päällekkäin toisen varauksen kanssa",
  elsewhere: "toinen laite",
  giveBack: "Palauta",
  giveBackOf: (name: string) => `Palauta ${name}`,
  giveBackAll: "Palauta kaikki",
  givenBack: "Ajat palautettu kaikkien varattaviksi. Annetut ajat pysyvät.",
  askTitle: "Palautetaanko toisen laitteen ajat?",
  askText: "Se laite on voinut jo luvata näitä aikoja ilman yhteyttä. Ne eivät ole enää taattuja.",
  keep: "Älä palauta",
};
