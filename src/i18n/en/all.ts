import type { Texts } from "../fi/all.ts";
import { after } from "./after.ts";
import { appointments } from "./appointments.ts";
import { area } from "./area.ts";
import { backup } from "./backup.ts";
import { calendar } from "./calendar.ts";
import { calls, reminders } from "./calls.ts";
import { busyTimes } from "./busy-times.ts";
import { calendarFeed } from "./calendar-feed.ts";
import { common } from "./common.ts";
import { conflicts } from "./conflicts.ts";
import { earlier } from "./earlier.ts";
import { enrolment } from "./enrolment.ts";
import { exchange } from "./exchange.ts";
import { failures } from "./failures.ts";
import { finder } from "./finder.ts";
import { form } from "./form.ts";
import { handOver } from "./hand-over.ts";
import { holding } from "./holding.ts";
import { hours } from "./hours.ts";
import { meeting } from "./meeting.ts";
import { registration } from "./registration.ts";
import { series } from "./series.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { slots } from "./slots.ts";
import { states } from "./states.ts";
import { today } from "./today.ts";
import { tray } from "./tray.ts";
import { unlock } from "./unlock.ts";
import { waitingList } from "./waiting-list.ts";
import { words } from "./words.ts";

export const texts: Texts = {
  after,
  appointments,
  area,
  backup,
  calendar,
  calls,
  busyTimes,
  calendarFeed,
  common,
  conflicts,
  earlier,
  enrolment,
  exchange,
  failures,
  finder,
  form,
  handOver,
  holding,
  hours,
  meeting,
  registration,
  reminders,
  series,
  settings,
  shell,
  slots,
  states,
  today,
  tray,
  unlock,
  waitingList,
  words,
};
