import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

export const settings = {
  title: "Asetukset",
  appearance: "Ulkoasu",
  appearances: { system: "Laitteen mukaan", light: "Vaalea", dark: "Tumma" },
  lock: "Lukitse nyt",
  lockText: "Tiedot lukitaan tällä laitteella. Lähettämättömät muutokset säilyvät.",
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
  clockAhead: (length: string) =>
    `Laitteen kello on ${length} edellä. Korjaa se laitteen asetuksista; mitään ei katoa.`,
  clockBehind: (length: string) =>
    `Laitteen kello on ${length} jäljessä. Korjaa se laitteen asetuksista; mitään ei katoa.`,
  tray: "Ei mennyt perille",
  trayText: "Näitä muutoksia ei voitu ottaa vastaan. Sisältö pysyy tässä, kunnes poistat sen.",
  trayEmpty: "Kaikki muutokset ovat menneet perille.",
  trayTitles: {
    newAppointment: "Uusi aika",
    newClient: "Uusi asiakas",
    newOther: "Uusi tieto",
    removal: "Poisto",
    change: (field: string) => `Muutos: ${field}`,
    share: "Jakaminen kumppanille",
    unshare: "Jaon peruminen",
  },
  trayMade: (time: string) => `tehty ${time}`,
  copied: "Teksti kopioitu.",
  dismiss: "Poista listalta",
  dismissTitle: "Poistetaanko muutos listalta?",
  dismissText: "Sisältö katoaa tältä laitteelta. Kopioi se ensin, jos tarvitset sitä.",
  trayFailed: "Listaa ei saatu luettua.",
};
