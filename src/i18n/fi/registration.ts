/** A device that has everything, and that the endpoint does not know any more. */
export const registration = {
  open: "Rekisteröi laite uudelleen",
  title: "Rekisteröi laite uudelleen",
  checking: "Tarkistetaan, tunteeko palvelin tämän laitteen.",
  text: "Palvelin ei tunne tätä laitetta. Se, mitä olet tehnyt tällä laitteella, on tallessa tässä. Kun laite on rekisteröity, Katve lähettää siitä itse sen, mitä palvelimelta puuttuu.",
  codeText: "Pyydä koordinaattorilta liittymiskoodi, joka on tehty jäsentunnuksellasi.",
  memberId: "Jäsentunnuksesi",
  memberIdText: "Anna tunnus koordinaattorille. Se ei ole salainen.",
  register: "Rekisteröi",
  registering: "Rekisteröidään",
  needsNetwork: "Rekisteröintiin tarvitaan hetkeksi yhteys. Koodi on yhä tässä; yritä uudelleen.",
  done: "Laite on rekisteröity. Katve lähettää nyt, mitä palvelimelta puuttuu.",
};
