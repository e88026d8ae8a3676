import { makePlural } from "../plural.ts";

const plural = makePlural("fi");

const saves = (count: number) =>
  plural(count, { one: "1 tallennus", other: `${count} tallennusta` });
const refusals = (count: number) =>
  plural(count, {
    one: "1 perille menemätön muutos",
    other: `${count} perille menemätöntä muutosta`,
  });
const drafts = (count: number) =>
  plural(count, { one: "1 keskeneräinen", other: `${count} keskeneräistä` });

/** Backup files of this device. */
export const backup = {
  title: "Laitteen varmuuskopio",
  text: "Yksi suljettu tiedosto siitä, mitä tällä laitteella on. Jos laite katoaa tai hajoaa, uusi jatkaa tiedostosta.",
  contents: "Kopioon tulee",
  unsent: "Lähettämättä",
  refused: "Ei mennyt perille",
  drafts: "Keskeneräisiä",
  records: "Tietoja yhteensä",
  last: (time: string) => `Viimeksi otettu ${time}.`,
  never: "Tältä laitteelta ei ole vielä otettu kopiota.",
  countFailed: "Laitteen muistia ei saatu luettua.",
  passphrase: "Kopion tunnuslause",
  passphraseHint:
    "Vähintään 12 merkkiä tai neljä sanaa. Se saa olla sama kuin laitteella. Ilman sitä kopio ei aukea.",
  make: "Tee varmuuskopio",
  making: "Tehdään varmuuskopiota",
  fileName: (date: string) => `katve-varmuuskopio-${date}.txt`,
  ready: "Varmuuskopio on valmis",
  readyText: "Talleta tiedosto muualle kuin tälle laitteelle. Se on suljettu tunnuslauseella.",
  share: "Jaa",
  shareFailed: "Jakaminen ei onnistunut. Tallenna kopio tiedostoksi.",
  save: "Tallenna tiedostoksi",
  taken: "Varmuuskopio otettu.",
  bringTitle: "Tuo varmuuskopio",
  bringText:
    "Tuo tänne oman vanhan laitteesi kopio. Mikään ei katoa eikä tule kahdesti, vaikka vanha laite lähettäisi samat muutokset.",
  file: "Varmuuskopiotiedosto",
  chooseFile: "Valitse tiedosto",
  noFile: "Ei valittua tiedostoa",
  fileRequired: "Valitse ensin tiedosto.",
  filePassphrase: "Tunnuslause, joka kopiolle annettiin",
  bring: "Tuo",
  bringing: "Tuodaan varmuuskopiota",
  brought: "Varmuuskopio tuotu",
  broughtWhat: (counts: { saves: number; refused: number; drafts: number }) =>
    [
      ...(counts.saves > 0 ? [`${saves(counts.saves)} lähtee, kun yhteys on`] : []),
      ...(counts.refused > 0 ? [refusals(counts.refused)] : []),
      ...(counts.drafts > 0 ? [drafts(counts.drafts)] : []),
    ].join(", "),
  leftDrafts: (count: number) =>
    `${plural(count, { one: "Kopioon jäi yksi keskeneräinen", other: `Kopioon jäi ${count} keskeneräistä` })}, koska tällä laitteella on kesken sama lomake. Vie se loppuun tai hylkää se, ja tuo kopio sitten uudelleen.`,
  broughtNothing: "Kopiossa ei ollut mitään, mitä tällä laitteella ei jo ole.",
  madeAt: (time: string) => `Kopio on tehty ${time}.`,
  wanted: (count: number) =>
    plural(count, {
      one: "1 tallennus on odottanut yli vuorokauden",
      other: `${count} tallennusta on odottanut yli vuorokauden`,
    }),
  wantedText: "Tee varmuuskopio siltä varalta, että laite katoaa.",
  haveBackup: "Minulla on vanhan laitteeni varmuuskopio",
  haveBackupHint: "Saat tuoda sen heti käyttöönoton jälkeen.",
};
