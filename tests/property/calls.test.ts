import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { addMs, dayMs, hourMs, minuteMs } from "#domain/instant.ts";
import type { Told } from "#domain/kinds/appointment.ts";
import { type AttendanceRecord, rostersOf } from "#domain/kinds/roster.ts";
import { type Callable, callsOf } from "#domain/meeting/calls.ts";
import { thursdayMorning } from "../support/platform.ts";
import { memberNamed, recordNamed } from "../unit/domain/edits.ts";

const now = thursdayMorning;
const [aino, oiva] = [memberNamed("aino"), memberNamed("oiva")];
const days = fc.integer({ min: -2, max: 4 });
const startOf = (day: number) => addMs(now, day * dayMs + hourMs);

const groups: fc.Arbitrary<readonly Callable[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom("g1", "g2", "g3"),
      day: days,
      before: fc.option(days),
      status: fc.constantFrom("booked", "cancelled", "done"),
      by: fc.option(fc.constantFrom("client", "adviser")),
      series: fc.option(fc.constant(recordNamed("series"))),
    })
    .map(({ id, day, before, status, by, series }): Callable => ({
      id: recordNamed(id),
      values: {
        slot: {
          start: startOf(day),
          end: addMs(startOf(day), 45 * minuteMs),
          place: null,
          adviser: aino,
        },
        status,
        cancelling: by === null ? null : { by, why: "" },
        movedFrom: before === null ? null : startOf(before),
        told: {},
        client: null,
        series,
      },
    })),
  { selector: ({ id }) => id },
);

const attendances: fc.Arbitrary<readonly AttendanceRecord[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 40 }),
      client: fc.constantFrom("a", "b", "c", "d"),
      meeting: fc.constantFrom("g1", "g2", "g3"),
    })
    .map(({ id, client, meeting }) => ({
      id: recordNamed(`id${id}`),
      values: {
        appointment: recordNamed(meeting),
        client: recordNamed(client),
        came: "expected",
        minutes: null,
        told: {},
      },
    })),
  { selector: ({ id }) => id, maxLength: 16 },
);

type Scene = { readonly times: readonly Callable[]; readonly people: readonly AttendanceRecord[] };
const scenes: fc.Arbitrary<Scene> = fc.record({ times: groups, people: attendances });

const callsIn = ({ times, people }: Scene) => {
  const rosters = rostersOf(people);
  return callsOf(times, (id) => rosters.get(id) ?? [], now);
};
/** Who is still to hear of what, one line for each time that a call is about. */
const untoldIn = (scene: Scene) =>
  callsIn(scene)
    .filter(({ told }) => told === null)
    .flatMap((call) => [call, ...call.later].map(({ of }) => `${of.id} ${call.client}`))
    .toSorted();

/** Notes in one record of each time of a call that its client was told, as a device does. */
const told = (scene: Scene, call: ReturnType<typeof callsIn>[number], by: string): Scene => {
  const marks = new Map<RecordId, Told>();
  for (const { of, attendee } of [call, ...call.later]) {
    const { slot, status } = of.values;
    if (attendee !== null) marks.set(attendee.records[0], { start: slot.start, status, at: now });
  }
  const people = scene.people.map(({ id, values }) => {
    const mark = marks.get(id);
    return mark === undefined
      ? { id, values }
      : { id, values: { ...values, told: { [by]: mark } } };
  });
  return { ...scene, people };
};

test("everybody on the roster of a coming group that is off or elsewhere in time is told of it, each once", () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const expected = scene.times.flatMap(({ id, values: { slot, status, movedFrom } }) => {
        const isMoved = status === "booked" && movedFrom !== null && movedFrom !== slot.start;
        const isNews = slot.start > now && (status === "cancelled" || isMoved);
        const clients = scene.people.filter(({ values }) => values.appointment === id);
        return isNews ? clients.map(({ values }) => `${id} ${values.client}`) : [];
      });
      expect(untoldIn(scene)).toEqual([...new Set(expected)].toSorted());
    }),
  );
});

test("a mark for one person takes away that one's call and no other's", () => {
  fc.assert(
    fc.property(scenes, fc.nat(), (scene, choice) => {
      const calls = callsIn(scene);
      const call = calls[choice % Math.max(calls.length, 1)];
      fc.pre(call !== undefined);
      const own = new Set([call, ...call.later].map(({ of }) => `${of.id} ${call.client}`));
      const before = untoldIn(scene);
      expect(untoldIn(told(scene, call, aino))).toEqual(before.filter((line) => !own.has(line)));
    }),
  );
});

test("two advisers who tick different people write different records, and come to the same list in either order", () => {
  fc.assert(
    fc.property(scenes, fc.nat(), fc.nat(), (scene, first, second) => {
      const calls = callsIn(scene);
      fc.pre(calls.length > 1);
      const one = calls[first % calls.length];
      const other = calls[second % calls.length];
      fc.pre(one !== undefined && other !== undefined && one !== other);
      const recordsOf = (call: typeof one) =>
        [call, ...call.later].map(({ attendee }) => attendee?.records[0]);
      expect(recordsOf(one).filter((id) => recordsOf(other).includes(id))).toEqual([]);
      const [there, back] = [
        told(told(scene, one, aino), other, oiva),
        told(told(scene, other, oiva), one, aino),
      ];
      expect(untoldIn(there)).toEqual(untoldIn(back));
    }),
  );
});
