import type { AppointmentField, ClientField } from "../fields.ts";

const fields: Record<AppointmentField | ClientField, string> = {
  client: "asiakas",
  guidance: "ohjauksen laji",
  channel: "tapa",
  slot: "aika ja paikka",
  language: "kieli",
  status: "sovittu vai peruttu",
  note: "lisätiedot",
  name: "nimi",
  phone: "puhelin",
};

/** Two people wrote different things without seeing each other. */
export const conflicts = {
  fields,
  title: (field: string) => `Kaksi eri tietoa: ${field}`,
  other: (who: string, when: string) => `${who} kirjoitti ${when}:`,
  present: "Nyt voimassa:",
  empty: "(tyhjä)",
  use: "Käytä tätä",
  append: "Lisää perään",
  replace: "Korvaa tällä",
  keep: "Pidä nykyinen",
  settled: "Valinta tallennettu.",
};
