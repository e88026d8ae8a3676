import { expect, test } from "vitest";
import {
  addMs,
  hourMs,
  type Instant,
  type LocalDate,
  minuteMs,
  toInstant,
} from "#domain/instant.ts";
import { addDays, fromLocal, toLocal, toMinuteOfDay, weekdayOf } from "#domain/local-time.ts";

const from = toInstant(Date.parse("2024-01-01T00:00:00Z"));
const until = toInstant(Date.parse("2031-01-01T00:00:00Z"));

const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Helsinki",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const shown = (instant: Instant) => {
  const { date, minute } = toLocal(instant);
  expect(toMinuteOfDay(instant)).toBe(minute);
  return `${date} ${clock(minute)}`;
};

/** The first moment at which the platform's own clock shows each half hour of the years 2024–2030. */
const firstMoments = new Map<string, Instant>();
for (let at = from; at < until; at = addMs(at, 30 * minuteMs)) {
  const text = wall.format(at);
  if (!firstMoments.has(text)) firstMoments.set(text, at);
}

test("every hour from 2024 to 2030 shows what the platform's clock shows", () => {
  const wrong: string[] = [];
  for (let at = from; at < until; at = addMs(at, hourMs)) {
    if (shown(at) !== wall.format(at)) wrong.push(new Date(at).toISOString());
  }
  expect(wrong).toEqual([]);
});

test("every wall-clock half hour is the first moment that shows it, or an hour on where none does", () => {
  const wrong: string[] = [];
  let skipped = 0;
  for (let date = "2024-01-02" as LocalDate; date < "2030-12-31"; date = addDays(date, 1)) {
    for (let minute = 0; minute < 1_440; minute += 30) {
      const exact = firstMoments.get(`${date} ${clock(minute)}`);
      if (exact === undefined) skipped += 1;
      const expected = exact ?? firstMoments.get(`${date} ${clock(minute + 60)}`);
      if (fromLocal(date, minute) !== expected) wrong.push(`${date} ${clock(minute)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(skipped).toBe(2 * 7);
});

test("the minutes around every change of the clocks show what the platform's clock shows", () => {
  const changes: Instant[] = [];
  for (let at = from; at < until; at = addMs(at, hourMs)) {
    const gap = toLocal(addMs(at, hourMs)).minute - toLocal(at).minute;
    if (gap !== 60 && gap !== 60 - 1_440) changes.push(at);
  }
  expect(changes).toHaveLength(14);
  for (const change of changes) {
    for (let minute = -180; minute <= 180; minute += 1) {
      const at = addMs(change, minute * minuteMs);
      expect(shown(at)).toBe(wall.format(at));
      const { date, minute: ofDay } = toLocal(at);
      expect([at, addMs(at, -hourMs)]).toContain(fromLocal(date, ofDay));
    }
  }
});

test("days follow each other one by one, weekday by weekday", () => {
  let date = "2024-01-01" as LocalDate;
  let count = 0;
  for (; date < "2031-01-01"; date = addDays(date, 1)) {
    expect(weekdayOf(date)).toBe((count % 7) + 1);
    expect(toLocal(fromLocal(date, 0))).toEqual({ date, minute: 0 });
    count += 1;
  }
  expect(count).toBe(7 * 365 + 2);
});
