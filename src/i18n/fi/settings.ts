import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

export const settings = {
  title: "Asetukset",
  appearance: "Ulkoasu",
  appearances: { system: "Laitteen mukaan", light: "Vaalea", dark: "Tumma" },
  lock: "Lukitse nyt",
  lockText: "Lukittuna Katve avautuu vain tunnuslauseella. Lähettämättömät muutokset säilyvät.",
  device: "Tämä laite",
  member: "Käyttäjä",
  deviceId: "Laitteen tunnus",
  team: "Tiimi",
  storage: "Tallennus",
  persisted: "Selain ei poista tietoja itsestään.",
  notPersisted: "Selain voi poistaa tietoja, jos laitteen muisti loppuu.",
  persist: "Pyydä pysyvää tallennusta",
  persistRefused: "Selain ei vielä suostunut. Katveen lisääminen aloitusnäytölle auttaa.",
  unknownStorage: "Selain ei kerro, säilyttääkö se tiedot pysyvästi.",
  exchange: "Yhteys",
  unsent: (count: number) =>
    plural(count, {
      one: "1 tallennus odottaa lähettämistä.",
      other: `${count} tallennusta odottaa lähettämistä.`,
    }),
  last: (time: string) => `Viimeksi yhteydessä ${time}.`,
  neverYet: "Laite ei ole vielä ollut yhteydessä.",
  clockAhead: (length: string) => `Laitteen kello on ${length} edellä`,
  clockBehind: (length: string) => `Laitteen kello on ${length} jäljessä`,
  clockAdvice:
    "Aseta päivämäärä ja kellonaika automaattisiksi laitteen omissa asetuksissa, ei Katveessa. Mitään ei katoa.",
};
