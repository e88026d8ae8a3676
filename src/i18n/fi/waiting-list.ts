import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

/** People without a time, and the times that would suit them. */
export const waitingList = {
  title: "Jono",
  back: "Jono",
  text: "Asiakkaat, joille ei vielä ole aikaa. Ensin se, joka on odottanut pisimpään.",
  add: "Lisää jonoon",
  noneTitle: "Jonossa ei ole ketään",
  noneText: "Kun sopivaa aikaa ei löydy, lisää asiakas jonoon. Vapautuva aika tarjoutuu hänelle.",
  count: (count: number) => plural(count, { one: "1 jonossa", other: `${count} jonossa` }),
  waited: (days: number) =>
    plural(days, {
      one: "odottanut 1 päivän",
      other: days === 0 ? "lisätty tänään" : `odottanut ${days} päivää`,
    }),
  latestBy: (day: string) => `viimeistään ${day}`,
  tooLate: "viimeinen päivä on mennyt",
  anywhere: "missä vain",
  anyTime: "mikä aika vain käy",
  ended: "Päättyneet",
  newTitle: "Lisää jonoon",
  editTitle: (who: string) => `Jonossa: ${who}`,
  missingTitle: "Tätä ei löydy jonosta",
  missingText: "Se on ehkä poistettu, tai se ei ole vielä tullut tälle laitteelle.",
  channel: "Tapa",
  where: "Missä käy",
  whereHint: "Jätä tyhjäksi, jos paikalla ei ole väliä.",
  places: "Paikat",
  noPlaces: "Ei tiettyä paikkaa",
  choosePlaces: "Valitse paikka",
  when: "Milloin käy",
  whenHint: "Jätä tyhjäksi, jos kaikki ajat käyvät.",
  asked: "Pyydetty",
  latest: "Viimeinen päivä",
  latestHint: "Tämän jälkeen ajasta ei ole enää apua.",
  addNow: "Lisää jonoon",
  save: "Tallenna muutokset",
  added: (who: string) => `Lisätty jonoon: ${who}`,
  addUndone: "Lisäys kumottu.",
  saved: (who: string) => `Muutokset tallennettu: ${who}`,
  savedUndone: "Muutokset kumottu.",
  withdraw: "Poista jonosta",
  withdrawn: (who: string) => `Poistettu jonosta: ${who}`,
  putBack: "Palauta jonoon",
  backInLine: (who: string) => `Palautettu jonoon: ${who}`,
  undone: "Kumottu.",
  draftNotKept: "Luonnosta ei saatu talteen. Tallenna ennen kuin suljet sivun.",
  restored: "Jatketaan siitä, mihin jäit.",
  startOver: "Aloita alusta",
  gotTime: (day: string, time: string) => `Sai ajan ${day} klo ${time}`,
  already: "Hän on jo saanut ajan tai poistunut jonosta. Tästä tulee toinen varaus.",
  bookFor: "Varaa aika",
  putClient: "Lisää asiakas jonoon",
  /** Of a time that is free again. */
  freed: {
    title: "Sopii jonottaville",
    fits: (count: number) =>
      plural(count, {
        one: "1 jonottava odottaa tällaista aikaa.",
        other: `${count} jonottavaa odottaa tällaista aikaa.`,
      }),
    order: "Ensin se, joka on odottanut pisimpään.",
    time: (day: string, time: string) => `Vapaa aika ${day} klo ${time}`,
    offer: "Varaa hänelle",
    offerFor: (who: string) => `Varaa aika: ${who}`,
    row: (day: string, time: string) => `Vapautui ${day} klo ${time}`,
    rowText: (count: number) =>
      plural(count, { one: "Sopii 1 jonottavalle", other: `Sopii ${count} jonottavalle` }),
  },
};
