import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** Slot allotments: times that are reserved for one device, which alone gives them out. */
export const holding = {
  title: "Varaa aikoja pisteelle tai tapahtumaan",
  intro:
    "Varattuja aikoja antaa vain tämä laite. Kun palvelin on vahvistanut ne, ne on taattu myös ilman yhteyttä.",
  label: "Mitä varten",
  labelHint: "Esimerkiksi asema tai messut.",
  from: "Alkaa",
  to: "Päättyy",
  length: "Yhden ajan kesto",
  where: "Missä",
  hold: "Varaa ajat",
  holdSpan: (day: string, span: string) => `Varaa ${day} klo ${span}`,
  done: (span: string) => `Ajat varattu laitteelle: ${span}`,
  undone: "Varaus kumottu.",
  listTitle: "Laitteelle varatut ajat",
  left: (count: number) =>
    plural(count, { one: "1 aika vapaana", other: `${count}\u00a0aikaa vapaana` }),
  tentative: "odottaa vahvistusta",
  newTentative:
    "Varattu nyt. Odottaa vielä vahvistusta: ajat on taattu, kun palvelin on vahvistanut ne.",
  newHeld: "Varattu nyt ja vahvistettu.",
  clash: "päällekkäin toisen varauksen kanssa",
  elsewhere: "toinen laite",
  giveBack: "Vapauta",
  giveBackOf: (name: string) => `Vapauta ${name}`,
  giveBackAll: "Vapauta kaikki",
  givenBack: (span: string) => `Ajat vapautettu kaikille: ${span}. Jo annetut ajat pysyvät.`,
  everythingGivenBack: "Ajat vapautettu kaikille. Jo annetut ajat pysyvät.",
  heldAgain: "Ajat on taas varattu laitteelle.",
  askTitle: "Vapautetaanko toisen laitteen ajat?",
  askText:
    "Laite on voinut jo luvata näitä aikoja ilman yhteyttä. Luvatut ajat eivät enää ole taattuja.",
  keep: "Älä vapauta",
};
