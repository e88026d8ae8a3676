const strengths: readonly [string, string, string, string, string] = [
  "Hyvin helppo arvata",
  "Helppo arvata",
  "Kohtalainen – lisää vielä sana",
  "Hyvä",
  "Erittäin hyvä",
];

export const enrolment = {
  title: "Ota Katve käyttöön",
  codeText: "Saat liittymiskoodin tiimisi koordinaattorilta.",
  code: "Liittymiskoodi",
  codeHint: "Kymmenen merkkiä. Välit ja pienet kirjaimet kelpaavat.",
  next: "Jatka",
  looking: "Tarkistetaan koodia",
  otherCode: "Vaihda koodi",
  tryAgain: "Yritä uudelleen",
  invitation: (team: string, area: string) => `${team}, ${area}`,
  invitationLabel: "Tällä koodilla liityt tiimiin",
  name: "Nimesi",
  nameHint: "Näin työtoverit näkevät sinut.",
  passphrase: "Tunnuslause",
  passphraseHint:
    "Vähintään 12 merkkiä tai neljä sanaa. Voit liittää sen tai käyttää salasanaohjelmaa.",
  show: "Näytä tunnuslause",
  hide: "Piilota tunnuslause",
  strength: "Tunnuslauseen vahvuus",
  strengths,
  noStrength: "Kirjoita, niin näet vahvuuden.",
  suggest: "Ehdota tunnuslausetta",
  suggestAgain: "Ehdota toista",
  suggested: "Ehdotus on nyt kentässä. Kirjoita se muistiin ennen kuin jatkat.",
  needsNetwork:
    "Käyttöönottoon tarvitaan hetkeksi yhteys. Kirjoittamasi on yhä tässä; yritä uudelleen.",
  noRescue: "Tunnuslausetta ei voi kukaan hakea takaisin, joten pidä se tallessa.",
  enrol: "Ota käyttöön",
  enrolling: "Otetaan käyttöön",
};
