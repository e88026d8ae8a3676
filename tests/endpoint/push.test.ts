import { describe, expect, test } from "vitest";
import { makeRecordId, type OpId } from "#domain/ids.ts";
import { hourMs, toInstant } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { opToWire } from "#protocol/op.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { conflictsIn, echoOf, twoAdvisers } from "../support/endpoint/two-advisers.ts";

describe.each(dialects)("a push on $name", (dialect) => {
  test("is applied, echoed with its scopes, and seen by a colleague", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client } = team;
    const set = edits.set(client, 1, "name", "Suopursu");
    const answer = await one.push(set);
    expect(answer.ack(set)).toBe("a");
    expect(echoOf(answer, client)).toMatchObject({ ver: 2, t: "client", in: [endpoint.team] });
    expect((await other.sync()).records.get(client)?.f["name"]).toBe("Suopursu");
  });

  test("that comes again changes nothing and gets the same answer", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, endpoint, client } = team;
    const set = edits.set(client, 1, "name", "Suopursu");
    const first = await one.push(set, set);
    const second = await one.push(set);
    expect([first.ack(set), second.ack(set)]).toEqual(["a", "a"]);
    expect(echoOf(second, client)?.ver).toBe(2);
    const scope = await endpoint.database
      .selectFrom("scope")
      .select("seq")
      .where("id", "=", endpoint.team)
      .executeTakeFirstOrThrow();
    expect(scope.seq).toBe(2);
  });

  test("whose answer was lost is answered when the device asks about it", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const applied = edits.set(client, 1, "name", "Suopursu");
    const refused = edits.set(makeRecordId(team.endpoint.chance), 1, "name", "x");
    const unsent = edits.set(client, 2, "name", "Hilla");
    await one.post(
      "/sync",
      one.request({ ops: [applied, refused].map((op) => opToWire(op, false)) }),
    );
    const answer = await one.sync({ q: [applied.id, refused.id, unsent.id] });
    expect(answer.header.ack).toEqual({ [applied.id]: "a", [refused.id]: "r:edit.record_unknown" });
    expect(echoOf(answer, client)?.f["name"]).toBe("Suopursu");
  });

  test("under an id that another member has used is refused and tells nothing of that one's edit", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client } = team;
    const theirs = edits.set(client, 1, "name", "Suopursu");
    await one.push(theirs);
    expect((await other.sync({ q: [theirs.id] })).header).toMatchObject({ ack: {}, echo: [] });
    const forged = { ...edits.create("client", { name: "Hilla" }), id: theirs.id };
    const good = edits.set(client, 2, "name", "Hilla");
    const answer = await other.push(forged, good);
    expect([answer.ack(forged), answer.ack(good)]).toEqual(["r:edit.value_invalid", "a"]);
    expect(answer.records.has(forged.record)).toBe(false);
    expect((await other.sync({ q: [forged.id] })).header.ack).toEqual({});
    expect((await one.sync({ q: [theirs.id] })).ack(theirs)).toBe("a");
  });

  test("of two values set without sight of each other keeps the later and shows the other", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client } = team;
    const sent = endpoint.clock.now();
    const late = edits.set(client, 1, "name", "Myöhempi");
    const early = edits.set(client, 1, "name", "Aiempi", toInstant(sent - hourMs));
    expect((await one.push(late)).ack(late)).toBe("a");
    const answer = await other.push(early);
    expect(answer.ack(early)).toBe("c");
    expect(echoOf(answer, client)?.f["name"]).toBe("Myöhempi");
    expect(conflictsIn(answer.records.values())).toEqual([
      {
        record: client,
        field: "name",
        kept: "Myöhempi",
        lost: "Aiempi",
        lostBy: other.member,
        lostAt: sent - hourMs,
        keptBy: one.member,
        keptAt: sent,
        state: "open",
        closed: null,
      },
    ]);
    expect(await team.earlier()).toMatchObject([
      { why: "overwritten", value: '"Kanerva"' },
      { why: "conflict", value: '"Aiempi"', by_member: other.member, by_device: other.id },
    ]);
  });

  test("takes the device's wrong clock into account", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client } = team;
    const yearMs = 365 * 24 * hourMs;
    const now = endpoint.clock.now();
    const early = edits.set(client, 1, "name", "Aiempi", toInstant(now + yearMs - hourMs));
    const late = edits.set(client, 1, "name", "Myöhempi", toInstant(now - 60_000));
    await one.sync({ now: toInstant(now + yearMs), ops: [opToWire(early, false)] });
    const answer = await other.push(late);
    expect(echoOf(answer, client)?.f["name"]).toBe("Myöhempi");
  });

  test("of the same value by both is no conflict", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client } = team;
    await one.push(edits.set(client, 1, "name", "Sama"));
    const same = edits.set(client, 1, "name", "Sama");
    expect((await other.push(same)).ack(same)).toBe("a");
  });

  test("that builds on an own edit still under way is no conflict", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const first = edits.set(client, 1, "name", "Eka");
    const second: Op = { ...edits.set(client, 1, "name", "Toka"), seen: { after: first.id } };
    const answer = await one.push(first, second);
    expect([answer.ack(first), answer.ack(second)]).toEqual(["a", "a"]);
    expect(echoOf(answer, client)?.f["name"]).toBe("Toka");
  });

  test("with an edit that is refused still applies the others, and refuses it for ever", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const nobody = makeRecordId(team.endpoint.chance);
    const bad = edits.set(nobody, 1, "name", "Haamu");
    const good = edits.set(client, 1, "name", "Suopursu");
    const answer = await one.push(bad, good);
    expect([answer.ack(bad), answer.ack(good)]).toEqual(["r:edit.record_unknown", "a"]);
    const make = { ...edits.create("client", { name: "Nyt on" }), record: nobody };
    await one.push(make);
    expect((await one.push(bad)).ack(bad)).toBe("r:edit.record_unknown");
  });

  test("with an edit that would break the program refuses that one and applies the others", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const poison = JSON.stringify(opToWire(edits.set(client, 1, "later", null), false)).replace(
      '"v":null',
      `"v":${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    );
    const good = edits.set(client, 1, "name", "Suopursu");
    const body = JSON.stringify(one.request({ ops: ["@" as never, opToWire(good, false)] }));
    const response = await one.post("/sync", body.replace('"@"', poison));
    const [header] = (await response.text()).split("\n");
    expect(header).toContain("r:edit.value_invalid");
    expect(header).toContain('"acks":"ra"');
  });

  test.each<[string, (team: Awaited<ReturnType<typeof twoAdvisers>>) => Op, string]>([
    [
      "a record that is there",
      (t) => ({ ...t.edits.create("client", { name: "x" }), record: t.client }),
      "edit.record_exists",
    ],
    [
      "a personal identity code",
      (t) => t.edits.set(t.client, 1, "name", "131052-308T"),
      "edit.personal_code",
    ],
    [
      "a personal identity code in a field to come",
      (t) => t.edits.set(t.client, 1, "later", { deep: ["010199-8148"] }),
      "edit.personal_code",
    ],
    [
      "a personal identity code in a text",
      (t) => t.edits.text(t.client, 1, "note", "hetu 131052-308T", { hash: sha256(t.note) }),
      "edit.personal_code",
    ],
    [
      "a personal identity code in a new record",
      (t) => t.edits.create("client", { name: "131052-308T" }),
      "edit.personal_code",
    ],
    [
      "a personal identity code in a kind to come",
      (t) => t.edits.create("visit", { what: "131052-308T" }),
      "edit.personal_code",
    ],
    [
      "a value the field cannot hold",
      (t) => t.edits.set(t.client, 1, "phone", "soita"),
      "edit.value_invalid",
    ],
    [
      "a text set like a register",
      (t) => t.edits.set(t.client, 1, "note", "x"),
      "edit.value_invalid",
    ],
    [
      "a counter where there is none",
      (t) => ({ ...t.edits.remove(t.client, 1), verb: "inc", field: "name.a", value: 1 }),
      "edit.value_invalid",
    ],
    [
      "a share of what is never shared",
      (t) => ({ ...t.edits.remove(t.client, 1), verb: "share", scope: t.endpoint.area }),
      "edit.not_allowed",
    ],
    ["a kind only the endpoint makes", (t) => t.edits.create("conflict", {}), "edit.not_allowed"],
    [
      "an adviser's record",
      (t) => t.edits.create("adviser", { name: "x" }, t.endpoint.area),
      "edit.not_allowed",
    ],
  ])("is refused with %s", async (_, makeOp, reason) => {
    await using team = await twoAdvisers(dialect);
    const op = makeOp(team);
    const answer = await team.one.push(op);
    expect(answer.ack(op)).toBe(`r:${reason}`);
    expect((await team.one.sync({ q: [op.id] })).ack(op)).toBe(`r:${reason}`);
    expect((await team.other.sync()).records.get(team.client)?.ver).toBe(1);
  });

  test("on a deleted record is refused, and the device sees that it is gone", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client } = team;
    const remove = edits.remove(client, 1);
    expect((await one.push(remove)).ack(remove)).toBe("a");
    const set = edits.set(client, 1, "name", "Suopursu");
    const answer = await other.push(set);
    expect(answer.ack(set)).toBe("r:edit.record_deleted");
    expect(echoOf(answer, client)?.del).toBe(1);
    expect(echoOf(answer, client)?.f).toEqual({});
  });

  test("keeps kinds and fields of another version to the letter", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client } = team;
    const odd = { zebra: [1, { b: null, a: "\u0000 ä \ud83d" }], apple: 1.5e300, 'quote"': true };
    const make = edits.create("horse-ride", { saddle: odd });
    const later = edits.set(client, 1, "later", odd);
    const within = edits.set(client, 1, "items.new-one", odd);
    const answer = await one.push(make, later, within);
    expect([make, later, within].map((op) => answer.ack(op))).toEqual(["a", "a", "a"]);
    const pulled = await other.sync();
    expect(JSON.stringify(pulled.records.get(make.record)?.f)).toBe(
      JSON.stringify({ saddle: odd }),
    );
    const f: Fields = pulled.records.get(client)?.f ?? {};
    expect(JSON.stringify(f["later"])).toBe(JSON.stringify(odd));
    expect(JSON.stringify(f["items"])).toBe(JSON.stringify({ "new-one": odd }));
  });

  test("of two hundred edits to one record takes one number of the scope", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, endpoint, client } = team;
    const ops: Op[] = [];
    let last: OpId | undefined;
    for (let n = 0; n < 200; n += 1) {
      const op = edits.set(client, 1, "name", `Nimi ${n}`);
      ops.push(last === undefined ? op : { ...op, seen: { after: last } });
      last = op.id;
    }
    const answer = await one.push(...ops);
    expect(new Set(Object.values(answer.header.ack))).toEqual(new Set(["a"]));
    expect(echoOf(answer, client)?.ver).toBe(201);
    expect(answer.cursors[endpoint.team]?.[1]).toBe(2);
  });
});
