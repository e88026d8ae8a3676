import { carryCommand } from "./carry.ts";
import { codeCommand } from "./code.ts";
import { backupCommand } from "./backup.ts";
import type { Command, DataCommand } from "./command.ts";
import { devicesCommand } from "./devices.ts";
import { joinCommand } from "./join.ts";
import { leaveCommand } from "./leave.ts";
import { feedsCommand } from "./feeds.ts";
import { findCommand } from "./find.ts";
import { eraseCommand } from "./erase.ts";
import { membersCommand } from "./members.ts";
import { purgeCommand } from "./purge.ts";
import { restoreCommand } from "./restore.ts";
import { restoredCommand } from "./restored.ts";
import { revokeCommand } from "./revoke.ts";
import { teamsCommand } from "./teams.ts";

/** Every command on an open database, by its name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ["code", codeCommand],
  ["join", joinCommand],
  ["leave", leaveCommand],
  ["members", membersCommand],
  ["teams", teamsCommand],
  ["devices", devicesCommand],
  ["revoke", revokeCommand],
  ["feeds", feedsCommand],
  ["carry", carryCommand],
  ["restored", restoredCommand],
  ["purge", purgeCommand],
  ["find", findCommand],
  ["erase", eraseCommand],
]);

/** Every command on the data as files, by its name. */
export const dataCommands: ReadonlyMap<string, DataCommand> = new Map([
  ["backup", backupCommand],
  ["restore", restoreCommand],
]);
