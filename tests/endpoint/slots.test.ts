import { describe, expect, test } from "vitest";
import { isRival } from "#domain/times/claim.ts";
import type { MemberId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { standingOf } from "#domain/times/promise.ts";
import { claimsWithin, claimsOfRecords, saveClaims } from "#endpoint/times/slot-rows.ts";
import { ruleUnruled } from "#endpoint/times/rule-unruled.ts";
import { enrolledDevice, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import type { TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { at, readAny, shown, twoPhones } from "../support/endpoint/two-phones.ts";
import { thursdayMorning } from "../support/platform.ts";

const nine = thursdayMorning;

describe.each(dialects)("times of one adviser on $name", (dialect) => {
  test("are held by who came first; the later is kept as a clash, and both are told", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, book } = phones;
    const [first, second] = [book(0, 60), book(30, 90)];
    expect((await one.push(first)).ack(first)).toBe("a");
    const before = await other.sync();
    expect((await other.push(second)).ack(second)).toBe("a");
    expect(await shown(one, first, second)).toEqual([
      ["held", second.record],
      ["clash", first.record],
    ]);
    const told = await other.sync({ cur: before.cursors });
    expect([...told.records.keys()].sort()).toEqual([first.record, second.record].sort());
    expect(told.records.get(first.record)?.ver).toBe(2);
    expect(told.records.get(second.record)?.ver).toBe(1);
  });

  test("that touch are both held, and those of another adviser are nobody's rival", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, book } = phones;
    const ops = [book(0, 60), book(60, 90), book(0, 90, other.member)];
    await one.push(...ops);
    expect(await shown(one, ...ops)).toEqual([["held"], ["held"], ["held"]]);
  });

  test("are nobody's to wait for when an edit is about something else than the time", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, edits, book, slot } = phones;
    const made = book(0, 60);
    await one.push(made);
    const turns = async () =>
      (await endpoint.database.selectFrom("calendar").selectAll().execute())[0]?.turn;
    const before = await turns();
    await one.push(
      edits.set(made.record, 1, "status", "done"),
      edits.set(made.record, 1, "language", "sv"),
      edits.set(made.record, 1, "slot", slot(0, 60, one.member)),
    );
    expect(await shown(one, made)).toEqual([["held"]]);
    const after = await turns();
    await one.push(
      edits.set(made.record, 4, "language", "en"),
      edits.set(made.record, 4, "status", "arrived"),
    );
    expect(await turns()).toBe(after);
    expect(after).toBeGreaterThan(before ?? 0);
  });

  test("that were far from each other are ruled on in one push, and so is what they reach in turn", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const [early, chained, last, far] = [
      book(0, 60),
      book(30, 90),
      book(60, 120),
      book(9_000, 9_060),
    ];
    await one.push(early, far);
    await other.push(chained);
    await other.push(last);
    expect(await shown(one, early, chained, last)).toEqual([
      ["held", chained.record],
      ["clash", early.record, last.record],
      ["held", chained.record],
    ]);
    await one.push(
      edits.set(far.record, 1, "status", "cancelled"),
      edits.set(early.record, 2, "status", "cancelled"),
      edits.set(last.record, 2, "status", "cancelled"),
    );
    expect(await shown(one, chained)).toEqual([["held"]]);
  });

  test("go to the oldest that waits when they are cancelled, deleted or moved away", async () => {
    for (const way of ["cancel", "delete", "move"] as const) {
      await using phones = await twoPhones(dialect);
      const { one, other, edits, book, slot } = phones;
      const [first, second, third] = [book(0, 60), book(30, 60), book(0, 60)];
      await one.push(first);
      await other.push(second);
      await other.push(third);
      const free = {
        cancel: edits.set(first.record, 3, "status", "cancelled"),
        delete: edits.remove(first.record, 3),
        move: edits.set(first.record, 3, "slot", slot(120, 180, one.member)),
      }[way];
      await one.push(free);
      expect(await shown(one, second, third)).toEqual([
        ["held", third.record],
        ["clash", second.record],
      ]);
      const [standing] = await shown(one, first);
      expect(standing).toEqual({ cancel: ["tentative"], delete: "gone", move: ["held"] }[way]);
    }
  });

  test("stay taken whether the client came or not, and are free only once they are called off", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const [first, second] = [book(0, 60), book(30, 90)];
    await one.push(first);
    await other.push(second);
    for (const status of ["arrived", "no-show", "done"]) {
      await one.push(edits.set(first.record, 9, "status", status));
      expect(await shown(one, first, second)).toEqual([
        ["held", second.record],
        ["clash", first.record],
      ]);
    }
    await one.push(edits.set(first.record, 9, "status", "cancelled"));
    expect(await shown(one, first, second)).toEqual([["tentative"], ["held"]]);
  });

  test("are anew arbitrated when a cancelled appointment comes back, and the edit of another field disturbs nothing", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const [first, second] = [book(0, 60), book(0, 60)];
    await one.push(first, edits.set(first.record, 1, "status", "cancelled"));
    await other.push(second);
    await one.push(edits.set(first.record, 2, "status", "booked"));
    expect(await shown(one, first, second)).toEqual([
      ["clash", second.record],
      ["held", first.record],
    ]);
    // The colleague has not heard of the new promise: its version is no reason to call this concurrent.
    const language = edits.set(second.record, 1, "language", "sv");
    expect((await other.push(language)).ack(language)).toBe("a");
    expect(await shown(one, second)).toEqual([["held", first.record]]);
  });

  test("are swapped in one push", async () => {
    await using phones = await twoPhones(dialect);
    const { one, edits, book, slot } = phones;
    const [first, second] = [book(0, 60), book(60, 120)];
    await one.push(first, second);
    await one.push(
      edits.set(first.record, 1, "slot", slot(60, 120, one.member)),
      edits.set(second.record, 1, "slot", slot(0, 60, one.member)),
    );
    expect(await shown(one, first, second)).toEqual([["held"], ["held"]]);
  });

  test("are the endpoint's word alone: an edit of a promise is refused, also inside a new record", async () => {
    await using phones = await twoPhones(dialect);
    const { one, edits, book } = phones;
    const first = book(0, 60);
    await one.push(first);
    const promise = { state: "held", with: [], at: nine, start: nine, end: nine, adviser: null };
    const forged = edits.set(first.record, 1, "promise", promise);
    const born = edits.create("appointment", { promise });
    const answer = await one.push(forged, born);
    expect([forged, born].map((op) => answer.ack(op))).toEqual([
      "r:edit.not_allowed",
      "r:edit.not_allowed",
    ]);
  });

  test("pushed at once by many phones are held once each, and every promise agrees with the calendar", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, other, edits, book, slot } = phones;
    const phonesAtOnce = [
      one,
      other,
      ...(await Promise.all([1, 2, 3, 4].map(() => enrolledDevice(endpoint)))),
    ];
    const pushOf = async (phone: TestDevice, seed: number) => {
      for (let round = 0; round < 5; round += 1) {
        const from = ((seed * 7 + round * 5) % 12) * 15;
        const [first, second] = [book(from, from + 45), book(from + 30, from + 60, other.member)];
        await phone.push(first, second);
        const moved = slot(from + 15, from + 75, one.member);
        if (round % 2 === 0) await phone.push(edits.set(first.record, 1, "slot", moved));
        else await phone.push(edits.set(second.record, 1, "status", "cancelled"));
      }
    };
    await Promise.all(phonesAtOnce.map(pushOf));
    for (const adviser of [one.member, other.member]) await expectConsistent(phones, adviser);
  });

  test("cannot be written as held twice by whatever mistake: the database refuses", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, book } = phones;
    const [first, second] = [book(0, 60), book(60, 120)];
    await one.push(first, second);
    const [claim] = await claimsOfRecords(endpoint.database, [second.record]);
    if (claim === undefined) throw new Error("the booking has no claim");
    const over = { ...claim, start: at(30), end: at(90) };
    const forge = saveClaims(endpoint.database, [second.record], [over]);
    await expect(forge).rejects.toThrow(/slot_held/);
  });

  test("from before there was an arbiter are ruled on when the endpoint starts, oldest change first", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, edits, book } = phones;
    const [first, second, third] = [book(0, 60), book(0, 60), book(0, 60)];
    await one.push(first, second, third, edits.set(third.record, 1, "status", "cancelled"));
    await endpoint.database.deleteFrom("slot").execute();
    const before = await one.sync();
    await ruleUnruled(endpoint.database, nine);
    expect(await shown(one, first, second, third)).toEqual([
      ["held", second.record],
      ["clash", first.record],
      ["tentative"],
    ]);
    // Their promises say what they said: nobody needs to hear of them again, now or at the next start.
    await ruleUnruled(endpoint.database, nine);
    expect((await one.sync({ cur: before.cursors })).records.size).toBe(0);
  });
});

/** No two held claims of an adviser are rivals, and each record's promise says what its claim is. */
const expectConsistent = async (
  { endpoint, one }: { readonly endpoint: TestEndpoint; readonly one: TestDevice },
  adviser: MemberId,
) => {
  const span = { start: at(-1_000), end: at(10_000) };
  const claims = await claimsWithin(endpoint.database, [{ adviser, ...span }]);
  expect(claims.some(({ state }) => state === "clash")).toBe(true);
  const held = claims.filter(({ state }) => state === "held");
  for (const claim of held) expect(held.filter((rival) => isRival(claim, rival))).toEqual([]);
  const { records } = await one.sync();
  for (const claim of claims) {
    const record = records.get(claim.record);
    if (record === undefined) throw new Error("a claim of no record");
    const { slot, promise } = readAny(record).values;
    expect(standingOf(slot, promise)).toBe(claim.state);
    const rivals = claims.filter((other) => other.state !== claim.state && isRival(claim, other));
    expect(new Set(promise?.with)).toEqual(new Set(rivals.map((rival) => rival.record)));
  }
};

test("an empty calendar is not locked for ever by an edit that is refused", async () => {
  const [dialect] = dialects;
  if (dialect === undefined) throw new Error("there is a dialect");
  await using phones = await twoPhones(dialect);
  const { one, book, edits } = phones;
  const wrong = edits.set(book(0, 30).record, 0, "slot", { start: toInstant(0) });
  expect((await one.push(wrong)).ack(wrong)).toBe("r:edit.record_unknown");
  const right = book(0, 30);
  await one.push(right);
  expect(await shown(one, right)).toEqual([["held"]]);
});
