import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { opToWire } from "#protocol/op.ts";
import { scopesWord } from "#protocol/scopes-word.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { linesOf, type ReadAnswer } from "../support/endpoint/read-answer.ts";

/** A team with `count` clients, made by one device; another pulls. */
const filledTeam = async (dialect: TestDialect, count: number, options: object = {}) => {
  const endpoint = await makeEndpoint({ dialect, ...options });
  const writer = await enrolledDevice(endpoint);
  const reader = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  const clients: RecordId[] = [];
  while (clients.length < count) {
    const ops = Array.from({ length: Math.min(200, count - clients.length) }, (_, at) =>
      edits.create("client", { name: `Asiakas ${clients.length + at}` }),
    );
    await writer.sync({ ops: ops.map((op) => opToWire(op, false)) });
    clients.push(...ops.map((op) => op.record));
  }
  const close = () => endpoint.close();
  return { endpoint, writer, reader, edits, clients, [Symbol.asyncDispose]: close };
};

const linesAbout = (answer: ReadAnswer, scope: string) =>
  answer.lines
    .filter((line) => "s" in line && line.s === scope)
    .map((line) => ("reset" in line ? "reset" : "resetEnd" in line ? "resetEnd" : "chunk"));

/** Pulls until there is no more, going on from where each answer ended. */
const pullAll = async (device: TestDevice, max: number) => {
  const answers: ReadAnswer[] = [];
  let cur: Readonly<Record<string, WireCursor>> = {};
  for (;;) {
    const answer = await device.sync({ cur, max });
    answers.push(answer);
    cur = { ...cur, ...answer.cursors };
    if (!answer.more) return { answers, cur };
    if (answers.length > 100) throw new Error("it never ends");
  }
};

describe.each(dialects)("a pull on $name", (dialect) => {
  test("gives a new device everything, the area first, each scope whole", async () => {
    await using team = await filledTeam(dialect, 450);
    const { endpoint, reader, clients } = team;
    const answer = await reader.sync();
    const scopes = answer.lines.flatMap((line) => ("reset" in line ? [line.s] : []));
    expect(scopes).toEqual([endpoint.area, reader.member, endpoint.team]);
    expect(linesAbout(answer, endpoint.team)).toEqual([
      "reset",
      "chunk",
      "chunk",
      "chunk",
      "resetEnd",
    ]);
    expect(answer.chunksOf(endpoint.team).map(({ put }) => put.length)).toEqual([200, 200, 50]);
    expect(
      [...answer.records.values()].filter(({ t }) => t === "client").map(({ id }) => id),
    ).toEqual(clients);
    expect(answer.more).toBe(false);
  });

  test("gives nothing to a device that has everything", async () => {
    await using team = await filledTeam(dialect, 3);
    const { cursors } = await team.reader.sync();
    const idle = await team.reader.sync({ cur: cursors });
    expect(idle.lines).toHaveLength(2);
    expect(idle.header.echo).toEqual([]);
  });

  test("gives what is new since, once, in its present state", async () => {
    await using team = await filledTeam(dialect, 3);
    const { endpoint, writer, reader, edits, clients } = team;
    const { cursors } = await reader.sync();
    const [first, second] = clients as [RecordId, RecordId];
    await writer.push(edits.set(second, 1, "name", "Kerran"));
    await writer.push(edits.set(second, 2, "name", "Kahdesti"));
    await writer.push(edits.remove(first, 1));
    const answer = await reader.sync({ cur: cursors });
    expect(linesAbout(answer, endpoint.team)).toEqual(["chunk"]);
    const [chunk] = answer.chunksOf(endpoint.team);
    expect(chunk?.put).toEqual([
      { id: second, t: "client", s: endpoint.team, ver: 3, f: { name: "Kahdesti" } },
      { id: first, t: "client", s: endpoint.team, ver: 2, del: 1, f: {} },
    ]);
    expect(chunk?.c).toEqual(answer.cursors[endpoint.team]);
  });

  test("does not bring what the echo brought, but to a device that starts anew", async () => {
    await using team = await filledTeam(dialect, 2);
    const { endpoint, reader, edits, clients } = team;
    const { cursors } = await reader.sync();
    await team.writer.sync({ ops: [opToWire(edits.set(clients[1]!, 1, "name", "Toisen"), false)] });
    const op = opToWire(edits.set(clients[0]!, 1, "name", "Oma"), false);
    const sent = await reader.sync({ ops: [op], cur: cursors });
    expect(sent.header.echo.map(({ id }) => id)).toEqual([clients[0]]);
    expect(sent.chunksOf(endpoint.team).flatMap(({ put }) => put.map(({ id }) => id))).toEqual([
      clients[1],
    ]);
    expect((await reader.sync({ cur: { ...cursors, ...sent.cursors } })).lines).toHaveLength(2);
    const anew = await reader.sync({ ops: [op], cur: {} });
    expect(anew.header.echo).toHaveLength(1);
    expect(anew.chunksOf(endpoint.team).flatMap(({ put }) => put.map(({ id }) => id))).toContain(
      clients[0],
    );
  });

  test("leaves deleted records out of a new device's copy, and its cursor is the scope's last number", async () => {
    await using team = await filledTeam(dialect, 3);
    const { endpoint, writer, reader, edits, clients } = team;
    const last = clients[2] as RecordId;
    const own = await writer.push(edits.remove(last, 1));
    const answer = await reader.sync();
    expect(answer.records.has(last)).toBe(false);
    expect(answer.cursors[endpoint.team]).toEqual(own.cursors[endpoint.team]);
    expect((await reader.sync({ cur: answer.cursors })).chunks).toEqual([]);
  });

  test("tells a record that left a scope by its id alone", async () => {
    await using team = await filledTeam(dialect, 3);
    const { endpoint, reader, clients } = team;
    const { cursors } = await reader.sync();
    await endpoint.database
      .updateTable("feed")
      .set({ op: "drop", seq: 4 })
      .where("entity_id", "=", clients[0] as RecordId)
      .execute();
    await endpoint.database
      .updateTable("scope")
      .set({ seq: 4 })
      .where("id", "=", endpoint.team)
      .execute();
    const [chunk] = (await reader.sync({ cur: cursors })).chunksOf(endpoint.team);
    expect(chunk).toMatchObject({ put: [], drop: [clients[0]] });
    expect((await reader.sync()).records.has(clients[0] as RecordId)).toBe(false);
  });

  test("begins a scope anew for a cursor of another counting, from before its floor, or from a lost future", async () => {
    await using team = await filledTeam(dialect, 5);
    const { endpoint, reader } = team;
    const { cursors } = await reader.sync();
    const [epoch, seq] = cursors[endpoint.team] as WireCursor;
    await endpoint.database
      .updateTable("scope")
      .set({ floor: 3 })
      .where("id", "=", endpoint.team)
      .execute();
    const answerTo = async (cursor: WireCursor) =>
      linesAbout(
        await reader.sync({ cur: { ...cursors, [endpoint.team]: cursor } }),
        endpoint.team,
      );
    const anew = ["reset", "chunk", "resetEnd"];
    expect(await answerTo(["other", seq])).toEqual(anew);
    expect(await answerTo([epoch, 2])).toEqual(anew);
    expect(await answerTo([epoch, seq + 1])).toEqual(anew);
    expect(await answerTo([epoch, 3])).toEqual(["chunk"]);
    expect(await answerTo([epoch, seq])).toEqual([]);
  });

  test("tells of a scope whose past is undone before one that the device has not", async () => {
    await using team = await filledTeam(dialect, 1);
    const { endpoint, reader } = team;
    const { cursors } = await reader.sync();
    const [, seq] = cursors[endpoint.team] as WireCursor;
    const answer = await reader.sync({ cur: { [endpoint.team]: ["other", seq] } });
    const scopes = answer.lines.flatMap((line) => ("reset" in line ? [line.s] : []));
    expect(scopes).toEqual([endpoint.team, endpoint.area, reader.member]);
  });

  test("goes on where a reset was cut off, below the floor too", async () => {
    await using team = await filledTeam(dialect, 5);
    const { endpoint, reader, clients } = team;
    const { cursors } = await reader.sync();
    await endpoint.database
      .updateTable("scope")
      .set({ floor: 4 })
      .where("id", "=", endpoint.team)
      .execute();
    const [epoch] = cursors[endpoint.team] as WireCursor;
    const answer = await reader.sync({ cur: { ...cursors, [endpoint.team]: [epoch, 2, 5] } });
    expect(linesAbout(answer, endpoint.team)).toEqual(["chunk", "resetEnd"]);
    expect([...answer.records.keys()]).toEqual(clients.slice(2));
    const finished = await reader.sync({ cur: { ...cursors, [endpoint.team]: [epoch, 5, 5] } });
    expect(linesAbout(finished, endpoint.team)).toEqual(["resetEnd"]);
  });

  test("tells a device, going on with a reset, what it got before and was deleted since", async () => {
    await using team = await filledTeam(dialect, 5);
    const { endpoint, writer, reader, edits, clients } = team;
    const { cursors } = await reader.sync();
    const [epoch] = cursors[endpoint.team] as WireCursor;
    const first = clients[0] as RecordId;
    await writer.push(edits.remove(first, 1));
    const answer = await reader.sync({ cur: { ...cursors, [endpoint.team]: [epoch, 2, 1] } });
    expect(answer.records.get(first)).toMatchObject({ del: 1 });
  });

  test("stops at a chunk's end when it is full, and goes on until everything is there", async () => {
    await using team = await filledTeam(dialect, 900);
    const { endpoint, reader, clients } = team;
    const { answers, cur } = await pullAll(reader, 50_000);
    expect(answers.length).toBeGreaterThan(1);
    const lines = answers.flatMap((answer) => linesAbout(answer, endpoint.team));
    expect(lines.filter((line) => line === "reset")).toHaveLength(1);
    expect(lines.filter((line) => line === "resetEnd")).toHaveLength(1);
    const got = answers
      .flatMap((answer) => [...answer.records.values()])
      .filter(({ t }) => t === "client");
    expect(got.map(({ id }) => id)).toEqual(clients);
    expect(cur[endpoint.team]).toHaveLength(2);
    for (const answer of answers) {
      const bytes = answer.chunks.reduce((sum, { put }) => sum + JSON.stringify(put).length, 0);
      expect(bytes).toBeLessThan(51_000);
    }
  });

  test("of long texts keeps to the bytes that were asked for, and to one record at least", async () => {
    await using team = await filledTeam(dialect, 0);
    const { writer, reader, edits } = team;
    const ops = Array.from({ length: 30 }, () =>
      edits.create("client", { note: "Pitkä. ".repeat(2_800) }),
    );
    await writer.push(...ops);
    const { answers } = await pullAll(reader, 50_000);
    for (const answer of answers) {
      expect(JSON.stringify(answer.chunks).length).toBeLessThan(75_000);
    }
    const got = answers
      .flatMap((answer) => [...answer.records.values()])
      .filter(({ t }) => t === "client");
    expect(got).toHaveLength(30);
  });

  test("does not name the scopes to a device that says them all, as what they are", async () => {
    await using team = await filledTeam(dialect, 1);
    const { reader } = team;
    const { cursors, header } = await reader.sync();
    const ids = Object.keys(cursors);
    const scopes = ids.flatMap((id) => {
      const [kind, role] = header.scopes[id] ?? [];
      return kind === undefined || role === undefined ? [] : [{ kind, role }];
    });
    const headerFor = async (cur: typeof cursors, sc: string) => {
      const response = await reader.post("/sync", reader.request({ cur, sc }));
      return linesOf(await response.text())[0];
    };
    const sc = scopesWord(scopes);
    expect(await headerFor(cursors, sc)).not.toHaveProperty("scopes");
    const named = { scopes: header.scopes };
    expect(await headerFor(cursors, sc.replaceAll("a", "c"))).toMatchObject(named);
    const [first = "", ...others] = ids;
    const { [first]: one, ...left } = cursors;
    expect(await headerFor(left, scopesWord(scopes.slice(1)))).toMatchObject(named);
    const foreign = { ["F".repeat(22)]: one ?? ["e", 1], ...left } as typeof cursors;
    expect(Object.keys(foreign)).toHaveLength(others.length + 1);
    expect(await headerFor(foreign, sc)).toMatchObject(named);
  });

  test("is refused to a version that is too old, while its edits are taken", async () => {
    await using team = await filledTeam(dialect, 3, {
      oldestPullVersion: PROTOCOL_VERSION + 1,
    });
    const { reader, edits, endpoint } = team;
    const make = edits.create("client", { name: "Vanhalta" });
    const answer = await reader.push(make);
    expect(answer.ack(make)).toBe("a");
    expect(answer.header).toMatchObject({
      p: PROTOCOL_VERSION,
      minp: PROTOCOL_VERSION + 1,
    });
    expect(Object.keys(answer.header.scopes)).toContain(endpoint.team);
    expect(answer.header.echo).toHaveLength(1);
    expect(answer.lines).toHaveLength(2);
    expect(answer.more).toBe(false);
  });
});
