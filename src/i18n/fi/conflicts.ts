import type { ChoiceCode } from "#domain/kinds/conflict.ts";
import type { AllotmentField, AppointmentField, ClientField } from "../fields.ts";

const fields: Record<AppointmentField | ClientField, string> = {
  client: "asiakas",
  guidance: "ohjauksen laji",
  channel: "tapa",
  slot: "aika ja paikka",
  language: "kieli",
  status: "tila",
  form: "muoto",
  title: "otsikko",
  needs: "tarpeet",
  capacity: "paikkojen määrä",
  coLeaders: "muut ohjaajat",
  partners: "kumppanit",
  cancelling: "peruutuksen syy",
  movedFrom: "aiempi aika",
  asked: "pyydetty",
  minutes: "kesto minuutteina",
  outcome: "mitä sovittiin",
  next: "seuraava askel",
  told: "asiakkaalle kerrottu",
  series: "sarja",
  occurrence: "sarjan aika",
  follows: "jatkoa tapaamiselle",
  note: "lisätiedot",
  name: "nimi",
  phone: "puhelin",
};

const allotmentFields: Record<AllotmentField, string> = {
  label: "mitä varten",
  holder: "laite",
  slot: "aika ja paikka",
  lengthInMinutes: "yhden ajan kesto",
  status: "tila",
};

/** Two people wrote different things without seeing each other. */
export const conflicts = {
  fields,
  allotmentFields,
  slotParts: { time: "aika", place: "paikka", adviser: "ohjaaja" },
  mark: "Kaksi eri tietoa",
  title: (field: string) => `Kaksi eri tietoa: ${field}`,
  pageTitle: "Katsottavaa",
  pageText: "Kaksi ihmistä muutti samaa tietoa näkemättä toistensa muutosta. Valitse, kumpi jää.",
  noneTitle: "Ei katsottavaa",
  noneText:
    "Jos kaksi ihmistä muuttaa samaa tietoa näkemättä toistensa muutosta, molemmat säilyvät ja näkyvät tässä.",
  toToday: "Tänään",
  closedTitle: "Ratkaistut",
  wroteOtherwise: (who: string, when: string) => `${who} muutti samaa tietoa ${when}`,
  explanation: "Molemmat säilyivät. Valitse, kumpi jää voimaan.",
  present: "Nyt voimassa",
  other: "Toinen tieto",
  wrote: (who: string, when: string) => `${who}, ${when}`,
  changedSince: "muuttunut tämän jälkeen",
  place: (number: number, count: number) => `Kohta ${number}/${count}`,
  nothingHere: "(ei mitään tässä kohdassa)",
  empty: "(tyhjä)",
  choices: {
    kept: "Pidä nykyinen",
    lost: "Käytä toista tietoa",
    both: "Pidä molemmat",
  } satisfies Record<ChoiceCode, string>,
  settled: (what: string) => `Valinta tallennettu: ${what}`,
  undone: "Valinta kumottu.",
  closed: "Tämä on ratkaistu.",
  closedBy: (who: string, when: string) => `${who} ratkaisi tämän ${when}.`,
  chose: {
    kept: "Nykyinen tieto pidettiin.",
    lost: "Toinen tieto otettiin käyttöön.",
    both: "Molemmat pidettiin.",
  } satisfies Record<ChoiceCode, string>,
  otherVersion:
    "Tämä ohjelman versio ei voi vaihtaa tätä tietoa. Päivitä ohjelma tai pidä nykyinen.",
  recordGone: "Tieto ei ole enää tällä laitteella",
  unknownRecord: "Uudemman version tieto",
  close: "Sulje",
};
