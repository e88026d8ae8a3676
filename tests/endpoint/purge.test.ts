import { describe, expect, test } from "vitest";
import { makeRecordId, type RecordId } from "#domain/ids.ts";
import { dayMs, minuteMs } from "#domain/instant.ts";
import { commands } from "#endpoint/commands/all.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import type { ReadAnswer } from "../support/endpoint/read-answer.ts";

const isAnew = (answer: ReadAnswer, scope: string) =>
  answer.lines.some((line) => "reset" in line && line.s === scope);

/** A team with clients, the last of which is deleted, and a device that has all of it from before that. */
const withGone = async (dialect: TestDialect, count: number) => {
  const endpoint = await makeEndpoint({ dialect });
  const writer = await enrolledDevice(endpoint);
  const reader = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  const made = Array.from({ length: count }, () => edits.create("client", { name: "A", note: "" }));
  await writer.push(...made);
  const clients = made.map(({ record }) => record);
  const gone = clients.at(-1) as RecordId;
  const { cursors } = await reader.sync();
  await writer.push(edits.set(gone, 1, "name", "B"));
  await writer.push(edits.remove(gone, 2));
  const run = async () => {
    for (const device of [writer, reader]) await device.signIn();
    return purge(endpoint.database, endpoint.clock.now());
  };
  const close = () => endpoint.close();
  return {
    endpoint,
    writer,
    reader,
    edits,
    clients,
    gone,
    cursors,
    run,
    [Symbol.asyncDispose]: close,
  };
};

describe.each(dialects)("a purge on $name", (dialect) => {
  test("forgets a deleted record after 90 days and sends the scope anew to whoever had it still", async () => {
    await using team = await withGone(dialect, 3);
    const { endpoint, writer, reader, edits, gone, cursors, run } = team;
    const { cursors: late } = await writer.sync({ cur: cursors });
    endpoint.clock.advance(90 * dayMs - minuteMs);
    expect((await run()).gone).toBe(0);
    expect(isAnew(await reader.sync({ cur: cursors }), endpoint.team)).toBe(false);
    endpoint.clock.advance(2 * minuteMs);
    expect((await run()).gone).toBe(1);
    const { database } = endpoint;
    for (const table of ["earlier", "text_rev", "feed"] as const) {
      const left = database.selectFrom(table).select("entity_id").where("entity_id", "=", gone);
      expect(await left.execute()).toEqual([]);
    }
    const anew = await reader.sync({ cur: cursors });
    expect(isAnew(anew, endpoint.team)).toBe(true);
    expect(anew.records.has(gone)).toBe(false);
    expect((await writer.sync({ cur: late })).chunksOf(endpoint.team)).toEqual([]);
    const zombie = edits.set(gone, 1, "name", "C");
    expect((await reader.push(zombie)).ack(zombie)).toBe("r:edit.record_unknown");
  });

  test("lets a reset that was cut off go on if it began after the deletion, and begin anew if before", async () => {
    await using team = await withGone(dialect, 4);
    const { endpoint, reader, cursors, run } = team;
    const [epoch = "", before = 0] = cursors[endpoint.team] ?? [];
    const { cursors: present } = await reader.sync();
    const [, after = 0] = present[endpoint.team] ?? [];
    endpoint.clock.advance(91 * dayMs);
    await run();
    const goOn = (resetAt: number) =>
      reader.sync({ cur: { ...present, [endpoint.team]: [epoch, 2, resetAt] } });
    expect(isAnew(await goOn(before), endpoint.team)).toBe(true);
    const resumed = await goOn(after);
    expect(isAnew(resumed, endpoint.team)).toBe(false);
    expect(resumed.cursors[endpoint.team]).toEqual(present[endpoint.team]);
  });

  test("of more than one transaction holds takes everything", async () => {
    await using team = await withGone(dialect, 1);
    const { endpoint, run } = team;
    const { database } = endpoint;
    const ids = Array.from({ length: 600 }, () => makeRecordId(endpoint.chance));
    const state = { kind: "client", home: endpoint.team, ver: 2, deleted: 1 };
    const rest = { shares: "[]", about: null, fields: "{}", stamps: "{}", ends_at: null };
    const mark = { scope_id: endpoint.team, op: "put", at: endpoint.clock.now() };
    await database
      .insertInto("entity")
      .values(ids.map((id) => ({ id, ...state, ...rest })))
      .execute();
    await database
      .insertInto("feed")
      .values(ids.map((entity_id, nth) => ({ entity_id, seq: 1_000 + nth, ...mark })))
      .execute();
    endpoint.clock.advance(91 * dayMs);
    expect((await run()).gone).toBe(601);
    const left = database.selectFrom("entity").select("id").where("deleted", "=", 1);
    expect(await left.execute()).toEqual([]);
  });

  test("forgets answers after 181 days, unused texts after 180, values that no longer stand after two years", async () => {
    await using team = await withGone(dialect, 2);
    const { endpoint, writer, reader, edits, clients, run } = team;
    const [client] = clients as [RecordId];
    const seen = (text: string) => ({ hash: sha256(text), base: text });
    await writer.push(edits.text(client, 1, "note", "Eka.", seen("")));
    await writer.push(edits.set(client, 2, "name", "B"));
    endpoint.clock.advance(100 * dayMs);
    await run();
    await writer.push(edits.text(client, 3, "note", "Eka. Toka.", seen("Eka.")));
    const merged = edits.text(client, 3, "note", "Alku. Eka.", seen("Eka."));
    expect((await reader.push(merged)).ack(merged)).toBe("m");
    endpoint.clock.advance(82 * dayMs);
    const purged = await run();
    expect(purged).toMatchObject({ texts: 0, earlier: 0 });
    expect(purged.answers).toBeGreaterThan(0);
    endpoint.clock.advance(100 * dayMs);
    // The only one that never stood: the others are among the earlier values.
    expect((await run()).texts).toBe(1);
    const onTopOf = async (base: string, text: string) => {
      const late = {
        ...edits.text(client, 3, "note", text, { hash: sha256(base) }),
        endpointAt: endpoint.clock.now(),
      };
      return (await writer.push(late)).ack(late);
    };
    expect(await onTopOf("Alku. Eka.", "Alku. Eka. Myöhässä.")).toBe("b");
    expect(await onTopOf("Eka.", "Eka. Myöhässä.")).toBe("c");
    endpoint.clock.advance(731 * dayMs);
    expect((await run()).earlier).toBeGreaterThan(0);
    expect(await endpoint.database.selectFrom("earlier").select("op_id").execute()).toEqual([]);
    expect(await onTopOf("Eka.", "Eka. Liian myöhässä.")).toBe("b");
  });

  test("takes out sessions and codes that are over, and tells how many of what", async () => {
    await using team = await withGone(dialect, 1);
    const { endpoint } = team;
    endpoint.clock.advance(91 * dayMs);
    const context = { ...endpoint, origin: "http://localhost:8787" };
    const told = await commands.get("purge")?.run(context, {});
    expect(told).toMatchObject({ ok: true });
    expect(told?.ok === true && told.value).toMatch(/gone +1\n[^]*sessions +2\ncodes +2\n/);
  });
});
