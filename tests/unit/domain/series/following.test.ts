import { describe, expect, test } from "vitest";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, dayMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import { type Appointment, appointmentKind } from "#domain/kinds/appointment.ts";
import { readValues } from "#domain/fields/field.ts";
import { fromLocal, toLocal } from "#domain/local-time.ts";
import {
  type Change,
  followingChanges,
  followingTimes,
  type SeriesTime,
} from "#domain/series/following.ts";
import type { Slot } from "#domain/times/slot.ts";

const idOf = (name: string) => name.padEnd(22, "0") as RecordId;
const series = idOf("series");
const [kuhmo, kajaani] = [idOf("kuhmo"), idOf("kajaani")];
const [aino, eero] = [idOf("aino"), idOf("eero")] as string[] as MemberId[];
const first = fromLocal("2027-03-04" as never, 600);
const weekMs = 7 * dayMs;

/** The weekly Thursdays at ten around a change of the clocks, on 28 March. */
const timesOf = (count = 5): SeriesTime[] =>
  Array.from({ length: count }, (_, index): SeriesTime => {
    const start = fromLocal(toLocal(addMs(first, index * weekMs + hourMs)).date, 600);
    const slot: Slot = {
      start,
      end: addMs(start, 45 * minuteMs),
      place: kuhmo,
      adviser: aino as MemberId,
    };
    return {
      id: idOf(`t${index}`),
      values: {
        ...(readValues(appointmentKind.fields, {}) as Appointment),
        slot,
        series,
        occurrence: start,
      },
    };
  });
const withValues = (time: SeriesTime, values: Partial<Appointment>): SeriesTime => ({
  ...time,
  values: { ...time.values, ...values },
});
const movedBy = (time: SeriesTime, ms: number): SeriesTime => {
  const { slot } = time.values;
  return withValues(time, {
    slot: { ...slot, start: addMs(slot.start, ms), end: addMs(slot.end, ms) },
  });
};
const wall = (at: Instant) => {
  const { date, minute } = toLocal(at);
  return `${date} ${minute / 60}`;
};
const changesOf = (all: readonly SeriesTime[], changes: readonly Change[]) => {
  const [anchor, ...following] = all;
  if (anchor === undefined) throw new Error("no times");
  return followingChanges(anchor, changes, following);
};
const startsAfter = (made: ReturnType<typeof changesOf>) =>
  [...made.values()].flatMap((changes) =>
    changes.flatMap(({ field, value }) => (field === "slot" ? wall((value as Slot).start) : [])),
  );

describe("the times that follow one of a series", () => {
  test("are those that come after it by the rule, have not begun, and are booked", () => {
    const [before, anchor, moved, cancelled, last] = timesOf() as [
      SeriesTime,
      SeriesTime,
      SeriesTime,
      SeriesTime,
      SeriesTime,
    ];
    const all = [
      last,
      before,
      anchor,
      movedBy(moved, -14 * dayMs),
      withValues(cancelled, { status: "cancelled" }),
      withValues(last, { series: idOf("other") }),
      { ...withValues(last, { occurrence: null }), id: idOf("x") },
    ];
    const now = addMs(anchor.values.slot.start, -20 * dayMs);
    expect(followingTimes(all, anchor, now).map(({ id }) => id)).toEqual([moved.id, last.id]);
    expect(followingTimes(all, anchor, last.values.slot.start)).toEqual([]);
    expect(followingTimes(all, withValues(anchor, { series: null }), now)).toEqual([]);
  });
});

describe("a change of one time and all that follow", () => {
  test("moves them to the same weekday and hour by the clock on the wall, over a change of the clocks", () => {
    const all = timesOf();
    const slot = movedBy(all[0] as SeriesTime, -2 * dayMs + 3 * hourMs).values.slot;
    const made = changesOf(all, [{ field: "slot", value: slot }]);
    expect(startsAfter(made)).toEqual([
      "2027-03-09 13",
      "2027-03-16 13",
      "2027-03-23 13",
      "2027-03-30 13",
    ]);
    const [change, moved] = made.get(idOf("t1")) ?? [];
    expect(change?.value).toMatchObject({ place: kuhmo, adviser: aino });
    const before = all[1]?.values.slot.start;
    expect(moved).toEqual({ field: "movedFrom", value: { start: before, adviser: aino } });
  });

  test("leaves alone what was changed by itself: the hours of one, the place of another, the length of a third", () => {
    const [anchor, early, elsewhere, longer, plain] = timesOf() as [
      SeriesTime,
      SeriesTime,
      SeriesTime,
      SeriesTime,
      SeriesTime,
    ];
    const all = [
      anchor,
      movedBy(early, -hourMs),
      withValues(elsewhere, { slot: { ...elsewhere.values.slot, place: kajaani } }),
      withValues(longer, {
        slot: { ...longer.values.slot, end: addMs(longer.values.slot.end, hourMs) },
      }),
      plain,
    ];
    const { slot } = movedBy(anchor, 2 * hourMs).values;
    const made = changesOf(all, [
      { field: "slot", value: { ...slot, adviser: eero as MemberId, place: null } },
    ]);
    const slotOf = (id: RecordId) =>
      (made.get(id) ?? []).find(({ field }) => field === "slot")?.value as Slot;
    expect(wall(slotOf(early.id).start)).toBe("2027-03-11 9");
    expect(slotOf(early.id)).toMatchObject({ place: null, adviser: eero });
    expect(wall(slotOf(elsewhere.id).start)).toBe("2027-03-18 12");
    expect(slotOf(elsewhere.id)).toMatchObject({ place: kajaani, adviser: eero });
    expect(wall(slotOf(longer.id).start)).toBe("2027-03-25 10");
    expect(slotOf(longer.id)).toMatchObject({ place: null, adviser: eero });
    expect(wall(slotOf(plain.id).start)).toBe("2027-04-01 12");
    expect((made.get(early.id) ?? []).some(({ field }) => field === "movedFrom")).toBe(false);
  });

  test("moves them by the plan also from a time that had been moved by itself", () => {
    const all = timesOf();
    const anchor = movedBy(all[0] as SeriesTime, dayMs);
    const { slot } = movedBy(anchor, dayMs).values;
    const made = changesOf([anchor, ...all.slice(1)], [{ field: "slot", value: slot }]);
    expect(startsAfter(made)).toEqual([
      "2027-03-13 10",
      "2027-03-20 10",
      "2027-03-27 10",
      "2027-04-03 10",
    ]);
  });

  test("can be made twice: what was moved together stays together", () => {
    const all = timesOf();
    const [anchor] = all as [SeriesTime];
    const once = movedBy(anchor, dayMs).values.slot;
    const made = changesOf(all, [{ field: "slot", value: once }]);
    const after = all.map((time) => {
      const to = made.get(time.id)?.find(({ field }) => field === "slot")?.value;
      return withValues(time, { slot: (to as Slot | undefined) ?? once });
    });
    const twice = movedBy(after[0] as SeriesTime, hourMs).values.slot;
    expect(startsAfter(changesOf(after, [{ field: "slot", value: twice }]))).toEqual([
      "2027-03-12 11",
      "2027-03-19 11",
      "2027-03-26 11",
      "2027-04-02 11",
    ]);
  });

  test("takes along what they share otherwise, and nothing of what is one meeting's own", () => {
    const all = timesOf(3).map((time, index) =>
      withValues(time, index === 1 ? { guidance: "employment" } : {}),
    );
    const made = changesOf(all, [
      { field: "guidance", value: "vocational" },
      { field: "coLeaders.m1", value: { member: eero as MemberId } },
      { field: "note", value: "Oma." },
      { field: "status", value: "cancelled" },
      { field: "minutes", value: 30 },
    ]);
    expect([...made]).toEqual([
      [
        idOf("t2"),
        [
          { field: "guidance", value: "vocational" },
          { field: "coLeaders.m1", value: { member: eero } },
        ],
      ],
      [idOf("t1"), [{ field: "coLeaders.m1", value: { member: eero } }]],
    ]);
  });

  test("keeps what a time is given out of at another place, and names none for another time", () => {
    const [anchor, next] = timesOf(2) as [SeriesTime, SeriesTime];
    const { slot } = anchor.values;
    const given = withValues(next, { slot: { ...next.values.slot, allotment: idOf("held") } });
    const slotAfter = (value: Slot) =>
      changesOf([anchor, given], [{ field: "slot", value }]).get(given.id)?.[0]?.value;
    expect(slotAfter({ ...slot, place: kajaani })).toHaveProperty("allotment", idOf("held"));
    const later = { ...slot, start: addMs(slot.start, hourMs), end: addMs(slot.end, hourMs) };
    expect(slotAfter(later)).not.toHaveProperty("allotment");
    expect(slotAfter({ ...slot, adviser: eero as MemberId })).not.toHaveProperty("allotment");
  });
});
