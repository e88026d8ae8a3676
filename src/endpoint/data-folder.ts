import { mkdirSync } from "node:fs";

/** Makes the data folder if it is not there. Only its owner may look into one that is made. */
export const makeDataFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};
