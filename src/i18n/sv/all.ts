import type { Texts } from "../fi/all.ts";
import { appointments } from "./appointments.ts";
import { backup } from "./backup.ts";
import { calendar } from "./calendar.ts";
import { common } from "./common.ts";
import { conflicts } from "./conflicts.ts";
import { earlier } from "./earlier.ts";
import { enrolment } from "./enrolment.ts";
import { exchange } from "./exchange.ts";
import { failures } from "./failures.ts";
import { form } from "./form.ts";
import { handOver } from "./hand-over.ts";
import { holding } from "./holding.ts";
import { registration } from "./registration.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { slots } from "./slots.ts";
import { today } from "./today.ts";
import { tray } from "./tray.ts";
import { unlock } from "./unlock.ts";
import { words } from "./words.ts";

export const texts: Texts = {
  appointments,
  backup,
  calendar,
  common,
  conflicts,
  earlier,
  enrolment,
  exchange,
  failures,
  form,
  handOver,
  holding,
  registration,
  settings,
  shell,
  slots,
  today,
  tray,
  unlock,
  words,
};
