import { describe, expect, test } from "vitest";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { readRecord } from "#domain/record.ts";
import { wireToRecord } from "#protocol/sync-answer.ts";
import type { TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { at, twoPhones } from "../support/endpoint/two-phones.ts";

const conflictsOf = async (device: TestDevice) =>
  [...(await device.sync()).records.values()].filter(({ t }) => t === "conflict");

describe.each(dialects)("what two advisers tick unseen by each other on $name", (dialect) => {
  test("about telling a client is kept of both, and asks nobody to choose", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const made = book(0, 60);
    await one.push(made);
    const told = { start: at(0), status: "booked", at: at(-30) };
    await one.push(edits.set(made.record, 1, `told.${one.member}`, told));
    await other.push(edits.set(made.record, 1, `told.${other.member}`, { ...told, at: at(-20) }));
    const wire = (await one.sync()).records.get(made.record);
    const read = wire && readRecord(appointmentKind, wireToRecord(wire)).values.told;
    expect(Object.keys(read ?? {}).sort()).toEqual([one.member, other.member].sort());
    expect(await conflictsOf(one)).toEqual([]);
  });

  test("about a client who came is one tick", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const made = book(0, 60);
    await one.push(made);
    await one.push(edits.set(made.record, 1, "status", "arrived"));
    await other.push(edits.set(made.record, 1, "status", "arrived"));
    expect(await conflictsOf(one)).toEqual([]);
    await other.push(edits.set(made.record, 1, "status", "no-show"));
    expect(await conflictsOf(one)).toHaveLength(1);
  });

  test("about one who waits is shown where each booked another time", async () => {
    await using phones = await twoPhones(dialect);
    const { one, other, edits, book } = phones;
    const entry = edits.create(waitingKind.name, { status: "waiting", appointment: null });
    const [first, second] = [book(0, 30), book(60, 90)];
    await one.push(entry, first);
    await other.push(second);
    for (const [device, time] of [
      [one, first],
      [other, second],
    ] as const) {
      await device.push(
        edits.set(entry.record, 1, "status", "booked"),
        edits.set(entry.record, 1, "appointment", time.record),
      );
    }
    const conflicts = await conflictsOf(one);
    expect(conflicts.map(({ f }) => f["field"])).toEqual(["appointment"]);
  });
});
