/** How a time stands: the endpoint's word about it, and what to do when two bookings are at one time. */
export const slots = {
  held: "vahvistettu",
  tentative: "alustava",
  clash: "päällekkäinen aika",
  doubled: "kaksi varausta",
  heldText: "Aika on vahvistettu.",
  tentativeText: "Aika on alustava. Se vahvistuu itsestään, kun yhteys on.",
  guaranteed: "taattu",
  guaranteedText: "Aika on taattu: se on tälle laitteelle varatuista ajoista.",
  heldFor: (label: string, span: string) =>
    `${label === "" ? "laitteelle varatut ajat" : `laitteelle varatut ajat (${label})`} klo ${span}`,
  heldElsewhere: (label: string) =>
    label === "" ? "varattu toiselle laitteelle" : `varattu toiselle laitteelle: ${label}`,
  heldElsewhereTitle: "Tämä aika on varattu toiselle laitteelle",
  heldElsewhereText: (words: string) =>
    `Samaan aikaan ovat ${words}. Varauksesta tulee päällekkäinen.`,
  heldHere: (label: string) =>
    label === ""
      ? "osuu laitteelle varattuihin aikoihin"
      : `osuu laitteelle varattuihin aikoihin: ${label}`,
  heldHereTitle: "Tämä aika osuu osaksi laitteelle varattuihin aikoihin",
  heldHereText: (words: string) =>
    `Samaan aikaan ovat ${words}. Valitse aika, joka on kokonaan niiden sisällä tai ulkopuolella.`,
  clashTitle: "Tämä aika on päällekkäin toisen kanssa",
  clashText: (others: string) =>
    `Ohjaajalle on samaan aikaan jo vahvistettu ${others}. Tätä aikaa ei ole vahvistettu.`,
  doubledTitle: "Samaan aikaan on toinenkin varaus",
  doubledText: (others: string) => `Tämä aika on vahvistettu. Siirtämistä odottaa ${others}.`,
  contestedTitle: "Tästä sovittiin kaksi eri aikaa tai paikkaa",
  contestedText:
    "Kaksi ihmistä muutti aikaa tai paikkaa näkemättä toistensa muutosta. Valitse, kumpi jää voimaan.",
  showBoth: "Katso molemmat",
  hidden: "varaus, joka ei näy tällä laitteella",
  show: (client: string) => `Näytä ${client}`,
  nearest: "Siirrä lähimpään vapaaseen aikaan",
  moveTo: (day: string, time: string) => `${day} klo ${time}`,
  noneFree: "Viikon sisällä ei näy vapaata aikaa. Valitse toinen aika alta.",
  moved: (day: string, time: string) => `Siirretty ${day} klo ${time}`,
  movedBack: "Siirto kumottu.",
  movedSince: "Aikaa on muutettu sen jälkeen, joten siirtoa ei kumottu.",
  waiting: (client: string) => `Päällekkäinen aika: ${client}`,
};
