import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** How many meet, who leads, who else takes part, and in which room. */
export const meeting = {
  form: "Muoto",
  channel: "Tapa",
  needs: "Tarpeet",
  title: "Otsikko",
  titleHint: "Näkyy ajan nimenä. Ei asiakkaiden nimiä.",
  capacity: "Paikkoja",
  coLeaders: "Muut ohjaajat",
  leaderBusy: (who: string, span: string) => `${who}: toinen varaus samaan aikaan klo ${span}.`,
  rosters: { group: "Osallistujat", "site-visit": "Tavattavat" },
  roster: "Osallistujat",
  addPerson: "Lisää asiakas",
  add: "Lisää listalle",
  takeOff: (who: string) => `Poista listalta: ${who}`,
  added: (who: string) => `Lisätty listalle: ${who}`,
  takenOff: (who: string) => `Poistettu listalta: ${who}`,
  takenBack: "Lista on taas ennallaan.",
  people: (count: number) =>
    plural(count, { one: "Listalla 1 henkilö", other: `Listalla ${count} henkilöä` }),
  places: (count: number, places: number) => `Listalla ${count}, paikkoja ${places}`,
  full: (places: number) => `Kaikki ${places} paikkaa on täynnä. Voit silti lisätä.`,
  over: (places: number, count: number) =>
    `Paikkoja on ${places} ja listalla ${count}. Voit silti lisätä.`,
  partners: "Kumppanit",
  partner: (number: number) => `Kumppani ${number}`,
  organisation: "Kumppanin organisaatio",
  noOrganisation: "Ei listalla",
  unknownOrganisation: "Organisaatio ei näy tällä laitteella",
  person: "Kumppanin nimi",
  personHint: "Nimi tai tehtävä omin sanoin",
  addPartner: "Lisää kumppani",
  removePartner: (number: number) => `Poista kumppani ${number}`,
  room: "Huone",
  noRoom: "Ei valittu",
  roomPrivate: (name: string) => `${name}, yksityinen`,
  privateRoom: "Yksityinen huone: muut eivät kuule, mitä puhutaan.",
  openRoom: "Ei yksityinen: muut voivat kuulla, mitä puhutaan.",
  roomTaken: "Huone on silloin varattu",
  roomTakenText: (others: string) => `${others}. Voit silti varata, jos olet varma.`,
  alsoThere: (others: string) => `Samassa paikassa on silloin myös ${others}.`,
  chooseRoom: "Valitse huone, niin näet, onko se vapaa.",
  elsewhereByHours: "Työajat ovat silloin toisessa paikassa",
  elsewhereByHoursText: (places: string) => `Työaikojen mukaan paikka on silloin ${places}.`,
  noTimeToTravel: "Matkaan ei jää tarpeeksi aikaa",
  travelText: {
    before: (town: string, span: string, driving: string, between: string) =>
      `Edellinen aika: ${town} klo ${span}. Ajomatka ${driving}, väliä ${between}.`,
    after: (town: string, span: string, driving: string, between: string) =>
      `Seuraava aika: ${town} klo ${span}. Ajomatka ${driving}, väliä ${between}.`,
  },
};
