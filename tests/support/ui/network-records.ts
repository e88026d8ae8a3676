import type { MemberId, RecordId } from "#domain/ids.ts";
import { makeRecordId } from "#domain/ids.ts";
import { addMs, minuteMs } from "#domain/instant.ts";
import type { LocalDate } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { Span } from "#domain/kinds/absence.ts";
import type { WorkingHours } from "#domain/kinds/adviser.ts";
import type { Slot } from "#domain/times/slot.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import { testArea, testTeam } from "../device.ts";
import { makeSeededChance } from "../platform.ts";

const chance = makeSeededChance(4_711);

const state = (
  kind: string,
  home: RecordState["home"],
  fields: RecordState["fields"],
  id: RecordId = makeRecordId(chance),
): RecordState => ({ id, kind, home, shares: [], ver: 1, deleted: false, fields });

/** The area and the places the tests are played in: municipalities are real, everybody is invented. */
export const kuhmoPlace: RecordState = state("place", testArea, {
  name: "Kuhmon kaupungin työpaja",
  municipality: "290",
  organisation: null,
});
export const kajaaniPlace: RecordState = state("place", testArea, {
  name: "Kajaanin toimisto",
  municipality: "205",
  organisation: null,
});
export const areaState: RecordState = state(
  "area",
  testArea,
  {
    nameFi: "Esimerkkialue",
    nameSv: "Exempelområdet",
    nameEn: "Example area",
    municipalities: [
      { code: "290", name: "Kuhmo" },
      { code: "205", name: "Kajaani" },
    ],
  },
  testArea as string as RecordId,
);
export const teamState: RecordState = state(
  "team",
  testArea,
  { name: "Esimerkkitiimi" },
  testTeam as string as RecordId,
);

export const adviserState = (
  member: MemberId,
  name: string,
  hours: readonly WorkingHours[] = [],
): RecordState =>
  state("adviser", testArea, { name, team: testTeam, hours }, member as string as RecordId);

/** An adviser is away from one moment to another. */
export const absenceRecord = (adviser: MemberId, span: Span): RecordState =>
  state("absence", testTeam, { adviser, span });

/** What another calendar of an adviser says. */
export const busyRecord = (adviser: MemberId, label: string, spans: readonly Span[]): RecordState =>
  state("busy", testTeam, { adviser, label, spans, readAt: spans[0]?.start ?? 0 });

export const organisationRecord = (name: string, until: string | null = null): RecordState =>
  state("organisation", testArea, { name, kinds: [], municipalities: [], since: null, until });

/** A client on the roster of a meeting. */
export const attendanceRecord = (appointment: RecordState, client: RecordState): RecordState =>
  state("attendance", testTeam, {
    appointment: appointment.id,
    client: client.id,
    came: "expected",
    minutes: null,
  });

/** The same record as somebody else has made it. */
export const changedBy = (record: RecordState, fields: RecordState["fields"]): RecordState => ({
  ...record,
  ver: record.ver + 1,
  fields: { ...record.fields, ...fields },
});

export const clientRecord = (name: string, phone = ""): RecordState =>
  state("client", testTeam, { name, phone, language: "fi", note: "" });

/** An appointment of `adviser` on a day at a wall-clock time, as the endpoint gives it. */
export const appointmentRecord = (
  adviser: MemberId,
  client: RecordState | null,
  date: string,
  minute: number,
  more: {
    readonly minutes?: number;
    readonly place?: RecordState | null;
    readonly fields?: RecordState["fields"];
  } = {},
): RecordState => {
  const start = fromLocal(date as LocalDate, minute);
  return state("appointment", testTeam, {
    client: client?.id ?? null,
    guidance: "education",
    channel: "visit",
    slot: {
      start,
      end: addMs(start, (more.minutes ?? 45) * minuteMs),
      place: (more.place === undefined ? kuhmoPlace : more.place)?.id ?? null,
      adviser,
    },
    language: "fi",
    status: "booked",
    note: "",
    ...more.fields,
  });
};

/** A client who waits for a time since a day. */
export const waitingRecord = (
  client: RecordState,
  asked: string,
  fields: RecordState["fields"] = {},
): RecordState =>
  state("waiting", testTeam, {
    client: client.id,
    guidance: "education",
    channel: "visit",
    lengthInMinutes: 45,
    places: [],
    municipalities: [],
    when: [],
    asked,
    latest: null,
    status: "waiting",
    appointment: null,
    note: "",
    ...fields,
  });

/** Times of `adviser` that a device holds, from and to in minutes of the day, half an hour each. */
export const allotmentRecord = (
  adviser: MemberId,
  holder: string,
  date: string,
  { from, to, label }: { readonly from: number; readonly to: number; readonly label: string },
): RecordState =>
  state("allotment", testTeam, {
    label,
    holder,
    slot: {
      start: fromLocal(date as LocalDate, from),
      end: fromLocal(date as LocalDate, to),
      place: kuhmoPlace.id,
      adviser,
    },
    lengthInMinutes: 30,
    status: "open",
  });

/** The same record with the endpoint's word about its time: held, or in the way of `others`. */
export const promised = (
  record: RecordState,
  state: "held" | "clash",
  ...others: readonly RecordState[]
): RecordState => {
  const { start, end, adviser } = record.fields["slot"] as unknown as Slot;
  const promise = { state, with: others.map(({ id }) => id), at: start, start, end, adviser };
  return { ...record, fields: { ...record.fields, promise } };
};

export const conflictRecord = (
  record: RecordState,
  field: string,
  kept: Json,
  lost: Json,
  lostBy: string,
  lostAt: number,
): RecordState =>
  state("conflict", testTeam, {
    record: record.id,
    field,
    kept,
    lost,
    lostBy,
    lostAt,
    keptBy: "",
    keptAt: 0,
    state: "open",
    closed: null,
  });
