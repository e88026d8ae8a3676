import type { unlock as finnish } from "../fi/unlock.ts";

export const unlock: typeof finnish = {
  title: "Open Katve",
  looking: "Looking for the data on this device",
  text: "The data is on this device, locked.",
  unsentText:
    "Changes that are not sent yet are safe and leave once you open and there is a connection.",
  revokedText: "This device has been taken out of use, and the records have left it.",
  revokedUnsentText:
    "Your unsent changes are still safe, but they will not leave this device. Open Katve and make a backup of them.",
  passphrase: "Passphrase",
  show: "Show the passphrase",
  hide: "Hide the passphrase",
  open: "Open",
  opening: "Opening",
  required: "Write the passphrase.",
  wait: (time) => `Too many wrong tries. You can try again in ${time}.`,
  canTry: "You can try again now.",
};
