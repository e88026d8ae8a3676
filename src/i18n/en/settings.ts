import type { settings as finnish } from "../fi/settings.ts";

export const settings: typeof finnish = {
  title: "Settings",
  appearance: "Appearance",
  appearances: { system: "As the device", light: "Light", dark: "Dark" },
  lock: "Lock now",
  lockText:
    "Once locked, Katve opens only with the passphrase. Changes that are not sent yet stay.",
  device: "This device",
  member: "User",
  deviceId: "Device id",
  team: "Team",
  storage: "Storage",
  persisted: "The browser does not remove the data by itself.",
  notPersisted: "The browser may remove data if the device runs out of space.",
  persist: "Ask for lasting storage",
  persistRefused: "The browser did not agree yet. Adding Katve to the home screen helps.",
  unknownStorage: "The browser does not say whether it keeps the data for good.",
  exchange: "Connection",
  unsent: (count) =>
    count === 1 ? "1 save is waiting to be sent." : `${count} saves are waiting to be sent.`,
  last: (time) => `Last connected ${time}.`,
  neverYet: "The device has not been connected yet.",
  clockAhead: (length) => `The device's clock is ${length} ahead`,
  clockBehind: (length) => `The device's clock is ${length} behind`,
  clockAdvice:
    "Set date and time to automatic in the device's own settings, not in Katve. Nothing is lost.",
};
