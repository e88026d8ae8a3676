import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addMs, type Instant, minuteMs } from "#domain/instant.ts";
import { dueReminders, reminderLeadsInMinutes } from "#domain/meeting/reminders.ts";
import { thursdayMorning } from "../../../support/platform.ts";

const start = thursdayMorning;
const before = (minutes: number): Instant => addMs(start, -minutes * minuteMs);

test("a reminder comes at its moment, once", () => {
  expect(dueReminders([start], 10, before(11), before(10))).toEqual([start]);
  expect(dueReminders([start], 10, before(10), before(9))).toEqual([]);
  expect(dueReminders([start], 10, before(13), before(11))).toEqual([]);
});

test("a device that slept over the moment still tells, but not once the time has begun", () => {
  expect(dueReminders([start], 60, before(90), before(2))).toEqual([start]);
  expect(dueReminders([start], 60, before(90), start)).toEqual([]);
});

test("two times at one moment are one reminder", () => {
  expect(dueReminders([start, start], 10, before(11), before(10))).toEqual([start]);
});

test("however often one looks, each time is told once and before it begins", () => {
  const looks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(looks, fc.constantFrom(...reminderLeadsInMinutes), (steps, lead) => {
      let last = before(200);
      const told: Instant[] = [];
      for (const minutes of steps) {
        const now = addMs(last, minutes * minuteMs);
        for (const one of dueReminders([start], lead, last, now)) {
          expect(now).toBeLessThan(one);
          told.push(one);
        }
        last = now;
      }
      expect(told.length).toBeLessThanOrEqual(1);
    }),
  );
});
