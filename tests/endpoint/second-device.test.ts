import { describe, expect, test } from "vitest";
import { makeRecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { conflictsIn, echoOf, twoAdvisers } from "../support/endpoint/two-advisers.ts";

/** An adviser with a phone and the one that takes its place, and a colleague. */
const twoPhones = async (dialect: TestDialect) => {
  const team = await twoAdvisers(dialect);
  const next = await enrolledDevice(team.endpoint, { member: team.one.member });
  return { ...team, next };
};

describe.each(dialects)("an edit that two devices of one member have, on $name", (dialect) => {
  test("is applied once, whichever sends it first, and both get the same answer", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, endpoint } = team;
    const make = edits.create("event", { title: "Messut" }, endpoint.area);
    const count = edits.inc(make.record, "counts.work", 3);
    const first = await one.push(make, count);
    const second = await next.push(make, count);
    const third = await one.push(make, count);
    for (const answer of [first, second, third]) {
      expect([answer.ack(make), answer.ack(count)]).toEqual(["a", "a"]);
      expect(echoOf(answer, make.record)).toMatchObject({ ver: 2, f: { counts: { work: 3 } } });
    }
  });

  test("is answered for to the one that only asks", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client } = team;
    const applied = edits.set(client, 1, "name", "Suopursu");
    const refused = edits.set(makeRecordId(team.endpoint.chance), 1, "name", "x");
    await one.push(applied, refused);
    const answer = await next.sync({ q: [applied.id, refused.id] });
    expect(answer.header.ack).toEqual({ [applied.id]: "a", [refused.id]: "r:edit.record_unknown" });
    expect(echoOf(answer, client)?.f["name"]).toBe("Suopursu");
  });

  test("keeps its answer after the device that sent it was revoked", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client, endpoint } = team;
    const set = edits.set(client, 1, "name", "Suopursu");
    await one.push(set);
    await endpoint.database
      .updateTable("device")
      .set({ revoked_at: endpoint.clock.now() })
      .where("id", "=", one.id)
      .execute();
    const answer = await next.push(set);
    expect(answer.ack(set)).toBe("a");
    expect(echoOf(answer, client)?.ver).toBe(2);
  });

  test("is refused to another member, who learns nothing of it", async () => {
    await using team = await twoPhones(dialect);
    const { next, other, edits, client } = team;
    const set = edits.set(client, 1, "name", "Suopursu");
    await next.push(set);
    const answer = await other.push({ ...edits.create("client", { name: "Hilla" }), id: set.id });
    expect(answer.ack(set)).toBe("r:edit.value_invalid");
    expect((await other.sync({ q: [set.id] })).header.ack).toEqual({});
  });

  test("is gone on from by the other as by itself, without a conflict", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client } = team;
    const first = edits.set(client, 1, "name", "Eka");
    const second: Op = { ...edits.set(client, 1, "name", "Toka"), seen: { after: first.id } };
    const third: Op = { ...edits.set(client, 1, "name", "Kolmas"), seen: { after: second.id } };
    await one.push(first);
    const answer = await next.push(first, second, third);
    expect([first, second, third].map((op) => answer.ack(op))).toEqual(["a", "a", "a"]);
    const late = await one.push(second);
    expect(late.ack(second)).toBe("a");
    expect(echoOf(late, client)?.f["name"]).toBe("Kolmas");
    expect(conflictsIn((await one.sync()).records.values())).toEqual([]);
  });

  test("that was refused leaves behind what its author had seen, for the other too", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client } = team;
    const first = edits.set(client, 1, "name", "Eka");
    const bad: Op = { ...edits.set(client, 1, "name", "131052-308T"), seen: { after: first.id } };
    const last: Op = { ...edits.set(client, 1, "name", "Toka"), seen: { after: bad.id } };
    const refused = await one.push(first, bad);
    expect(refused.ack(bad)).toBe("r:edit.personal_code");
    const answer = await next.push(bad, last);
    expect([answer.ack(bad), answer.ack(last)]).toEqual(["r:edit.personal_code", "a"]);
    expect(echoOf(answer, client)?.f["name"]).toBe("Toka");
  });

  test("by both in one field without sight of each other is shown as a conflict", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client, endpoint } = team;
    const base = edits.set(client, 1, "name", "Eka");
    const old: Op = { ...edits.set(client, 1, "name", "Vanha"), seen: { after: base.id } };
    const fresh: Op = { ...edits.set(client, 1, "name", "Uusi"), seen: { after: base.id } };
    await one.push(base, old);
    endpoint.clock.advance(1_000);
    const answer = await next.push(base, { ...fresh, at: endpoint.clock.now() });
    expect(answer.ack(fresh)).toBe("c");
    expect(echoOf(answer, client)?.f["name"]).toBe("Uusi");
  });

  test("of which the text it started from is asked for is answered once it comes", async () => {
    await using team = await twoPhones(dialect);
    const { one, next, edits, client } = team;
    const seen = { hash: sha256("Kukaan muu ei nähnyt tätä."), base: "Kukaan muu ei nähnyt tätä." };
    const text = edits.text(client, 1, "note", "Kukaan muu ei nähnyt tätä. Lisää.", seen);
    const { base: _base, ...bare } = text as Extract<Op, { verb: "text" }>;
    expect((await one.push(bare)).ack(text)).toBe("b");
    const ack = (await next.push(text)).ack(text);
    expect(["a", "m", "c"]).toContain(ack);
    expect((await one.push(bare)).ack(text)).toBe(ack);
  });
});
