import { expect, test } from "vitest";
import { addMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import type { Told } from "#domain/kinds/appointment.ts";
import { type Tellable, tellingOf } from "#domain/meeting/telling.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const now = thursdayMorning;
const [me, colleague] = [memberNamed("aino"), memberNamed("veikko")];
const start = addMs(now, 2 * hourMs);
const before = addMs(now, -30 * minuteMs);
const word = (at: Instant, status = "booked", of = start): Told => ({ start: of, status, at });
const time = (told: Tellable["values"]["told"], status = "booked"): Tellable => ({
  id: recordNamed("time"),
  values: {
    slot: { start, end: addMs(start, 45 * minuteMs), place: null, adviser: me },
    status,
    told,
  },
});
const attendee = (told: Tellable["values"]["told"]) => ({
  client: recordNamed("client"),
  came: "expected",
  minutes: null,
  told,
  records: [recordNamed("attendance")] as const,
});

test("of two advisers who told a client the last is named", () => {
  const of = time({ [me]: word(before), [colleague]: word(now) });
  expect(tellingOf({ of, attendee: null })).toEqual({ by: colleague, at: now });
});

test("whoever heard last of another time or state has not heard of this one, though somebody said so before", () => {
  const earlier = { [me]: word(before) };
  for (const last of [word(now, "cancelled"), word(now, "booked", addMs(start, hourMs))]) {
    expect(tellingOf({ of: time({ ...earlier, [colleague]: last }), attendee: null })).toBeNull();
  }
});

test("somebody of a roster was told by the own mark, and by none of the time's", () => {
  const of = time({ [me]: word(now) });
  expect(tellingOf({ of, attendee: attendee({}) })).toBeNull();
  const marked = attendee({ [colleague]: word(before) });
  expect(tellingOf({ of, attendee: marked })).toEqual({ by: colleague, at: before });
});
