import { describe, expect, test } from "vitest";
import { firstFreeTime, isOverlapping, offeredTimes, type Span } from "#domain/times/day-plan.ts";
import { addMs, hourMs, type LocalDate, minuteMs, toInstant } from "#domain/instant.ts";
import { fromLocal, parseMinuteOfDay } from "#domain/local-time.ts";

const day = "2026-11-26" as LocalDate;
const long = toInstant(0);
const at = (time: string, date = day) => fromLocal(date, parseMinuteOfDay(time) ?? Number.NaN);
const span = (from: string, to: string, date = day): Span => ({
  start: at(from, date),
  end: at(to, date),
});

describe("two stretches of time", () => {
  test("overlap when they share a moment, whichever comes first", () => {
    const pairs: [Span, Span, boolean][] = [
      [span("9", "10"), span("9.59", "11"), true],
      [span("9", "12"), span("10", "11"), true],
      [span("9", "10"), span("9", "10"), true],
      [span("9", "10"), span("10", "11"), false],
      [span("9", "10"), span("11", "12"), false],
    ];
    for (const [one, other, isShared] of pairs) {
      expect(isOverlapping(one, other)).toBe(isShared);
      expect(isOverlapping(other, one)).toBe(isShared);
    }
  });
});

describe("the times a form offers", () => {
  test("are the quarters from eight on whose length ends by five", () => {
    const minutes = offeredTimes(day, 60, [], long).map((time) => time.minute);
    expect(minutes).toEqual(Array.from({ length: 33 }, (_, quarter) => 480 + quarter * 15));
    expect(offeredTimes(day, 90, [], long).at(-1)?.span.end).toBe(at("17"));
    expect(offeredTimes(day, 9 * 60, [], long)).toHaveLength(1);
    expect(offeredTimes(day, 9 * 60 + 15, [], long)).toEqual([]);
  });

  test("last as long as was asked for", () => {
    for (const { span: offered } of offeredTimes(day, 45, [], long)) {
      expect(offered.end - offered.start).toBe(45 * minuteMs);
    }
  });

  test("are taken when any moment of them is", () => {
    const offered = offeredTimes(day, 30, [span("9.10", "9.40")], long);
    const taken = offered.filter((time) => time.isTaken).map((time) => time.minute);
    expect(taken).toEqual([525, 540, 555, 570]);
  });

  test("leave out what is over", () => {
    expect(offeredTimes(day, 60, [], at("9.01"))[0]?.minute).toBe(555);
    expect(offeredTimes(day, 60, [], at("9"))[0]?.minute).toBe(540);
    expect(offeredTimes(day, 60, [], at("23"))).toEqual([]);
  });
});

describe("the first free time", () => {
  test("is the next offered one today", () => {
    expect(firstFreeTime(at("9.01"), 60, [])).toEqual({ date: day, minute: 555 });
  });

  test("passes over what is taken", () => {
    expect(firstFreeTime(at("8"), 60, [span("8", "11.30")])).toEqual({ date: day, minute: 690 });
    expect(firstFreeTime(at("8"), 60, [span("8.30", "9")])).toEqual({ date: day, minute: 540 });
  });

  test("passes over what is held", () => {
    const isHeld = (one: Span) => isOverlapping(one, span("8", "11"));
    expect(firstFreeTime(at("8"), 60, [span("11", "11.30")], { isHeld })).toEqual({
      date: day,
      minute: 690,
    });
  });

  test("is one that is poor only on a day without another", () => {
    const isPoor = ({ start }: Span) => start < at("10");
    expect(firstFreeTime(at("8"), 60, [], { isPoor })).toEqual({ date: day, minute: 600 });
    const whole = { date: day, minute: 480 };
    expect(firstFreeTime(at("8"), 60, [], { isPoor: () => true })).toEqual(whole);
  });

  test("is tomorrow's first when today is over, counted by the wall clock", () => {
    const next = "2026-11-27" as LocalDate;
    expect(firstFreeTime(at("16.45"), 60, [])).toEqual({ date: next, minute: 480 });
    expect(firstFreeTime(at("23.59"), 60, [])).toEqual({ date: next, minute: 480 });
    expect(firstFreeTime(at("0.00", next), 60, [])).toEqual({ date: next, minute: 480 });
  });

  test("is none when every day ahead is taken, and on the Monday after the weekend when that is looked at too", () => {
    const full = [{ start: at("0"), end: addMs(at("0"), 48 * hourMs) }];
    expect(firstFreeTime(at("8"), 60, full, { daysAhead: 3 })).toBeNull();
    expect(firstFreeTime(at("8"), 60, full, { daysAhead: 4 })).toEqual({
      date: "2026-11-30",
      minute: 480,
    });
  });

  test("is never on a Saturday or a Sunday by itself", () => {
    const saturday = addMs(at("8"), 48 * hourMs);
    expect(firstFreeTime(saturday, 60, [])).toEqual({ date: "2026-11-30", minute: 480 });
  });
});
