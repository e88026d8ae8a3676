import { describe, expect, test } from "vitest";
import { addMs, dayMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import type { Told } from "#domain/kinds/appointment.ts";
import type { RosterClient } from "#domain/kinds/roster.ts";
import { type Callable, callsOf } from "#domain/meeting/calls.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const now = thursdayMorning;
const me = memberNamed("aino");

const appointment = (
  id: string,
  start: Instant,
  more: Partial<Callable["values"]> = {},
): Callable => ({
  id: recordNamed(id),
  values: {
    slot: { start, end: addMs(start, 45 * minuteMs), place: null, adviser: me },
    status: "booked",
    cancelling: null,
    movedFrom: null,
    told: {},
    client: recordNamed("client"),
    series: null,
    ...more,
  },
});
const told = (start: Instant, at: Instant, status = "booked"): Told => ({ start, at, status });
const nobody = (): readonly RosterClient[] => [];
const callsTo = (appointments: readonly Callable[], at: Instant) =>
  callsOf(appointments, nobody, at);
const reasonsOf = (...appointments: Callable[]) =>
  callsTo(appointments, now).map(({ reason }) => reason);

const soon = addMs(now, 2 * hourMs);
const tomorrow = addMs(now, dayMs);
const nextWeek = addMs(now, 7 * dayMs);
const yesterday = addMs(now, -dayMs);

describe("whom to call today", () => {
  test("is whoever comes today or tomorrow, and nobody else who simply comes", () => {
    expect(reasonsOf(appointment("soon", soon))).toEqual(["reminder"]);
    expect(reasonsOf(appointment("late", addMs(now, dayMs + 14 * hourMs)))).toEqual(["reminder"]);
    expect(reasonsOf(appointment("after", addMs(now, dayMs + 15 * hourMs)))).toEqual([]);
    expect(reasonsOf(appointment("begun", addMs(now, -minuteMs)))).toEqual([]);
  });

  test("is whose coming time was called off by another, or moved, however far ahead", () => {
    const off = { status: "cancelled" };
    const byAdviser = { ...off, cancelling: { by: "adviser", why: "" } };
    const byClient = { ...off, cancelling: { by: "client", why: "" } };
    expect(reasonsOf(appointment("adviser", nextWeek, byAdviser))).toEqual(["cancelled"]);
    expect(reasonsOf(appointment("nobody", nextWeek, off))).toEqual(["cancelled"]);
    expect(reasonsOf(appointment("client", nextWeek, byClient))).toEqual([]);
    expect(reasonsOf(appointment("past", yesterday, byAdviser))).toEqual([]);
    expect(reasonsOf(appointment("moved", nextWeek, { movedFrom: soon }))).toEqual(["moved"]);
    expect(reasonsOf(appointment("back", nextWeek, { movedFrom: nextWeek }))).toEqual([]);
  });

  test("is who did not come, for a week", () => {
    const missing = { status: "no-show" };
    expect(reasonsOf(appointment("just", addMs(now, -minuteMs), missing))).toEqual(["no-show"]);
    expect(reasonsOf(appointment("week", addMs(now, -7 * dayMs), missing))).toEqual(["no-show"]);
    expect(reasonsOf(appointment("older", addMs(now, -8 * dayMs), missing))).toEqual([]);
  });

  test("is nobody for a time without a client, nor for one who is here or was", () => {
    expect(reasonsOf(appointment("open", soon, { client: null }))).toEqual([]);
    expect(reasonsOf(appointment("here", soon, { status: "arrived" }))).toEqual([]);
    expect(reasonsOf(appointment("met", yesterday, { status: "done" }))).toEqual([]);
  });

  test("begins with what changes somebody's plans, and goes by the time", () => {
    const calls = callsTo(
      [
        appointment("missing", yesterday, { status: "no-show" }),
        appointment("tomorrow", tomorrow),
        appointment("soon", soon),
        appointment("moved", nextWeek, { movedFrom: soon }),
        appointment("off", nextWeek, { status: "cancelled" }),
      ],
      now,
    );
    const names = ["off", "moved", "soon", "tomorrow", "missing"];
    expect(calls.map(({ of }) => of.id)).toEqual(names.map(recordNamed));
  });
});

describe("a series that was moved", () => {
  const series = recordNamed("series");
  const moved = { series, movedFrom: soon };
  const inWeeks = (weeks: number) => addMs(now, weeks * 7 * dayMs);

  test("is one call to its client, at the first of its times", () => {
    const calls = callsTo(
      [
        appointment("third", inWeeks(3), moved),
        appointment("first", inWeeks(1), moved),
        appointment("second", inWeeks(2), moved),
      ],
      now,
    );
    expect(calls).toMatchObject([{ of: { id: recordNamed("first") }, reason: "moved" }]);
    expect(calls[0]?.later.map(({ of }) => of.id)).toEqual(["second", "third"].map(recordNamed));
  });

  test("is a call to each of its clients, and one about what is off by itself", () => {
    const calls = callsTo(
      [
        appointment("one", inWeeks(1), moved),
        appointment("two", inWeeks(2), { ...moved, client: recordNamed("another") }),
        appointment("off", inWeeks(3), { series, status: "cancelled" }),
      ],
      now,
    );
    expect(calls.map(({ reason, later }) => [reason, later.length])).toEqual([
      ["cancelled", 0],
      ["moved", 0],
      ["moved", 0],
    ]);
  });

  test("leaves what was told already out of what is still to be told", () => {
    const first = appointment("first", inWeeks(1), {
      ...moved,
      told: { [me]: told(inWeeks(1), now) },
    });
    const second = appointment("second", inWeeks(2), moved);
    expect(callsTo([first, second], now)).toMatchObject([
      { told: { by: me }, later: [] },
      { told: null, later: [] },
    ]);
  });
});

describe("a call that was made", () => {
  const earlierToday = addMs(now, -30 * minuteMs);

  test("stays on the list for the day, with who made it", () => {
    const one = appointment("soon", soon, { told: { [me]: told(soon, earlierToday) } });
    expect(callsTo([one], now)[0]?.told).toEqual({ by: me, at: earlierToday });
  });

  test("is off the list on the next day, and need not be made again", () => {
    const one = appointment("tomorrow", tomorrow, { told: { [me]: told(tomorrow, now) } });
    expect(callsTo([one], addMs(now, 20 * hourMs))).toEqual([]);
  });

  test("long before the time is no reminder of it", () => {
    const one = appointment("tomorrow", tomorrow, {
      told: { [me]: told(tomorrow, addMs(now, -5 * dayMs)) },
    });
    expect(callsTo([one], now)).toMatchObject([{ reason: "reminder", told: null }]);
  });

  test("does not hold for the time after it was moved or called off", () => {
    const made = { told: { [me]: told(soon, earlierToday) } };
    const moved = appointment("moved", nextWeek, { ...made, movedFrom: soon });
    const off = appointment("off", soon, { ...made, status: "cancelled" });
    expect(callsTo([moved, off], now).map((call) => call.told)).toEqual([null, null]);
  });

  test("about a move stays on the list for the day as that", () => {
    const one = appointment("moved", nextWeek, {
      movedFrom: soon,
      told: { [me]: told(nextWeek, earlierToday) },
    });
    expect(callsTo([one], now)).toMatchObject([{ reason: "moved", told: { by: me } }]);
    expect(callsTo([one], tomorrow)).toEqual([]);
  });
});

describe("a group that was called off or moved", () => {
  const attendee = (name: string, told: RosterClient["told"] = {}): RosterClient => ({
    client: recordNamed(name),
    came: "expected",
    minutes: null,
    told,
    records: [recordNamed(`of-${name}`)],
  });
  const roster = (...people: readonly RosterClient[]) => {
    const id = recordNamed("group");
    return (of: typeof id) => (of === id ? people : []);
  };
  const group = (more: Partial<Callable["values"]>) =>
    appointment("group", nextWeek, { client: null, ...more });
  const off = { status: "cancelled" };
  const clientsOf = (one: Callable, ...people: readonly RosterClient[]) =>
    callsOf([one], roster(...people), now).map(({ client }) => client);

  test("is a call to each on its roster, as the roster has them", () => {
    const people = [attendee("veikko"), attendee("aino")];
    for (const more of [off, { movedFrom: soon }]) {
      const calls = callsOf([group(more)], roster(...people), now);
      expect(calls.map(({ client }) => client)).toEqual(people.map(({ client }) => client));
    }
  });

  test("is told to everybody whoever called it off, for one of many does not speak for all", () => {
    const byClient = { ...off, cancelling: { by: "client", why: "" } };
    expect(clientsOf(group(byClient), attendee("aino"), attendee("veikko"))).toHaveLength(2);
  });

  test("is nobody's call while it is where it was, however near, nor once it is over", () => {
    expect(clientsOf(appointment("group", soon, { client: null }), attendee("aino"))).toEqual([]);
    const over = appointment("group", yesterday, { client: null, ...off });
    expect(clientsOf(over, attendee("aino"))).toEqual([]);
  });

  test("leaves whoever was told to the list of the day, and the others to be told", () => {
    const mark = { [me]: told(nextWeek, now, "cancelled") };
    const calls = callsOf([group(off)], roster(attendee("aino", mark), attendee("veikko")), now);
    expect(calls.map((call) => call.told)).toEqual([{ by: me, at: now }, null]);
    const later = callsOf(
      [group(off)],
      roster(attendee("aino", mark), attendee("veikko")),
      tomorrow,
    );
    expect(later.map(({ client }) => client)).toEqual([recordNamed("veikko")]);
  });

  test("calls a client who is on the roster too once, by the mark that the time itself bears", () => {
    const mark = { [me]: told(nextWeek, now, "cancelled") };
    const one = group({ ...off, client: recordNamed("aino"), told: mark });
    expect(callsOf([one], roster(attendee("aino")), now)).toMatchObject([
      { attendee: null, told: { by: me } },
    ]);
  });

  test("is one call to each for all times of a series", () => {
    const series = recordNamed("series");
    const times = [1, 2].map((week) =>
      appointment(`group${week}`, addMs(now, week * 7 * dayMs), { client: null, series, ...off }),
    );
    const people = [attendee("aino"), attendee("veikko")];
    const calls = callsOf(times, () => people, now);
    expect(calls.map(({ client, later }) => [client, later.length])).toEqual([
      [recordNamed("aino"), 1],
      [recordNamed("veikko"), 1],
    ]);
  });
});
