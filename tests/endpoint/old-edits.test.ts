import { describe, expect, test } from "vitest";
import { dayMs, type Instant, addMs, toInstant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { transact } from "#endpoint/database/transact.ts";
import { eraseRecords } from "#endpoint/lifetime/erase.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { opToWire } from "#protocol/op.ts";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { echoOf, twoAdvisers } from "../support/endpoint/two-advisers.ts";

const halfYearMs = 180 * dayMs;
const tooOld = "r:edit.too_old";

/** The edit as it is made by an author who last heard the endpoint at `heardAt`. */
const heard = <Edit extends Op>(op: Edit, heardAt: Instant): Edit => ({
  ...op,
  endpointAt: heardAt,
});

/** An adviser with an event that is counted on, and time that passes while answers are forgotten. */
const withEvent = async (dialect: TestDialect) => {
  const team = await twoAdvisers(dialect);
  const { endpoint, one, other, edits } = team;
  const { clock, database } = endpoint;
  const make = heard(edits.create("event", { title: "Messut" }, endpoint.area), clock.now());
  const count = heard(edits.inc(make.record, "counts.work", 3), clock.now());
  await one.push(make, count);
  const pass = async (ms: number) => {
    clock.advance(ms);
    for (const device of [one, other]) await device.signIn();
    return purge(database, clock.now());
  };
  const counted = async (): Promise<unknown> =>
    (await other.sync()).records.get(make.record)?.f["counts"];
  return { ...team, make, count, event: make.record, pass, counted };
};

describe.each(dialects)("an edit of more than half a year ago, on $name,", (dialect) => {
  test("gets the answer it was given as long as that is known, and is refused from then on", async () => {
    await using team = await withEvent(dialect);
    const { one, count, pass, counted } = team;
    expect((await pass(halfYearMs)).answers).toBe(0);
    expect((await one.push(count)).ack(count)).toBe("a");
    await pass(dayMs / 2);
    expect((await one.push(count)).ack(count)).toBe("a");
    expect((await pass(dayMs)).answers).toBeGreaterThan(0);
    expect((await one.push(count)).ack(count)).toBe(tooOld);
    expect((await one.push(count)).ack(count)).toBe(tooOld);
    expect(await counted()).toEqual({ work: 3 });
  });

  test("makes no record again that was deleted and forgotten", async () => {
    await using team = await withEvent(dialect);
    const { endpoint, one, make, event, edits, pass } = team;
    await one.push(heard(edits.remove(event, 2), endpoint.clock.now()));
    expect(await pass(halfYearMs + 2 * dayMs)).toMatchObject({ gone: 1 });
    const answer = await one.push(make);
    expect(answer.ack(make)).toBe(tooOld);
    expect(answer.records.has(event)).toBe(false);
  });

  test("is told by when its author last heard the endpoint, to the millisecond, and by no device's clock", async () => {
    await using team = await withEvent(dialect);
    const { endpoint, one, event, edits, pass } = team;
    await pass(365 * dayMs);
    const now = endpoint.clock.now();
    for (const clockAheadMs of [0, 400 * dayMs, -400 * dayMs]) {
      const start = edits.inc(event, "counts.work", 1);
      const at = addMs(start.at, clockAheadMs);
      const young = { ...heard(start, addMs(now, -halfYearMs)), at };
      const next = edits.inc(event, "counts.work", 1);
      const old = { ...heard(next, addMs(now, -halfYearMs - 1)), at };
      const ops = [young, old].map((op) => opToWire(op, true));
      const answer = await one.sync({ ops, now: addMs(now, clockAheadMs) });
      expect([answer.ack(young), answer.ack(old)]).toEqual(["a", tooOld]);
    }
  });

  test("does not keep the author's next edit of the field from being taken as such", async () => {
    await using team = await withEvent(dialect);
    const { endpoint, one, event, edits, pass } = team;
    const before = endpoint.clock.now();
    await pass(200 * dayMs);
    const old = heard(edits.set(event, 2, "title", "Vanha"), before);
    const start = heard(edits.set(event, 2, "title", "Uusi"), endpoint.clock.now());
    const next: Op = { ...start, seen: { after: old.id } };
    const answer = await one.push(old, next);
    expect([answer.ack(old), answer.ack(next)]).toEqual([tooOld, "a"]);
    expect(echoOf(answer, event)?.f["title"]).toBe("Uusi");
  });

  test("says of an erased record that it was erased, so that nothing of it stays in the tray", async () => {
    await using team = await withEvent(dialect);
    const { endpoint, one, count, event, pass } = team;
    const { database, config, clock } = endpoint;
    const erasing = { key: config.erasureKey, now: clock.now() };
    await transact(database, (transaction) => eraseRecords(transaction, [event], erasing));
    await pass(halfYearMs + 2 * dayMs);
    expect((await one.push(count)).ack(count)).toBe("r:edit.erased");
  });
});

describe.each(dialects)("an edit made before the first exchange, on $name,", (dialect) => {
  test("is as old as the enrolment of the device that sends it", async () => {
    await using team = await withEvent(dialect);
    const { endpoint, one, event, edits, pass } = team;
    const never = toInstant(0);
    await pass(halfYearMs);
    const early = heard(edits.inc(event, "counts.work", 1), never);
    expect((await one.push(early)).ack(early)).toBe("a");
    await pass(2 * dayMs);
    const late = heard(edits.inc(event, "counts.work", 1), never);
    expect((await one.push(late)).ack(late)).toBe(tooOld);
    const next = await enrolledDevice(endpoint, { member: one.member });
    const first = heard(edits.inc(event, "counts.work", 1), never);
    expect((await next.push(first)).ack(first)).toBe("a");
  });
});
