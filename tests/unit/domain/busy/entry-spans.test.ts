import ICAL from "ical.js";
import { describe, expect, test, vi } from "vitest";
import { mergeSpans } from "#domain/busy/merge-spans.ts";
import { toInstant } from "#domain/instant.ts";
import {
  calendarOf,
  eventOf,
  readCalendar,
  spanWords,
  zoneLines,
} from "../../../support/busy-calendar.ts";
import { readVectors } from "../vectors.ts";

const moment = (text: string) => toInstant(Date.parse(`${text}Z`));
const window = { start: moment("2026-11-24T22:00"), end: moment("2027-12-31T22:00") };
const spansOf = (...lines: readonly string[]) =>
  readCalendar(calendarOf(...lines), window).spans.map(spanWords);

/** How a series that begins on Tuesday 1 December at nine in Finland may say its clock. */
const clocks: readonly (readonly [string, readonly string[], string])[] = [
  ["the calendar brings", zoneLines("Oma aika"), ";TZID=Oma aika:20261201T090000"],
  ["is only named", [], ";TZID=Europe/Helsinki:20261201T090000"],
  ["nobody knows", [], ";TZID=FLE Standard Time:20261201T090000"],
  ["is UTC", [], ":20261201T070000Z"],
  ["hangs on the wall", [], ":20261201T090000"],
];

const tuesdays = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"];
const at = (day: string, from = "07:00", until = "08:00") => `${day}T${from}/${day}T${until}`;

describe.each(clocks)("a series in a zone that %s", (_, zone, start) => {
  const weekly = (...lines: readonly string[]) => [
    ...zone,
    ...eventOf(`DTSTART${start}`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4", ...lines),
  ];

  test("leaves out what is said in UTC, in another zone, or by the day", () => {
    for (const exdate of [
      "EXDATE:20261208T070000Z",
      "EXDATE;TZID=Europe/Stockholm:20261208T080000",
      "EXDATE;TZID=Europe/Helsinki:20261208T090000",
      "EXDATE;VALUE=DATE:20261208",
    ]) {
      const [first, , third, fourth] = tuesdays.map((day) => at(day));
      expect(spansOf(...weekly(exdate)), exdate).toEqual([first, third, fourth]);
    }
  });

  test("leaves out each of several, beside some that are none of its times", () => {
    const exdates = [
      "EXDATE:20261202T070000Z,20261208T070000Z,20261209T070000Z",
      "EXDATE;VALUE=DATE:20261210,20261215",
    ];
    expect(spansOf(...weekly(...exdates))).toEqual([at("2026-12-01"), at("2026-12-22")]);
  });

  test("follows one that moved, and those from one on, said in UTC", () => {
    const moved = eventOf(
      "RECURRENCE-ID:20261208T070000Z",
      "DTSTART:20261209T120000Z",
      "DURATION:PT15M",
    );
    const onwards = eventOf(
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T070000Z",
      "DTSTART:20261215T100000Z",
      "DURATION:PT30M",
    );
    expect(spansOf(...weekly(), ...moved, ...onwards)).toEqual([
      at("2026-12-01"),
      at("2026-12-09", "12:00", "12:15"),
      at("2026-12-15", "10:00", "10:30"),
      at("2026-12-22", "10:00", "10:30"),
    ]);
  });

  test("ends with the time that its UNTIL names, or with the day", () => {
    for (const until of ["20261215T070000Z", "20261215"]) {
      const lines = [`DTSTART${start}`, "DURATION:PT1H", `RRULE:FREQ=WEEKLY;UNTIL=${until}`];
      expect(spansOf(...zone, ...eventOf(...lines)), until).toEqual(
        tuesdays.slice(0, 3).map((day) => at(day)),
      );
    }
  });

  test("has the times that are added, with a length of their own where they say one", () => {
    const added = [
      "RDATE:20261203T120000Z",
      "RDATE;VALUE=PERIOD:20261204T120000Z/20261204T123000Z,20261205T120000Z/PT3H",
      "RDATE;VALUE=DATE:20261206",
      "RDATE:20261207T120000Z",
      "EXDATE:20261207T120000Z,20261205T120000Z",
    ];
    expect(spansOf(...weekly(...added)).slice(0, 5)).toEqual([
      at("2026-12-01"),
      at("2026-12-03", "12:00", "13:00"),
      at("2026-12-04", "12:00", "12:30"),
      at("2026-12-06"),
      at("2026-12-08"),
    ]);
  });
});

describe("a series of whole days", () => {
  const days = (...lines: readonly string[]) =>
    spansOf(...eventOf("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=3", ...lines));
  const [first, third] = ["2026-11-30T22:00/2026-12-01T22:00", "2026-12-14T22:00/2026-12-15T22:00"];

  test("leaves out a day that is said as a time: midnight on a wall, in UTC, or midnight in UTC", () => {
    for (const exdate of [
      "EXDATE;VALUE=DATE:20261208",
      "EXDATE:20261208T000000",
      "EXDATE;TZID=Europe/Helsinki:20261208T000000",
      "EXDATE:20261207T220000Z",
      "EXDATE:20261208T000000Z",
    ]) {
      expect(days(exdate), exdate).toEqual([first, third]);
    }
  });

  test("follows a day that became a time", () => {
    const moved = eventOf(
      "RECURRENCE-ID:20261207T220000Z",
      "DTSTART:20261208T120000Z",
      "DURATION:PT1H",
    );
    expect(
      spansOf(...eventOf("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=3"), ...moved),
    ).toEqual([first, at("2026-12-08", "12:00", "13:00"), third]);
  });
});

test("a series without a rule has its first time and those that are added", () => {
  const rdate = "RDATE;VALUE=PERIOD;TZID=Europe/Helsinki:20261203T090000/PT2H";
  const lines = ["DTSTART;TZID=Europe/Helsinki:20261201T090000", "DURATION:PT1H", rdate];
  expect(spansOf(...eventOf(...lines))).toEqual([
    at("2026-12-01"),
    at("2026-12-03", "07:00", "09:00"),
  ]);
  expect(spansOf(...zoneLines("Europe/Helsinki"), ...eventOf(...lines))).toEqual([
    at("2026-12-01"),
    at("2026-12-03", "07:00", "09:00"),
  ]);
});

type Example = { readonly lines: readonly string[]; readonly spans: readonly [string, string][] };

test("sixty series are as another reader of calendars finds them, whether zones are brought or only named", () => {
  const examples = readVectors("busy-series") as readonly Example[];
  expect(examples).toHaveLength(60);
  for (const { lines, spans } of examples) {
    const expected = spans.map(([start, end]) => ({ start: moment(start), end: moment(end) }));
    const merged = mergeSpans(expected, window).map(spanWords);
    for (const zone of [[], zoneLines("Europe/Helsinki")]) {
      expect(spansOf(...zone, ...eventOf(...lines)), lines.join("\n")).toEqual(merged);
    }
  }
});

test("entries are not looked through anew for each of them: four times as many cost four times as much", () => {
  const looks = vi.spyOn(ICAL.Component.prototype, "getAllSubcomponents");
  const looksAt = (count: number) => {
    looks.mockClear();
    const entries = Array.from({ length: count }, (_, index) =>
      eventOf(`UID:${index}`, "DTSTART:20261201T080000Z", "DURATION:PT1H"),
    );
    expect(spansOf(...entries.flat())).toEqual([at("2026-12-01", "08:00", "09:00")]);
    return looks.mock.calls.filter(([name]) => name === "vevent").length;
  };
  expect(looksAt(200)).toBe(looksAt(50));
  looks.mockRestore();
});
