import { commands, dataCommands } from "./all.ts";
import type { Command, DataCommand } from "./command.ts";

/** What `npm run katve -- help` prints. */
export const help = (): string => {
  const lines = [...commands.values(), ...dataCommands.values()].map(
    ({ usage, summary }) => `  npm run katve -- ${usage}\n      ${summary}\n`,
  );
  return (
    `Administration of Katve. All but restore and restored may run while the endpoint does.\n\n${lines.join("")}\n` +
    "  npm run katve -- help COMMAND\n      the same of one command, and what else is good to know of it\n" +
    "  npm run katve -- --version\n      the version of the program\n\n" +
    "The same settings as for the endpoint tell where the data are and where people find it:\n" +
    "PORT, KATVE_DATA, DATABASE_URL, KATVE_ORIGIN.\n" +
    "Exit code 0: done. 1: not done, and why is in one line. 2: not understood.\n"
  );
};

/** What `npm run katve -- help COMMAND` prints. */
export const helpOf = ({ usage, summary, details }: Command | DataCommand): string =>
  `npm run katve -- ${usage}\n\n  ${summary}\n${details === undefined ? "" : `\n${details}`}`;
