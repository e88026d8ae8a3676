import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** Edits that the endpoint refused. */
export const tray = {
  title: "Ei mennyt perille",
  text: "Näitä muutoksia ei voitu ottaa vastaan. Sisältö pysyy tässä, kunnes poistat sen.",
  look: "Katso lista",
  emptyTitle: "Listalla ei ole mitään",
  emptyText: "Jos jotakin muutosta ei voida ottaa vastaan, se säilyy kokonaan ja näkyy tässä.",
  count: (count: number) =>
    plural(count, {
      one: "1 muutos odottaa ratkaisuasi",
      other: `${count} muutosta odottaa ratkaisuasi`,
    }),
  awaitingTitle: "Odottaa toista laitetta",
  awaitingText:
    "Palvelimen tiedot palautettiin varmuuskopiosta, ja nämä muutokset koskevat tietoa, jonka toinen laite tuo takaisin. Ne lähtevät itsestään, kun se on tuotu. Ellei sitä tuoda viikossa, ne jäävät tälle listalle ratkaistaviksi. Sisältö on tallessa tässä.",
  titles: {
    newAppointment: "Uusi aika",
    newClient: "Uusi asiakas",
    newAllotment: "Aikoja laitteelle",
    newAttendance: "Asiakas listalle",
    newOther: "Uusi tieto",
    removal: "Poisto",
    change: (field: string) => `Muutos: ${field}`,
    share: "Jakaminen kumppanille",
    unshare: "Jakamisen peruminen",
  },
  recordGone: "Tietoa ei ole enää tällä laitteella, joten muutosta ei voi lähettää uudelleen.",
  recordHere: "Tieto on jo olemassa. Jos siitä puuttuu jotakin, kopioi se tästä.",
  made: (time: string) => `Teit tämän ${time}.`,
  open: "Avaa tieto",
  retry: "Yritä uudelleen",
  retried: "Muutos lähetetään uudelleen, kun yhteys on.",
  refusedAgain: "Muutosta ei taaskaan voitu ottaa vastaan. Se on yhä tällä listalla.",
  copy: "Kopioi teksti",
  copied: "Teksti kopioitu.",
  dismiss: "Poista listalta",
  dismissTitle: "Poistetaanko muutos listalta?",
  dismissLeantOn: "Toinen muutos tällä listalla tarvitsee tätä: ilman tätä se jää vajaaksi.",
  dismissText: "Sisältö katoaa tältä laitteelta. Kopioi se ensin, jos tarvitset sitä.",
  failed: "Listaa ei saatu luettua.",
};
