import { describe, expect, test } from "vitest";
import { busyWindow } from "#domain/busy/busy-window.ts";
import { readBusy } from "#domain/busy/read-busy.ts";
import { toInstant } from "#domain/instant.ts";
import type { Span } from "#domain/kinds/absence.ts";
import { busySpansMax } from "#domain/kinds/busy.ts";
import {
  calendarOf,
  eventOf,
  readCalendar,
  spanWords,
  zoneLines,
} from "../../../support/busy-calendar.ts";
import { thursdayMorning } from "../../../support/platform.ts";

const window = busyWindow(thursdayMorning);

const helsinki = zoneLines("Oma aika");
const [calendar, event] = [calendarOf, eventOf];
const readOk = (text: string, within: Span = window) => readCalendar(text, within);
const words = spanWords;
const spansOf = (...lines: readonly string[]) => readOk(calendar(...lines)).spans.map(words);

describe("the busy times of a calendar", () => {
  test("are stretches and nothing else", () => {
    const read = readOk(
      calendar(...event("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z", "LOCATION:Koti")),
    );
    expect(read).toEqual({
      spans: [{ start: Date.parse("2026-12-01T08:00Z"), end: Date.parse("2026-12-01T09:00Z") }],
      unreadable: 0,
    });
    expect(JSON.stringify(read)).not.toMatch(/hammas|Koti/);
  });

  test("are read by the zone the calendar brings, by the one it names, or on the wall where the work is", () => {
    const summer = ["DTEND;TZID=Oma aika:20270401T100000", "DTSTART;TZID=Oma aika:20270401T090000"];
    expect(spansOf(...helsinki, ...event(...summer))).toEqual([
      "2027-04-01T06:00/2027-04-01T07:00",
    ]);
    const stockholm = "DTSTART;TZID=Europe/Stockholm:20270401T090000";
    expect(spansOf(...event(stockholm, "DURATION:PT30M"))).toEqual([
      "2027-04-01T07:00/2027-04-01T07:30",
    ]);
    const unknown = "DTSTART;TZID=FLE Standard Time:20270401T090000";
    expect(spansOf(...event(unknown, "DURATION:PT30M"))).toEqual([
      "2027-04-01T06:00/2027-04-01T06:30",
    ]);
    expect(spansOf(...event("DTSTART:20261201T090000", "DURATION:PT1H"))).toEqual([
      "2026-12-01T07:00/2026-12-01T08:00",
    ]);
  });

  test("of whole days are days where the work is, over a change of the clocks too", () => {
    expect(spansOf(...event("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270329"))).toEqual([
      "2027-03-26T22:00/2027-03-28T21:00",
    ]);
    expect(spansOf(...event("DTSTART;VALUE=DATE:20261201"))).toEqual([
      "2026-11-30T22:00/2026-12-01T22:00",
    ]);
  });

  test("leave out what is cancelled, transparent or free, what has no length, and what this program put there", () => {
    const at = ["DTSTART:20261201T080000Z", "DTEND:20261201T090000Z"];
    for (const line of [
      "STATUS:CANCELLED",
      "TRANSP:TRANSPARENT",
      "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
      "UID:abc@appointment.katve",
    ]) {
      expect(spansOf(...event(line, ...at))).toEqual([]);
    }
    expect(spansOf(...event("DTSTART:20261201T080000Z"))).toEqual([]);
    expect(spansOf(...event("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", ...at))).toHaveLength(1);
  });

  test("repeat as the calendar says, by the clock on the wall, without the days that are left out", () => {
    const weekly = event(
      "DTSTART;TZID=Oma aika:20270318T090000",
      "DTEND;TZID=Oma aika:20270318T100000",
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE;TZID=Oma aika:20270325T090000",
    );
    expect(spansOf(...helsinki, ...weekly)).toEqual([
      "2027-03-18T07:00/2027-03-18T08:00",
      "2027-04-01T06:00/2027-04-01T07:00",
      "2027-04-08T06:00/2027-04-08T07:00",
    ]);
  });

  test("repeat by the clock on the wall in a zone that is only named", () => {
    const weekly = event(
      "DTSTART;TZID=Europe/Helsinki:20270325T090000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=2",
    );
    expect(spansOf(...weekly)).toEqual([
      "2027-03-25T07:00/2027-03-25T08:00",
      "2027-04-01T06:00/2027-04-01T07:00",
    ]);
  });

  test("follow one time of several that moved, also into sight, and one that was cancelled", () => {
    const start = "DTSTART:20261201T080000Z";
    const series = event(start, "DTEND:20261201T090000Z", "RRULE:FREQ=WEEKLY");
    const moved = event(
      "RECURRENCE-ID:20261208T080000Z",
      "DTSTART:20261209T120000Z",
      "DTEND:20261209T121500Z",
    );
    const cancelled = event(
      "RECURRENCE-ID:20261215T080000Z",
      "DTSTART:20261215T080000Z",
      "DTEND:20261215T090000Z",
      "STATUS:CANCELLED",
    );
    const fromAfar = event(
      "RECURRENCE-ID:20280104T080000Z",
      "DTSTART:20261224T080000Z",
      "DTEND:20261224T090000Z",
    );
    const until = {
      ...window,
      end: toInstant(Date.parse("2026-12-25T00:00Z")),
    };
    const read = readOk(calendar(...series, ...moved, ...cancelled, ...fromAfar), until);
    expect(read.spans.map(words)).toEqual([
      "2026-12-01T08:00/2026-12-01T09:00",
      "2026-12-09T12:00/2026-12-09T12:15",
      "2026-12-22T08:00/2026-12-22T09:00",
      "2026-12-24T08:00/2026-12-24T09:00",
    ]);
  });

  test("follow a change from one time on", () => {
    const series = event(
      "DTSTART:20261201T080000Z",
      "DTEND:20261201T090000Z",
      "RRULE:FREQ=WEEKLY;COUNT=3",
    );
    const onwards = event(
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T080000Z",
      "DTSTART:20261208T100000Z",
      "DTEND:20261208T103000Z",
    );
    expect(spansOf(...series, ...onwards)).toEqual([
      "2026-12-01T08:00/2026-12-01T09:00",
      "2026-12-08T10:00/2026-12-08T10:30",
      "2026-12-15T10:00/2026-12-15T10:30",
    ]);
  });

  test("take a moved time whose series is not there as it is", () => {
    const alone = event(
      "RECURRENCE-ID:20261208T080000Z",
      "DTSTART:20261209T120000Z",
      "DURATION:PT1H",
    );
    expect(spansOf(...alone)).toEqual(["2026-12-09T12:00/2026-12-09T13:00"]);
  });

  test("are read out of what tells nothing else", () => {
    const parts = [
      "BEGIN:VFREEBUSY",
      "FREEBUSY:20261201T080000Z/20261201T090000Z,20261202T080000Z/PT30M",
      "FREEBUSY;FBTYPE=FREE:20261203T080000Z/PT30M",
      "FREEBUSY;FBTYPE=free:20261204T080000Z/PT30M",
      "END:VFREEBUSY",
    ];
    expect(spansOf(...parts)).toEqual([
      "2026-12-01T08:00/2026-12-01T09:00",
      "2026-12-02T08:00/2026-12-02T08:30",
    ]);
  });

  test("are read around periods that are none, which are counted", () => {
    const parts = ["20261201T080000Z/PT30M", "hammas/aika", "20261202T080000Z/PT"];
    const read = readOk(
      calendar("BEGIN:VFREEBUSY", ...parts.map((part) => `FREEBUSY:${part}`), "END:VFREEBUSY"),
    );
    expect(read).toMatchObject({ spans: [{}], unreadable: 2 });
  });

  test("are none of a zone whose clocks change within the day, year after year", () => {
    for (const rule of ["FREQ=SECONDLY", "FREQ=YEARLY;BYHOUR=0,1;BYMINUTE=0,1;BYDAY=SU"]) {
      const zone = helsinki.map((line) => (line.startsWith("RRULE") ? `RRULE:${rule}` : line));
      const seen = event("DTSTART;TZID=Oma aika:20261201T080000", "DURATION:PT1H");
      expect(readBusy(calendar(...zone, ...seen), window)).toEqual({
        ok: false,
        failure: "calendar.too_complex",
      });
    }
  });

  test("are cut to yesterday and half a year ahead, and put together where they touch", () => {
    const all = [
      event("UID:a", "DTSTART:20200101T000000Z", "DTEND:20261125T030000Z"),
      event("UID:b", "DTSTART:20261201T080000Z", "DTEND:20261201T090000Z"),
      event("UID:c", "DTSTART:20261201T090000Z", "DTEND:20261201T093000Z"),
      event("UID:d", "DTSTART:20261201T081000Z", "DTEND:20261201T082000Z"),
      event("UID:e", "DTSTART:20270525T120000Z", "DTEND:20280101T000000Z"),
      event("UID:f", "DTSTART:20280101T000000Z", "DTEND:20280102T000000Z"),
    ];
    expect(spansOf(...all.flat())).toEqual([
      "2026-11-24T22:00/2026-11-25T03:00",
      "2026-12-01T08:00/2026-12-01T09:30",
      "2027-05-25T12:00/2027-05-25T21:00",
    ]);
  });

  test("of several calendars in one file are all read, and what cannot be read is counted", () => {
    const one = calendar(...event("DTSTART:20261201T080000Z", "DURATION:PT1H"));
    const other = calendar(
      ...event("UID:x", "DTSTART:20261202T080000Z", "DURATION:PT1H"),
      ...event("UID:y", "DTSTART:hammas", "DURATION:PT1H"),
      ...event("UID:z", "DURATION:PT1H"),
      ...event("UID:w", "DTSTART:20261202T080000Z", "RRULE:FREQ=YEARLY;BYMONTH=13"),
    );
    expect(readOk(`\uFEFF${one}${other}`)).toMatchObject({
      spans: [{}, {}],
      unreadable: 3,
    });
  });

  test("are none of what is no calendar, is too large, or repeats beyond sense", () => {
    for (const text of ["", "<html>", "BEGIN:VCARD\r\nEND:VCARD\r\n", "BEGIN:VCALENDAR", "{}"]) {
      expect(readBusy(text, window)).toEqual({ ok: false, failure: "calendar.not_calendar" });
    }
    expect(readBusy("x".repeat(2_000_001), window)).toEqual({
      ok: false,
      failure: "calendar.too_large",
    });
    const secondly = event("DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY");
    expect(readBusy(calendar(...secondly), window)).toEqual({
      ok: false,
      failure: "calendar.too_complex",
    });
    const hourly = event("DTSTART:20261127T000000Z", "DURATION:PT5M", "RRULE:FREQ=HOURLY");
    expect(busySpansMax).toBeLessThan(180 * 24);
    expect(readBusy(calendar(...hourly), window)).toEqual({
      ok: false,
      failure: "calendar.too_large",
    });
  });
});
