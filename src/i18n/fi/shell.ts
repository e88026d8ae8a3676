/** Around every screen. */
export const shell = {
  navigation: "Päävalikko",
  today: "Tänään",
  appointments: "Ajat",
  settings: "Asetukset",
  skip: "Siirry sisältöön",
  messages: "Viestit",
  closeMessage: "Sulje viesti",
  newVersion: "Ohjelmasta on uusi versio.",
  update: "Päivitä",
  defectTitle: "Jokin meni vikaan",
  defectText: "Tallentamasi on tallessa. Avaa sivu uudelleen.",
  reload: "Avaa uudelleen",
  notFoundTitle: "Sivua ei löydy",
  notFoundText: "Osoite on ehkä vanhentunut.",
  toStart: "Siirry etusivulle",
  alreadyTitle: "Tämä selain on jo käytössä",
  alreadyText:
    "Liittymislinkki on tarkoitettu uudelle laitteelle. Avaa se toisella laitteella tai toisessa selainprofiilissa. Mitä täällä on kirjoitettu, sen saa sinne varmuuskopiolla.",
  leftTitle: (team: string) =>
    team === "" ? "Et ole enää tiimissä" : `Et ole enää tiimissä: ${team}`,
  leftText: "Tiimin asiakkaat, ajat ja muut tiedot eivät ole enää tällä laitteella.",
  leftUnsent: "Muutokset, joita et ehtinyt lähettää, ovat tallessa listalla.",
  leftRead: "Selvä",
  broughtBackTitle: "Selain oli kadottanut tiedot tältä laitteelta",
  broughtBackText:
    "Muutokset, joita et ollut lähettänyt, ovat tallessa. Muut tiedot tulevat takaisin, kun yhteys on.",
  locksSoon: "Katve lukitaan pian. Kosketa näyttöä, niin voit jatkaa.",
};
