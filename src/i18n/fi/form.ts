/** The parts that booking and changing a time share. */
export const form = {
  who: "Kenelle",
  whoHint: "Nimi tai peitenimi. Ei henkilötunnusta.",
  sameName: "Samanniminen asiakas on jo olemassa. Jos hän on sama, valitse hänet listasta.",
  knownClient: "Tuttu asiakas",
  suggestions: (count: number) =>
    count === 0 ? "Ei ehdotuksia" : count === 1 ? "1 ehdotus" : `${count} ehdotusta`,
  phone: "Puhelin",
  where: "Missä",
  byPhone: "Puhelimitse",
  otherPlace: "Muualla",
  otherPlaceHint: "Kirjoita paikka lisätietoihin.",
  morePlaces: "Lisää paikkoja",
  when: "Milloin",
  otherDay: "Muu päivä",
  time: "Kellonaika",
  otherTime: "Muu kellonaika",
  otherTimeHint: "Esimerkiksi 13.10",
  otherTimeError: "Kirjoita aika muodossa 13.30.",
  noTimesLeft: "Päivän tavalliset ajat ovat ohi. Kirjoita kellonaika alle.",
  takenBy: (client: string, span: string) => `varattu: ${client} ${span}`,
  takenTitle: "Sinulla on jo varaus samaan aikaan",
  takenText: (client: string, span: string) =>
    `${client}, ${span}. Voit silti varata, jos olet varma.`,
  alsoTaken: "Sinulla on toinen varaus samaan aikaan.",
  alsoTakenOfOther: "Ohjaajalla on toinen varaus samaan aikaan.",
  alsoTakenText: (client: string, span: string) => `${client}, ${span}`,
  pastText: "Tämä aika on jo mennyt.",
  guidance: "Ohjauksen laji",
  length: "Kesto",
  end: "Päättyy",
  language: "Kieli",
  moreLanguages: "Muu kieli",
  adviser: "Ohjaaja",
  note: "Lisätiedot",
  noteHint: "Vain ohjauksen kannalta tarpeellinen. Ei henkilötunnusta.",
  summary: (guidance: string, length: string, language: string) =>
    `${guidance}, ${length}, ${language}`,
  asBefore: "laji ja kesto kuten edellisessä varauksessa",
  /** Why somebody has left an open form: whom it was for, and who was on its list. */
  erased: {
    chosen:
      "Asiakkaan tiedot poistettiin pysyvästi, joten hän ei ole enää lomakkeella. Valitse toinen asiakas tai keskeytä.",
    listed: "Jonkun listalla olleen tiedot poistettiin pysyvästi, joten hän ei ole enää listalla.",
  },
  /** Why nothing can be booked. */
  noTeam: {
    "not-yet": {
      title: "Tiimiäsi ei ole vielä haettu",
      text: "Varaaminen onnistuu, kun laite on kerran saanut yhteyden. Se tapahtuu itsestään, ja luonnos säilyy.",
    },
    "no-team": {
      title: "Et ole missään tiimissä",
      text: "Siksi aikoja ei voi varata. Kysy koordinaattorilta. Kun sinut on lisätty tiimiin, varaaminen onnistuu heti.",
    },
    revoked: {
      title: "Laite on poistettu käytöstä",
      text: "Siksi aikoja ei voi varata tällä laitteella. Kysy koordinaattorilta.",
    },
  },
};
