import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import { type Waiting, weekPartCodes } from "#domain/kinds/waiting.ts";
import { fromLocal } from "#domain/local-time.ts";
import {
  fittingFor,
  inTurn,
  isFitting,
  isWaiting,
  type WaitingRecord,
  weekPartOf,
} from "#domain/waiting/fitting.ts";
import { recordNamed } from "../edits.ts";

const day = (date: string) => date as LocalDate;
/** A Thursday. */
const thursday = day("2026-11-26");
const kuhmo = recordNamed("kuhmo");
const kajaani = recordNamed("kajaani");

const waitingFor = (more: Partial<Waiting> = {}): Waiting => ({
  client: recordNamed("client"),
  guidance: "education",
  channel: "visit",
  lengthInMinutes: 45,
  places: [],
  municipalities: [],
  when: [],
  asked: day("2026-11-01"),
  latest: null,
  status: "waiting",
  appointment: null,
  note: "",
  ...more,
});
const timeAt = (date: LocalDate, minute: number, minutes = 45, place = kuhmo) => {
  const start = fromLocal(date, minute);
  const slot = { start, end: addMs(start, minutes * minuteMs), place };
  return { slot, municipality: place === kuhmo ? "290" : "205" };
};
const tenOnThursday = timeAt(thursday, 10 * 60);

describe("whether a time helps somebody who waits", () => {
  test("it does where nothing is asked of it", () => {
    expect(isFitting(waitingFor(), tenOnThursday)).toBe(true);
  });

  test("it has to be long enough", () => {
    expect(isFitting(waitingFor({ lengthInMinutes: 46 }), tenOnThursday)).toBe(false);
    expect(isFitting(waitingFor({ lengthInMinutes: 30 }), tenOnThursday)).toBe(true);
  });

  test("it has to be in a part of the week that suits", () => {
    expect(isFitting(waitingFor({ when: ["thu-am"] }), tenOnThursday)).toBe(true);
    expect(isFitting(waitingFor({ when: ["thu-pm", "fri-am"] }), tenOnThursday)).toBe(false);
    const saturday = timeAt(day("2026-11-28"), 10 * 60);
    expect(isFitting(waitingFor({ when: [...weekPartCodes] }), saturday)).toBe(false);
    expect(isFitting(waitingFor(), saturday)).toBe(true);
  });

  test("it has to come in time", () => {
    expect(isFitting(waitingFor({ latest: thursday }), tenOnThursday)).toBe(true);
    expect(isFitting(waitingFor({ latest: day("2026-11-25") }), tenOnThursday)).toBe(false);
  });

  test("it has to be where the person can come to: one of the places, or in the municipality", () => {
    expect(isFitting(waitingFor({ places: [kuhmo] }), tenOnThursday)).toBe(true);
    expect(isFitting(waitingFor({ places: [kajaani] }), tenOnThursday)).toBe(false);
    expect(isFitting(waitingFor({ municipalities: ["290"] }), tenOnThursday)).toBe(true);
    expect(
      isFitting(waitingFor({ places: [kajaani], municipalities: ["290"] }), tenOnThursday),
    ).toBe(true);
    const call = { slot: { ...tenOnThursday.slot, place: null }, municipality: "" };
    expect(isFitting(waitingFor({ places: [kuhmo] }), call)).toBe(false);
    expect(isFitting(waitingFor({ municipalities: ["205"] }), call)).toBe(false);
  });

  test("where does not matter to those who only talk", () => {
    for (const channel of ["phone", "online", "email"]) {
      expect(isFitting(waitingFor({ channel, places: [kajaani] }), tenOnThursday)).toBe(true);
    }
  });

  test("nobody waits who has a time, has withdrawn, or is past the last day", () => {
    expect(isFitting(waitingFor({ status: "booked" }), tenOnThursday)).toBe(false);
    expect(isFitting(waitingFor({ status: "withdrawn" }), tenOnThursday)).toBe(false);
    expect(isWaiting(waitingFor({ latest: thursday }), thursday)).toBe(true);
    expect(isWaiting(waitingFor({ latest: day("2026-11-25") }), thursday)).toBe(false);
  });
});

test("noon begins the afternoon", () => {
  expect(weekPartOf(fromLocal(thursday, 12 * 60 - 1))).toBe("thu-am");
  expect(weekPartOf(fromLocal(thursday, 12 * 60))).toBe("thu-pm");
  expect(weekPartOf(fromLocal(day("2026-11-29"), 9 * 60))).toBeNull();
});

const anyDay = fc
  .integer({ min: 0, max: 40 })
  .map((days) =>
    day(new Date(Date.parse("2026-11-01") + days * 86_400_000).toISOString().slice(0, 10)),
  );
const anyRecord: fc.Arbitrary<WaitingRecord> = fc
  .record({
    id: fc.integer({ min: 0, max: 999 }).map((number) => recordNamed(`w${number}`)),
    asked: fc.option(anyDay),
    latest: fc.option(anyDay),
    lengthInMinutes: fc.constantFrom(30, 45, 60, 90),
    when: fc.subarray([...weekPartCodes]),
    places: fc.subarray([kuhmo, kajaani]),
    status: fc.constantFrom("waiting", "waiting", "waiting", "booked", "withdrawn"),
    channel: fc.constantFrom("visit", "phone"),
  })
  .map(({ id, ...more }) => ({ id, values: waitingFor(more) }));
const anyList = fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 12 });
const anyTime = fc
  .record({
    date: anyDay,
    minute: fc.integer({ min: 480, max: 960 }),
    minutes: fc.integer({ min: 15, max: 120 }),
    place: fc.constantFrom(kuhmo, kajaani),
  })
  .map(({ date, minute, minutes, place }) => timeAt(date, minute, minutes, place));

describe("to whom a time is offered", () => {
  test("is exactly those it helps, whatever order the list is in", () => {
    fc.assert(
      fc.property(anyList, anyTime, fc.gen(), (list, time, gen) => {
        const offered = fittingFor(time, list);
        const shuffled = gen(() => fc.shuffledSubarray(list, { minLength: list.length }));
        expect(fittingFor(time, shuffled)).toEqual(offered);
        expect(new Set(offered)).toEqual(
          new Set(list.filter(({ values }) => isFitting(values, time))),
        );
      }),
    );
  });

  test("is fair: nobody stands before one who asked earlier, nor on one day before one with less time", () => {
    fc.assert(
      fc.property(anyList, anyTime, (list, time) => {
        const offered = fittingFor(time, list);
        for (const [index, { values }] of offered.entries()) {
          for (const { values: before } of offered.slice(0, index)) {
            expect(before.asked ?? "9").toSatisfy((asked) => asked <= (values.asked ?? "9"));
            if (before.asked !== values.asked) continue;
            expect(before.latest ?? "9").toSatisfy((latest) => latest <= (values.latest ?? "9"));
          }
        }
      }),
    );
  });

  test("does not change for the others when one of them leaves the list", () => {
    fc.assert(
      fc.property(anyList, anyTime, fc.nat(11), (list, time, gone) => {
        const left = list.filter((_, index) => index !== gone);
        const before = fittingFor(time, list).filter((one) => left.includes(one));
        expect(fittingFor(time, left)).toEqual(before);
      }),
    );
  });

  test("only gains people when the time grows longer", () => {
    fc.assert(
      fc.property(anyList, anyTime, fc.nat(60), (list, time, more) => {
        const end = addMs(time.slot.end, more * minuteMs);
        const longer = fittingFor({ ...time, slot: { ...time.slot, end } }, list);
        expect(longer).toEqual(expect.arrayContaining(fittingFor(time, list)));
      }),
    );
  });

  test("is one order for all times", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const sorted = [...list].sort(inTurn);
        for (const [index, one] of sorted.entries()) {
          for (const later of sorted.slice(index + 1)) expect(inTurn(one, later)).toBeLessThan(0);
        }
      }),
    );
  });
});
