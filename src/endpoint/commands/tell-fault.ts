import type { FileFault } from "../database/sqlite-file.ts";

/** One sentence about a file that is no whole backup. */
export const tellFault = (fault: FileFault, file: string): string =>
  ({
    missing: `There is no file ${file}.`,
    unreadable: `${file} cannot be read as a file.`,
    foreign: `${file} is no backup of Katve.`,
    damaged: `${file} is damaged, and cannot be restored.`,
  })[fault];
