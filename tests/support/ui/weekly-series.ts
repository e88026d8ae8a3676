import { makeRecordId, type RecordId } from "#domain/ids.ts";
import { addMs, dayMs, minuteMs } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import { type Appointment, appointmentKind } from "#domain/kinds/appointment.ts";
import { seriesKind } from "#domain/kinds/series.ts";
import { toLocal } from "#domain/local-time.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../device.ts";
import { makeSeededChance, thursdayMorning } from "../platform.ts";
import { expectOk } from "../result.ts";
import { bring, enrolAdviser } from "./device.ts";
import { kuhmoPlace } from "./network-records.ts";

/** The times of a series on an adviser's phone, each by its index. */
export type WeeklySeries = {
  readonly device: TestDevice;
  readonly times: readonly RecordId[];
  readonly timeAt: (index: number) => RecordId;
  readonly valuesOf: (index: number) => Appointment;
  /** The day and the hour of each. */
  readonly starts: () => string[];
  /** Writes fields of one, as another screen would. */
  readonly change: (index: number, fields: Fields) => Promise<void>;
  /** The endpoint takes all that is unsent, and a colleague changes a time right after, or deletes it. */
  readonly settleAndChange: (index: number, change: Partial<RecordState>) => Promise<void>;
};

/** Four Thursdays at nine, from a week ago on, and a fifth one that was moved to Friday by itself. */
export const enrolWithWeeklySeries = async (): Promise<WeeklySeries> => {
  const device = await enrolAdviser();
  const { store, member, team: home } = device;
  const chance = makeSeededChance(9);
  const series = makeRecordId(chance);
  const times = Array.from({ length: 5 }, () => makeRecordId(chance));
  const rule = "FREQ=WEEKLY;COUNT=5";
  const shared = { client: null, guidance: "education", channel: "visit", language: "fi" };
  expectOk(
    await store.write([
      {
        verb: "new",
        record: series,
        kind: seriesKind.name,
        home,
        fields: { title: "", rule, from: "2026-11-19" },
      },
      ...times.map((record, index) => {
        const occurrence = addMs(thursdayMorning, (index - 1) * 7 * dayMs);
        const start = index === 4 ? addMs(occurrence, dayMs) : occurrence;
        const end = addMs(start, 45 * minuteMs);
        const slot = { start, end, place: kuhmoPlace.id, adviser: member };
        const fields = { ...shared, slot, status: "booked", note: "", series, occurrence };
        return { verb: "new" as const, record, kind: appointmentKind.name, home, fields };
      }),
    ]),
  );
  const timeAt = (index: number) => {
    const time = times[index];
    if (time === undefined) throw new Error("the series has no such time");
    return time;
  };
  const shownOf = (id: RecordId) => {
    const state = store.ledger.shown(id);
    if (state === null) throw new Error("it is not here");
    return state;
  };
  const valuesOf = (index: number) => {
    const record = store.ledger.get(appointmentKind, timeAt(index));
    if (record === undefined) throw new Error("it is not here");
    return record.values;
  };
  return {
    device,
    times,
    timeAt,
    valuesOf,
    starts: () =>
      times.map((_, index) => {
        const { date, minute } = toLocal(valuesOf(index).slot.start);
        return `${date.slice(5)} ${minute / 60}`;
      }),
    async change(index, fields) {
      const sight = store.ledger.sightOf(timeAt(index));
      if (sight === null) throw new Error("it is not here");
      const edits = Object.entries(fields).map(([field, value]) => ({
        verb: "set" as const,
        sight,
        field,
        value,
      }));
      expectOk(await store.write(edits));
    },
    async settleAndChange(index, change) {
      const fates = new Map(store.exchange.unsent().map(({ id }) => [id, "stands"] as const));
      const states = times.map((id) => ({ ...shownOf(id), ver: 2 }));
      const echo = states.map((state) => ({ state, scopes: [device.team] }));
      const scopes = store.ledger.scopes();
      expectOk(await store.exchange.takeHeader({ fates, scopes, echo }));
      const state = { ...shownOf(timeAt(index)), ver: 3 };
      await bring(device, { ...state, ...change, fields: { ...state.fields, ...change.fields } });
    },
  };
};
