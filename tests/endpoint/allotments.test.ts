import { describe, expect, test } from "vitest";
import type { Op } from "#domain/op.ts";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { shown, twoPhones } from "../support/endpoint/two-phones.ts";

describe.each(dialects)("a slot allotment on $name", (dialect) => {
  test("keeps its time for what its holder gives out: nobody else's booking is held there", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, book, hold } = phones;
    const allotment = hold(0, 120, one);
    await one.push(allotment);
    const [outside, given] = [book(0, 30), book(0, 30, one.member, allotment.record)];
    const named = book(30, 60, one.member, allotment.record);
    await other.push(outside, named);
    await one.push(given);
    expect(await shown(one, allotment, outside, given, named)).toEqual([
      ["held", outside.record, named.record],
      ["clash", allotment.record, given.record],
      ["held", outside.record],
      ["clash", allotment.record],
    ]);
  });

  test("keeps its guarantee for what another device of the same member brings in the holder's stead", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, other, book, hold } = phones;
    const next = await enrolledDevice(endpoint, { member: one.member });
    const allotment = hold(0, 120, one);
    await one.push(allotment);
    const given = book(0, 30, one.member, allotment.record);
    const foreign = book(60, 90, one.member, allotment.record);
    await next.push(given);
    await other.push(foreign);
    expect(await shown(one, allotment, given, foreign)).toEqual([
      ["held", foreign.record],
      ["held"],
      ["clash", allotment.record],
    ]);
  });

  test("is a clash over a booking that was there before, and over another allotment", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, book, hold } = phones;
    const [booked, over, beside, twice] = [
      book(0, 30),
      hold(0, 60, one),
      hold(30, 60, one),
      hold(45, 90, other),
    ];
    await one.push(booked, over, beside);
    await other.push(twice);
    expect(await shown(one, booked, over, beside, twice)).toEqual([
      ["held", over.record],
      ["clash", booked.record, beside.record],
      ["held", over.record, twice.record],
      ["clash", beside.record],
    ]);
  });

  test("that came too late is held once nothing else is in its way, whatever its holder gave out of it meanwhile", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, hold, book } = phones;
    const first = book(0, 30);
    await other.push(first);
    const late = hold(0, 120, one);
    const given = book(60, 90, one.member, late.record);
    await one.push(late, given);
    expect(await shown(one, late, given)).toEqual([["clash", first.record], ["held"]]);
    await other.push(edits.set(first.record, 1, "status", "cancelled"));
    expect(await shown(one, late, given)).toEqual([["held"], ["held"]]);
  });

  test("gives its time back: what waited is held, what was given out stays held", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book, hold } = phones;
    const allotment = hold(0, 120, one);
    await one.push(allotment);
    const given = book(0, 30, one.member, allotment.record);
    const outside = book(60, 90);
    await other.push(outside);
    await one.push(given, edits.set(allotment.record, 2, "status", "returned"));
    expect(await shown(one, allotment, given, outside)).toEqual([
      ["tentative"],
      ["held"],
      ["held"],
    ]);
  });

  test("guarantees nothing outside its times, nor a time given out twice", async () => {
    await using phones = await twoPhones(dialect);
    const { one, book, hold } = phones;
    const allotment = hold(0, 60, one);
    await one.push(allotment);
    const given = (from: number, to: number) => book(from, to, one.member, allotment.record);
    const [first, twice, beyond] = [given(0, 30), given(15, 45), given(45, 75)];
    await one.push(first, twice, beyond);
    expect(await shown(one, first, twice, beyond)).toEqual([
      ["held", twice.record],
      ["clash", first.record],
      ["clash", allotment.record],
    ]);
  });

  test("leaves a time that was given to two with the one that it never heard was off, and else with the one that came first", async () => {
    await using phones = await twoPhones(dialect);
    const { one, edits, book, hold } = phones;
    const allotment = hold(0, 60, one);
    const given = (from: number) => book(from, from + 30, one.member, allotment.record);
    const [kept, heard] = [given(0), given(30)];
    await one.push(allotment, kept, heard);
    const off = ({ record }: Op) => edits.set(record, 1, "status", "cancelled");
    /** Over what this device wrote itself, which the endpoint may not have heard yet. */
    const on = (after: Op): Op => ({
      ...edits.set(after.record, 1, "status", "booked"),
      seen: { after: after.id },
    });
    const [keptOff, heardOff] = [off(kept), off(heard)];
    const [keptAgain, heardAgain] = [given(0), given(30)];
    await one.push(keptOff, keptAgain, on(keptOff));
    await one.push(heardOff);
    await one.push(heardAgain, on(heardOff));
    expect(await shown(one, kept, keptAgain, heard, heardAgain)).toEqual([
      ["held", keptAgain.record],
      ["clash", kept.record],
      ["clash", heardAgain.record],
      ["held", heard.record],
    ]);
  });
});
