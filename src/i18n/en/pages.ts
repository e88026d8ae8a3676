import type { PageTexts } from "../fi/pages.ts";
import { after } from "./after.ts";
import { appointments } from "./appointments.ts";
import { area } from "./area.ts";
import { busyTimes } from "./busy-times.ts";
import { calendarFeed } from "./calendar-feed.ts";
import { calendar } from "./calendar.ts";
import { calls } from "./calls.ts";
import { conflicts } from "./conflicts.ts";
import { earlier } from "./earlier.ts";
import { enrolment } from "./enrolment.ts";
import { erased } from "./erased.ts";
import { finder } from "./finder.ts";
import { handOver } from "./hand-over.ts";
import { hours } from "./hours.ts";
import { meeting } from "./meeting.ts";
import { series } from "./series.ts";
import { waitingList } from "./waiting-list.ts";

export const pages: PageTexts = {
  after,
  appointments,
  area,
  busyTimes,
  calendar,
  calendarFeed,
  calls,
  conflicts,
  earlier,
  enrolment,
  erased,
  finder,
  handOver,
  hours,
  meeting,
  series,
  waitingList,
};
