import type { Kind } from "../kind.ts";
import { absenceKind } from "./absence.ts";
import { adviserKind } from "./adviser.ts";
import { allotmentKind } from "./allotment.ts";
import { appointmentKind } from "./appointment.ts";
import { areaKind } from "./area.ts";
import { attendanceKind } from "./attendance.ts";
import { busyKind } from "./busy.ts";
import { clientKind } from "./client.ts";
import { conflictKind } from "./conflict.ts";
import { eventKind } from "./event.ts";
import { memoKind } from "./memo.ts";
import { organisationKind } from "./organisation.ts";
import { placeKind } from "./place.ts";
import { referralKind } from "./referral.ts";
import { seriesKind } from "./series.ts";
import { teamKind } from "./team.ts";
import { waitingKind } from "./waiting.ts";

/** Every kind of record this version knows. Records of other kinds are kept and passed on as they are. */
export const kinds: readonly Kind[] = [
  absenceKind,
  adviserKind,
  allotmentKind,
  appointmentKind,
  areaKind,
  attendanceKind,
  busyKind,
  clientKind,
  conflictKind,
  eventKind,
  memoKind,
  organisationKind,
  placeKind,
  referralKind,
  seriesKind,
  teamKind,
  waitingKind,
];

const kindsByName = new Map(kinds.map((kind) => [kind.name, kind]));

/** The declaration of a kind, or `undefined` for one of another version. */
export const kindOf = (name: string): Kind | undefined => kindsByName.get(name);
