import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** When the adviser is busy by other calendars. */
export const busyTimes = {
  title: "Varatut ajat muista kalentereista",
  subtitle: "Katve ei ehdota aikaa, jolloin olet muualla varattu.",
  text: "Muusta kalenterista luetaan vain, milloin olet varattu: ei otsikoita, paikkoja eikä nimiä. Tiimisi näkee nämä ajat varattuina eilisestä puolen vuoden päähän.",
  listTitle: "Luetut kalenterit",
  none: "Yhtään kalenteria ei ole vielä luettu.",
  unnamed: "Muu kalenteri",
  read: (time: string) => `luettu ${time}`,
  stretches: (count: number) =>
    plural(count, { one: "1 varattu aika", other: `${count} varattua aikaa` }),
  fromFile: "tiedostosta",
  failed: "Viimeisin lukeminen ei onnistunut",
  kept: "Aiemmin luetut ajat ovat tallessa.",
  readAgain: "Lue uudelleen",
  newFile: "Lue uusi tiedosto",
  remove: "Poista",
  removeTitle: "Poistetaanko kalenteri?",
  removeText: "Sen varatut ajat poistuvat kaikilta. Kalenteri itse ei muutu.",
  doNotRemove: "Älä poista",
  removed: "Kalenteri poistettu.",
  done: "Varatut ajat luettu.",
  unreadable: (count: number) =>
    plural(count, {
      one: "Varatut ajat luettu. 1 merkintää ei voitu lukea.",
      other: `Varatut ajat luettu. ${count} merkintää ei voitu lukea.`,
    }),
  addTitle: "Lisää kalenteri",
  label: "Kalenterin nimi",
  labelHint: "Esimerkiksi ”Työn Outlook”. Tiimisi näkee nimen.",
  from: "Mistä",
  ways: { address: "Osoitteesta", file: "Tiedostosta" },
  address: "Kalenterin osoite",
  addressHint:
    "Salainen iCal-osoite kalenterin asetuksista, https://… Palvelin lukee sen noin kerran päivässä, kun jokin laitteesi on käytössä. Osoite jää palvelimelle, eikä tiimisi näe sitä.",
  addressRequired: "Kirjoita osoite.",
  file: "Kalenteritiedosto",
  fileHint: "Kalenteriohjelmasta viety .ics-tiedosto. Se luetaan vain tällä laitteella.",
  chooseFile: "Valitse tiedosto",
  noFile: "Ei valittua tiedostoa",
  fileRequired: "Valitse ensin tiedosto.",
  add: "Lue kalenteri",
  adding: "Luetaan kalenteria",
  needsConnection: "Osoitteen lukemiseen tarvitaan yhteys. Tiedoston voi lukea ilmankin.",
};
