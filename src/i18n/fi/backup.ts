import { makeList } from "../list.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("fi");
const list = makeList("fi");

const saves = (count: number) =>
  plural(count, { one: "1 lähetettävä tallennus", other: `${count} lähetettävää tallennusta` });
const refusals = (count: number) =>
  plural(count, {
    one: "1 muutos, joka ei mennyt perille",
    other: `${count} muutosta, jotka eivät menneet perille`,
  });
const drafts = (count: number) =>
  plural(count, { one: "1 keskeneräinen lomake", other: `${count} keskeneräistä lomaketta` });

/** Backup files of this device. */
export const backup = {
  title: "Laitteen varmuuskopio",
  text: "Salattu tiedosto siitä, mitä tällä laitteella on. Jos laite katoaa tai hajoaa, työ jatkuu tiedostosta uudella laitteella.",
  contents: "Kopion sisältö",
  unsent: "Lähettämättä",
  refused: "Ei mennyt perille",
  drafts: "Keskeneräisiä lomakkeita",
  records: "Aikoja, asiakkaita ja muita tietoja",
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
  readyText:
    "Tallenna tiedosto muualle kuin tälle laitteelle. Se aukeaa vain kopion tunnuslauseella.",
  share: "Jaa",
  shareFailed: "Jakaminen ei onnistunut. Tallenna kopio tiedostoksi.",
  save: "Tallenna tiedostoksi",
  taken: "Varmuuskopio otettu.",
  bringTitle: "Tuo tiedot varmuuskopiosta",
  bringText:
    "Valitse oman vanhan laitteesi kopio. Mikään ei katoa eikä tule kahdesti, vaikka vanha laite lähettäisi samat muutokset.",
  file: "Varmuuskopiotiedosto",
  chooseFile: "Valitse tiedosto",
  noFile: "Ei valittua tiedostoa",
  fileRequired: "Valitse ensin tiedosto.",
  filePassphrase: "Tunnuslause, joka kopiolle annettiin",
  bring: "Tuo tiedot",
  bringing: "Tuodaan tietoja",
  brought: "Tiedot tuotu",
  broughtWhat: (counts: { saves: number; refused: number; drafts: number }) => {
    const parts = [
      ...(counts.saves > 0 ? [saves(counts.saves)] : []),
      ...(counts.refused > 0 ? [refusals(counts.refused)] : []),
      ...(counts.drafts > 0 ? [drafts(counts.drafts)] : []),
    ];
    return parts.length === 0 ? "" : `Kopiosta tuli ${list(parts)}.`;
  },
  leftDrafts: (count: number) =>
    `${plural(count, { one: "Kopioon jäi keskeneräinen lomake", other: `Kopioon jäi ${count} keskeneräistä lomaketta` })}, koska sama lomake on kesken tällä laitteella. Vie se loppuun tai hylkää se, ja tuo kopio sitten uudelleen.`,
  broughtNothing: "Kopiossa ei ollut mitään, mitä tällä laitteella ei jo ole.",
  madeAt: (time: string) => `Kopio on tehty ${time}.`,
  wanted: (count: number) =>
    plural(count, {
      one: "1 tallennus on odottanut yli vuorokauden",
      other: `${count} tallennusta on odottanut yli vuorokauden`,
    }),
  wantedText: "Tee varmuuskopio siltä varalta, että laite katoaa.",
  haveBackup: "Minulla on vanhan laitteeni varmuuskopio",
  haveBackupHint: "Voit tuoda tiedot siitä heti käyttöönoton jälkeen.",
};
