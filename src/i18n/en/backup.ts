import { makeList } from "../list.ts";
import { makePlural } from "../plural.ts";
import type { backup as finnish } from "../fi/backup.ts";

const plural = makePlural("en");
const list = makeList("en");

const saves = (count: number) =>
  plural(count, { one: "1 save to send", other: `${count} saves to send` });
const refusals = (count: number) =>
  plural(count, {
    one: "1 change that did not get through",
    other: `${count} changes that did not get through`,
  });
const drafts = (count: number) => plural(count, { one: "1 draft", other: `${count} drafts` });

export const backup: typeof finnish = {
  title: "Backup of this device",
  text: "One sealed file of what is on this device. If the device is lost or breaks, a new one goes on from the file.",
  contents: "What the backup holds",
  unsent: "Unsent",
  refused: "Did not get through",
  drafts: "Drafts",
  records: "Appointments, clients and other records",
  last: (time) => `Last taken ${time}.`,
  never: "No backup has been taken from this device yet.",
  countFailed: "The device's storage could not be read.",
  passphrase: "Passphrase of the backup",
  passphraseHint:
    "At least 12 characters or four words. It may be the device's own. Without it the backup does not open.",
  make: "Make a backup",
  making: "Making the backup",
  fileName: (date) => `katve-backup-${date}.txt`,
  ready: "The backup is ready",
  readyText: "Keep the file somewhere else than on this device. It is sealed with the passphrase.",
  share: "Share",
  shareFailed: "Sharing did not work. Save the backup as a file.",
  save: "Save as a file",
  taken: "Backup taken.",
  bringTitle: "Bring in a backup",
  bringText:
    "Bring in the backup of your own old device. Nothing is lost and nothing comes twice, even if the old device sends the same changes.",
  file: "Backup file",
  chooseFile: "Choose a file",
  noFile: "No file chosen",
  fileRequired: "Choose a file first.",
  filePassphrase: "The passphrase the backup was given",
  bring: "Bring in",
  bringing: "Bringing in the backup",
  brought: "Backup brought in",
  broughtWhat: (counts) => {
    const parts = [
      ...(counts.saves > 0 ? [saves(counts.saves)] : []),
      ...(counts.refused > 0 ? [refusals(counts.refused)] : []),
      ...(counts.drafts > 0 ? [drafts(counts.drafts)] : []),
    ];
    return parts.length === 0 ? "" : `The backup brought ${list(parts)}.`;
  },
  leftDrafts: (count) =>
    `${plural(count, { one: "One draft", other: `${count} drafts` })} stayed in the backup, because the same form is under way on this device. Finish or discard it, then bring the backup in again.`,
  broughtNothing: "The backup held nothing that is not on this device already.",
  madeAt: (time) => `The backup was made ${time}.`,
  wanted: (count) =>
    plural(count, {
      one: "1 save has waited for over a day",
      other: `${count} saves have waited for over a day`,
    }),
  wantedText: "Make a backup in case the device is lost.",
  haveBackup: "I have a backup of my old device",
  haveBackupHint: "You can bring it in right after this.",
};
