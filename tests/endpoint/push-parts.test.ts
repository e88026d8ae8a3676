import { describe, expect, test } from "vitest";
import type { ScopeId } from "#domain/ids.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { partsOf } from "#endpoint/routes/exchange.ts";
import { opToWire } from "#protocol/op.ts";
import { scopesWord } from "#protocol/scopes-word.ts";
import type { HeaderLine } from "#protocol/sync-answer.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { linesOf, readAnswer } from "../support/endpoint/read-answer.ts";
import { thursdayMorning } from "../support/platform.ts";

const inParts = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect, editsAtOnce: 3 });
  const one = await enrolledDevice(endpoint);
  const other = await enrolledDevice(endpoint, { name: "Otto Koe" });
  const edits = makeEdits(endpoint);
  const make = (count: number) =>
    Array.from({ length: count }, (_, nth) => edits.create("client", { name: `Asiakas ${nth}` }));
  const answered = async () =>
    (await endpoint.database.selectFrom("applied").select("op_id").execute()).length;
  return { endpoint, one, other, edits, make, answered, [Symbol.asyncDispose]: endpoint.close };
};

const toWire = (ops: readonly Op[]) => ops.map((op) => opToWire(op, true));

/** Reads the first part, and gives what reads so many more, or all the rest. */
const readerBehindFirst = async (response: Response) => {
  const reader = response.body?.getReader();
  await reader?.read();
  return async (count = Infinity) => {
    let text = "";
    for (let left = count; left > 0; left -= 1) {
      const part = await reader?.read();
      if (part?.done !== false) break;
      text += Buffer.from(part.value).toString();
    }
    return text;
  };
};

const scopesWordOf = (
  scopes: NonNullable<HeaderLine["scopes"]>,
  cursors: Readonly<Record<string, unknown>>,
) =>
  scopesWord(
    Object.keys(cursors).flatMap((id) => {
      const [kind, role] = scopes[id as ScopeId] ?? [];
      return kind === undefined || role === undefined ? [] : [{ kind, role }];
    }),
  );

describe.each(dialects)("a push that is taken in parts on $name", (dialect) => {
  test("answers for every edit once, a header a part, and brings what others did once, at the end", async () => {
    await using team = await inParts(dialect);
    const { endpoint, one, other, edits, make } = team;
    const mine = make(4);
    const { cursors } = await one.push(...mine);
    const [theirs] = make(1) as [Op];
    await other.push(theirs);
    const ops = mine.flatMap(({ record }) => [
      edits.set(record, 1, "name", `Uusi ${record}`),
      edits.set(record, 1, "language", "sv"),
    ]);
    const response = await one.post("/sync", one.request({ ops: toWire(ops), cur: cursors }));
    const text = await response.clone().text();
    const headers = text.split("\n").filter((line) => line.startsWith('{"h":1'));
    expect(headers.map((line) => (JSON.parse(line) as { acks: string }).acks)).toEqual([
      "aaaa",
      "aaaa",
    ]);
    const answer = await readAnswer(response, toWire(ops));
    expect(ops.map((op) => answer.ack(op))).toEqual(ops.map(() => "a"));
    const echoed = new Map(answer.header.echo.map(({ id, f }) => [id, f["name"]]));
    expect(echoed).toEqual(new Map(mine.map(({ record }) => [record, `Uusi ${record}`])));
    expect([...answer.records.keys()]).toEqual([theirs.record]);
    const again = await one.sync({ cur: answer.cursors });
    expect(again.chunksOf(endpoint.team)).toEqual([]);
  });

  test("brings a record anew that changed behind the part that told of it", async () => {
    await using team = await inParts(dialect);
    const { one, other, edits, make } = team;
    const mine = make(5);
    const { cursors } = await one.push(...mine);
    const ops = mine.map(({ record }) => edits.set(record, 1, "name", "Uusi"));
    const response = await one.post("/sync", one.request({ ops: toWire(ops), cur: cursors }));
    const reader = response.body?.getReader();
    const { value = new Uint8Array() } = (await reader?.read()) ?? {};
    const [first] = ops as [Op];
    const over = edits.set(first.record, 2, "language", "sv");
    expect((await other.push(over)).ack(over)).toBe("a");
    let text = Buffer.from(value).toString();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
      text += Buffer.from(next.value).toString();
    const answer = await readAnswer(new Response(text), toWire(ops));
    expect([...answer.records]).toMatchObject([[first.record, { ver: 3, f: { language: "sv" } }]]);
  });

  test("tells once more of a time that a time of a later part meets", async () => {
    await using team = await inParts(dialect);
    const { one, edits, make } = team;
    const start = thursdayMorning;
    const slot = { start, end: addMs(start, hourMs), place: null, adviser: one.member };
    const book = () => edits.create("appointment", { slot, status: "booked" });
    const [first, second] = [book(), book()];
    const answer = await one.push(first, ...make(2), second);
    const last = answer.header.echo.findLast(({ id }) => id === first.record);
    expect(last).toMatchObject({ ver: 2, f: { promise: { with: [second.record] } } });
  });

  test("is left where it is when the device goes away, and taken up when it comes again", async () => {
    await using team = await inParts(dialect);
    const { one, other, endpoint, make, answered } = team;
    const heard: string[] = [];
    endpoint.wakeBus.subscribe({
      onWake: (advanced) => Promise.resolve(void heard.push(...advanced.keys())),
      onClose: () => undefined,
    });
    const ops = make(10);
    const response = await one.post("/sync", one.request({ ops: toWire(ops) }));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await answered()).toBe(3);
    expect(heard).toEqual([endpoint.team]);
    expect((await other.sync()).records.size).toBeGreaterThanOrEqual(3);
    const answer = await one.push(...ops);
    expect(ops.map((op) => answer.ack(op))).toEqual(ops.map(() => "a"));
    expect(await answered()).toBe(10);
  });

  test("is told of to others also when the device goes away before it has read anything", async () => {
    await using team = await inParts(dialect);
    const { one, endpoint, make, answered } = team;
    const heard: string[] = [];
    endpoint.wakeBus.subscribe({
      onWake: (advanced) => Promise.resolve(void heard.push(...advanced.keys())),
      onClose: () => undefined,
    });
    for (const packing of ["identity", "br"]) {
      heard.length = 0;
      const request = one.request({ ops: toWire(make(10)) });
      const response = await one.post("/sync", request, { "accept-encoding": packing });
      await response.body?.cancel();
      expect(heard).toEqual([endpoint.team]);
    }
    expect(await answered()).toBe(6);
  });

  test("is left where it is when the device is revoked meanwhile: it hears of nothing more", async () => {
    await using team = await inParts(dialect);
    const { one, endpoint, make, answered } = team;
    const response = await one.post("/sync", one.request({ ops: toWire(make(10)) }));
    const next = await readerBehindFirst(response);
    await endpoint.database
      .updateTable("device")
      .set({ revoked_at: endpoint.clock.now() })
      .where("id", "=", one.id)
      .execute();
    expect(await next()).toBe("");
    expect(await answered()).toBe(3);
    expect((await one.post("/sync", one.request())).status).toBe(410);
  });

  test("brings a scope anew that was taken from its author and given back between two parts", async () => {
    await using team = await inParts(dialect);
    const { one, other, endpoint, edits, make } = team;
    const mine = make(9);
    const theirs = make(2);
    await other.push(...theirs);
    const { cursors } = await one.push(...mine);
    const ops = mine.map(({ record }) => edits.set(record, 1, "name", "Uusi"));
    const sc = scopesWordOf((await one.sync({ cur: cursors })).header.scopes, cursors);
    const response = await one.post("/sync", one.request({ ops: toWire(ops), cur: cursors, sc }));
    const nextOf = await readerBehindFirst(response);
    const memberships = () =>
      endpoint.database.selectFrom("membership").where("member_id", "=", one.member);
    const [mineInTeam] = await memberships()
      .selectAll()
      .where("scope_id", "=", endpoint.team)
      .execute();
    if (mineInTeam === undefined) throw new Error("an adviser is in a team");
    await endpoint.database
      .deleteFrom("membership")
      .where("member_id", "=", one.member)
      .where("scope_id", "=", endpoint.team)
      .execute();
    const second = JSON.parse(await nextOf(1)) as HeaderLine;
    expect(Object.keys(second.scopes ?? {})).not.toContain(endpoint.team);
    await endpoint.database.insertInto("membership").values(mineInTeam).execute();
    const lines = linesOf(await nextOf());
    const [third] = lines as [HeaderLine];
    expect(Object.keys(third.scopes ?? {})).toContain(endpoint.team);
    expect(lines).toContainEqual(expect.objectContaining({ s: endpoint.team, reset: 1 }));
    const brought = lines.flatMap((line) => ("put" in line ? line.put.map(({ id }) => id) : []));
    expect(brought).toEqual(expect.arrayContaining([...mine, ...theirs].map((op) => op.record)));
  });

  test("that came once before is answered at once for all parts: their records have all of it in them", async () => {
    await using team = await inParts(dialect);
    const { one, edits, make } = team;
    const [made] = make(1) as [Op];
    const ops = [made, ...make(5), edits.set(made.record, 1, "name", "Uusi")];
    await one.push(...ops);
    const response = await one.post("/sync", one.request({ ops: toWire(ops) }));
    const text = await response.text();
    const [first = ""] = text.split("\n");
    const { acks, ack, echo } = JSON.parse(first) as HeaderLine;
    expect(acks).toBe("aaa");
    expect(ack).toEqual(Object.fromEntries(ops.slice(3).map(({ id }) => [id, "a"])));
    expect(echo.find(({ id }) => id === made.record)?.f["name"]).toBe("Uusi");
  });

  test("is cut off where the database fails, and says so in the log", async () => {
    await using team = await inParts(dialect);
    const { one, endpoint, make, answered } = team;
    const ops = make(10);
    const response = await one.post("/sync", one.request({ ops: toWire(ops) }));
    const reader = response.body?.getReader();
    await reader?.read();
    await endpoint.database.schema.alterTable("feed").renameTo("feed_away").execute();
    await expect(reader?.read()).rejects.toThrow(/feed/);
    await endpoint.database.schema.alterTable("feed_away").renameTo("feed").execute();
    expect(await answered()).toBe(3);
    expect(endpoint.log.join()).toContain("endpoint.defect");
  });
});

test("edits of one record that follow each other are in one part, and no edits are one", () => {
  const record = (e: string) => ({ e }) as Parameters<typeof partsOf>[0][number];
  const ops = ["a", "b", "b", "b", "c", "d", "e"].map(record);
  expect(partsOf(ops, 2).map((part) => part.map(({ e }) => e).join(""))).toEqual([
    "abbb",
    "cd",
    "e",
  ]);
  expect(partsOf([], 2)).toEqual([[]]);
});
