import * as fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { toCompactIcalendar, toIcalendarFile } from "#domain/calendar/icalendar.ts";
import { addMs, dayMs, hourMs, type Instant, minuteMs, toInstant } from "#domain/instant.ts";
import { makeEvent } from "../support/calendar-event.ts";

/** The changes of the clocks 2026–2030 as the platform's own time zone data has them. */
const offset = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Helsinki",
  timeZoneName: "longOffset",
});
const offsetAt = (at: number) =>
  offset.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
const from = Date.parse("2026-01-01T00:00:00Z");
const until = Date.parse("2031-01-01T00:00:00Z");
const changes: number[] = [];
for (let at = from; at < until; at += hourMs) {
  if (offsetAt(at) !== offsetAt(at - hourMs)) changes.push(at);
}

/** Any minute of the five years, every other one within six hours of a change of the clocks. */
const minutes = fc.oneof(
  fc.integer({ min: from / minuteMs, max: until / minuteMs - 1 }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -360, max: 360 }))
    .map(([change, shift]) => change / minuteMs + shift),
);
const times = fc.record({
  start: minutes.map((minute) => toInstant(minute * minuteMs)),
  minutes: fc.integer({ min: 5, max: dayMs / minuteMs }),
});

const readTimes = (text: string): readonly (Instant | undefined)[] => {
  const calendar = ICAL.Component.fromString(text);
  const entry = calendar.getFirstSubcomponent("vevent");
  const zoneRules = calendar.getFirstSubcomponent("vtimezone");
  return ["dtstart", "dtend"].map((name) => {
    const property = entry?.getFirstProperty(name);
    const time = property?.getFirstValue();
    if (!(time instanceof ICAL.Time)) return undefined;
    if (property?.getFirstParameter("tzid") !== undefined && zoneRules !== null) {
      time.zone = new ICAL.Timezone(zoneRules);
    }
    return toInstant(time.toUnixTime() * 1_000);
  });
};

test("the clocks change ten times in the years 2026–2030", () => {
  expect(changes).toHaveLength(10);
});

test("the instants in a code and in a file are the appointment's, over every change of the clocks", () => {
  fc.assert(
    fc.property(times, ({ start, minutes }) => {
      const end = addMs(start, minutes * minuteMs);
      const event = makeEvent({ start, end });
      const compact = toCompactIcalendar(event);
      expect(compact).toContain(`DTSTART:${utc(start)}\r\nDTEND:${utc(end)}\r\n`);
      expect(readTimes(compact)).toEqual([start, end]);
      expect(readTimes(toIcalendarFile(event))).toEqual([start, end]);
    }),
    { numRuns: 1_000 },
  );
});

const utc = (at: Instant) => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
