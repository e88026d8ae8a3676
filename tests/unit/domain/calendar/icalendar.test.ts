import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { toCompactIcalendar, toIcalendarFile } from "#domain/calendar/icalendar.ts";
import { toInstant } from "#domain/instant.ts";
import { makeEvent } from "../../../support/calendar-event.ts";

const octets = (line: string) => new TextEncoder().encode(line).byteLength;
const linesOf = (text: string) => text.split("\r\n");
const calendarOf = (text: string) => ICAL.Component.fromString(text);
const entryOf = (text: string) => {
  const entry = calendarOf(text).getFirstSubcomponent("vevent");
  if (entry === null) throw new Error("no event");
  return entry;
};

describe("the event in a code", () => {
  test("says what it has to, its times in UTC, and nothing else", () => {
    expect(toCompactIcalendar(makeEvent())).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Katve//Katve//FI",
        "BEGIN:VEVENT",
        "UID:AAAAAAAAAAAAAAAAAAAAAA@appointment.katve",
        "DTSTAMP:20261120T120000Z",
        "SEQUENCE:3",
        "SUMMARY:Sovittu tapaaminen",
        "LOCATION:Kuhmon kaupungin työpaja",
        "DESCRIPTION:Tapaat: Aino Esimerkki",
        "STATUS:CONFIRMED",
        "DTSTART:20261126T080000Z",
        "DTEND:20261126T084500Z",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
  });

  test("keeps a name from ending its line, by whatever sign a reader takes for an end", () => {
    const signs = [
      "\r",
      "\r\n",
      "\n",
      "\u0085",
      "\u2028",
      "\u2029",
      "\u000b",
      "\u000c",
      "\0",
      "\u001c",
    ];
    for (const sign of signs) {
      const name = `Sali${sign}ATTENDEE:mailto:joku@example.org`;
      const text = toCompactIcalendar(makeEvent({ location: name, description: name }));
      const lines = text.replaceAll("\r\n ", "").split(/[\p{Cc}\u2028\u2029]+/u);
      expect(lines).toContainEqual(expect.stringMatching(/^LOCATION:Sali(?:\\n| )ATTENDEE/));
      expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
    }
  });

  test("leaves out the place and the adviser where there is none", () => {
    const text = toCompactIcalendar(makeEvent({ location: "", description: "" }));
    expect(text).not.toContain("LOCATION");
    expect(text).not.toContain("DESCRIPTION");
  });

  test("says that a time is tentative, and that it is off", () => {
    expect(toCompactIcalendar(makeEvent({ status: "tentative" }))).toContain(
      "\r\nSTATUS:TENTATIVE\r\n",
    );
    expect(toCompactIcalendar(makeEvent({ status: "cancelled" }))).toContain(
      "\r\nSTATUS:CANCELLED\r\n",
    );
  });
});

describe("the event as a file", () => {
  test("is published, private, on the wall clock, and reminds a day before", () => {
    const lines = linesOf(toIcalendarFile(makeEvent()));
    expect(lines).toEqual(
      expect.arrayContaining([
        "METHOD:PUBLISH",
        "TZID:Europe/Helsinki",
        "UID:AAAAAAAAAAAAAAAAAAAAAA@appointment.katve",
        "DTSTAMP:20261120T120000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Helsinki:20261126T100000",
        "DTEND;TZID=Europe/Helsinki:20261126T104500",
        "CLASS:PRIVATE",
        "STATUS:CONFIRMED",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        "DESCRIPTION:Sovittu tapaaminen on huomenna",
      ]),
    );
    expect(lines.at(-1)).toBe("");
  });

  test("has no line over 75 octets and cuts no letter, whatever a place is called", () => {
    const location = "Äyskärintien pitkänimisen ”työpajan” ylä­kerta 🏔️ ".repeat(4);
    const text = toIcalendarFile(makeEvent({ location }));
    expect(Math.max(...linesOf(text).map(octets))).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(entryOf(text).getFirstPropertyValue("location")).toBe(location);
  });

  test("keeps commas, semicolons, backslashes and line breaks in what it says", () => {
    const location = "Talo 3, ovi B; kerros \\ 2\nsumm";
    for (const write of [toCompactIcalendar, toIcalendarFile]) {
      expect(entryOf(write(makeEvent({ location }))).getFirstPropertyValue("location")).toBe(
        location,
      );
    }
  });

  test("does not remind of what is off, nor a day before what comes sooner", () => {
    const soon = toInstant(Date.parse("2026-11-25T08:00:00Z"));
    expect(toIcalendarFile(makeEvent({ status: "cancelled" }))).not.toContain("VALARM");
    expect(toIcalendarFile(makeEvent({ at: soon }))).not.toContain("VALARM");
  });

  test("tells the hour that comes twice in autumn in UTC, both times, for readers differ about which is meant", () => {
    const write = (from: string, to: string) =>
      linesOf(
        toIcalendarFile(
          makeEvent({ start: toInstant(Date.parse(from)), end: toInstant(Date.parse(to)) }),
        ),
      );
    const first = write("2026-10-25T00:30:00Z", "2026-10-25T01:15:00Z");
    expect(first).toContain("DTSTART:20261025T003000Z");
    expect(first).toContain("DTEND:20261025T011500Z");
    const around = write("2026-10-24T23:30:00Z", "2026-10-25T02:00:00Z");
    expect(around).toContain("DTSTART;TZID=Europe/Helsinki:20261025T023000");
    expect(around).toContain("DTEND;TZID=Europe/Helsinki:20261025T040000");
  });
});
