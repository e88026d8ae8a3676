import { makeList } from "../list.ts";
import { makePlural } from "../plural.ts";
import type { backup as finnish } from "../fi/backup.ts";

const plural = makePlural("sv");
const list = makeList("sv");

const saves = (count: number) =>
  plural(count, { one: "1 ändring att skicka", other: `${count} ändringar att skicka` });
const refusals = (count: number) =>
  plural(count, {
    one: "1 ändring som inte kom fram",
    other: `${count} ändringar som inte kom fram`,
  });
const drafts = (count: number) => plural(count, { one: "1 utkast", other: `${count} utkast` });

export const backup: typeof finnish = {
  title: "Enhetens säkerhetskopia",
  text: "En krypterad fil med det som finns på enheten. Om enheten försvinner eller går sönder fortsätter arbetet från filen på en ny enhet.",
  contents: "Kopians innehåll",
  unsent: "Inte skickat",
  refused: "Kom inte fram",
  drafts: "Utkast",
  records: "Tider, kunder och andra uppgifter",
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
    "Spara filen någon annanstans än på den här enheten. Den öppnas bara med kopians lösenfras.",
  share: "Dela",
  shareFailed: "Det gick inte att dela. Spara kopian som fil.",
  save: "Spara som fil",
  taken: "Säkerhetskopian är tagen.",
  bringTitle: "Hämta uppgifter från en säkerhetskopia",
  bringText:
    "Välj kopian från din egen gamla enhet. Inget går förlorat och inget kommer två gånger, även om den gamla enheten skickar samma ändringar.",
  file: "Säkerhetskopia",
  chooseFile: "Välj fil",
  noFile: "Ingen fil vald",
  fileRequired: "Välj först en fil.",
  filePassphrase: "Lösenfrasen som kopian fick",
  bring: "Hämta uppgifterna",
  bringing: "Uppgifterna hämtas",
  brought: "Uppgifterna är hämtade",
  broughtWhat: (counts) => {
    const parts = [
      ...(counts.saves > 0 ? [saves(counts.saves)] : []),
      ...(counts.refused > 0 ? [refusals(counts.refused)] : []),
      ...(counts.drafts > 0 ? [drafts(counts.drafts)] : []),
    ];
    return parts.length === 0 ? "" : `Kopian innehöll ${list(parts)}.`;
  },
  leftDrafts: (count) =>
    `${plural(count, { one: "Ett utkast", other: `${count} utkast` })} blev kvar i kopian, eftersom samma formulär är påbörjat på den här enheten. Slutför eller förkasta det och hämta sedan uppgifterna från kopian på nytt.`,
  broughtNothing: "Kopian innehöll inget som inte redan finns på enheten.",
  madeAt: (time) => `Kopian gjordes ${time}.`,
  wanted: (count) =>
    plural(count, {
      one: "1 sparad ändring har väntat över ett dygn",
      other: `${count} sparade ändringar har väntat över ett dygn`,
    }),
  wantedText: "Gör en säkerhetskopia ifall enheten försvinner.",
  haveBackup: "Jag har en säkerhetskopia av min gamla enhet",
  haveBackupHint: "Du kan hämta uppgifterna från den genast efter ibruktagningen.",
};
