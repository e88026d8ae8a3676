import { backup } from "./backup.ts";
import { reminders } from "./calls.ts";
import { common } from "./common.ts";
import { exchange } from "./exchange.ts";
import { failures } from "./failures.ts";
import { form } from "./form.ts";
import { holding } from "./holding.ts";
import { registration } from "./registration.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { slots } from "./slots.ts";
import { states } from "./states.ts";
import { today } from "./today.ts";
import { tray } from "./tray.ts";
import { unlock } from "./unlock.ts";
import { words } from "./words.ts";

/** What the program says until somebody leaves the start page: it is loaded with the program. */
export const start = {
  backup,
  common,
  exchange,
  failures,
  form,
  holding,
  registration,
  reminders,
  settings,
  shell,
  slots,
  states,
  today,
  tray,
  unlock,
  words,
};

/** The other languages have to have this shape in full. */
export type StartTexts = typeof start;
