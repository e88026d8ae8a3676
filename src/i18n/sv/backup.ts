import { makePlural } from "../plural.ts";
import type { backup as finnish } from "../fi/backup.ts";

const plural = makePlural("sv");

const saves = (count: number) =>
  plural(count, { one: "1 sparad ändring", other: `${count} sparade ändringar` });
const refusals = (count: number) =>
  plural(count, {
    one: "1 ändring som inte kom fram",
    other: `${count} ändringar som inte kom fram`,
  });
const drafts = (count: number) => plural(count, { one: "1 utkast", other: `${count} utkast` });

export const backup: typeof finnish = {
  title: "Enhetens säkerhetskopia",
  text: "En förseglad fil med det som finns på enheten. Om enheten försvinner eller går sönder fortsätter en ny från filen.",
  contents: "I kopian kommer",
  unsent: "Osänt",
  refused: "Kom inte fram",
  drafts: "Utkast",
  records: "Uppgifter totalt",
  last: (time) => `Senast tagen ${time}.`,
  never: "Ingen kopia har tagits från den här enheten.",
  countFailed: "Enhetens minne kunde inte läsas.",
  passphrase: "Kopians lösenfras",
  passphraseHint:
    "Minst 12 tecken eller fyra ord. Den får vara samma som enhetens. Utan den öppnas kopian inte.",
  make: "Gör säkerhetskopia",
  making: "Säkerhetskopian görs",
  fileName: (date) => `katve-sakerhetskopia-${date}.txt`,
  ready: "Säkerhetskopian är klar",
  readyText:
    "Spara filen någon annanstans än på den här enheten. Den är förseglad med lösenfrasen.",
  share: "Dela",
  shareFailed: "Det gick inte att dela. Spara kopian som fil.",
  save: "Spara som fil",
  taken: "Säkerhetskopian är tagen.",
  bringTitle: "Hämta in en säkerhetskopia",
  bringText:
    "Hämta in kopian från din egen gamla enhet. Inget går förlorat eller kommer två gånger, även om den gamla enheten sänder samma ändringar.",
  file: "Säkerhetskopia",
  chooseFile: "Välj fil",
  noFile: "Ingen fil vald",
  fileRequired: "Välj först en fil.",
  filePassphrase: "Lösenfrasen som kopian fick",
  bring: "Hämta in",
  bringing: "Säkerhetskopian hämtas in",
  brought: "Säkerhetskopian är inhämtad",
  broughtWhat: (counts) =>
    [
      ...(counts.saves > 0 ? [`${saves(counts.saves)} sänds när det finns förbindelse`] : []),
      ...(counts.refused > 0 ? [refusals(counts.refused)] : []),
      ...(counts.drafts > 0 ? [drafts(counts.drafts)] : []),
    ].join(", "),
  leftDrafts: (count) =>
    `${plural(count, { one: "Ett utkast", other: `${count} utkast` })} blev kvar i kopian, eftersom samma formulär är påbörjat på den här enheten. Slutför eller förkasta det och hämta sedan in kopian på nytt.`,
  broughtNothing: "Kopian innehöll inget som inte redan finns på enheten.",
  madeAt: (time) => `Kopian gjordes ${time}.`,
  wanted: (count) =>
    plural(count, {
      one: "1 sparad ändring har väntat över ett dygn",
      other: `${count} sparade ändringar har väntat över ett dygn`,
    }),
  wantedText: "Gör en säkerhetskopia ifall enheten försvinner.",
  haveBackup: "Jag har en säkerhetskopia av min gamla enhet",
  haveBackupHint: "Du får hämta in den genast efter ibruktagningen.",
};
