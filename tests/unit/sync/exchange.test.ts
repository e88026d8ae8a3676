import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { recordToWire } from "#protocol/sync-answer.ts";
import type { Store } from "#store/store.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { enrolTestDevice, type TestDevice, testArea, testTeam } from "../../support/device.ts";
import { clientState, clientStates } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";
import { type Answer, makeScriptedTransport } from "./scripted-transport.ts";

const header = (more: object = {}) => ({
  h: 1,
  p: 1,
  minp: 1,
  now: 1_800_000_000_000,
  ack: {},
  scopes: { [testTeam]: ["team", "adviser"], [testArea]: ["area", "adviser"] },
  echo: [],
  ...more,
});
const end = { end: 1, more: false };

const exchangeWith = (
  { store, platform }: TestDevice,
  answer: Parameters<typeof makeScriptedTransport>[0],
  signal?: AbortSignal,
) => {
  const transport = makeScriptedTransport(answer);
  const { clock, chance } = platform;
  const parts = { store, transport, clock, chance, ...(signal === undefined ? {} : { signal }) };
  return { transport, run: (batch = 200) => exchangeOnce(parts, batch) };
};

const write = async (store: Store, name: string) => {
  const record = store.newRecordId();
  const fields = { name };
  expectOk(await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields }]));
  return record;
};

const names = ({ store }: TestDevice) =>
  [...store.ledger.all(clientKind).values()].map(({ values }) => values.name).sort();

describe("an exchange", () => {
  test("sends the oldest edits, asks about the others, and tells where it stands", async () => {
    const device = await enrolTestDevice();
    for (const name of ["a", "b", "c"]) await write(device.store, name);
    const { transport, run } = exchangeWith(device, () => ({ lines: [header(), end] }));
    expect(expectOk(await run(2))).toEqual({ more: false });
    const [one, two, three] = device.store.exchange.unsent();
    expect(transport.requests[0]?.ops.map(({ o }) => o)).toEqual([one?.id, two?.id]);
    expect(transport.requests[0]?.q).toEqual([three?.id]);
    expect(transport.requests[0]?.cur).toEqual({});
  });

  test("cut off after any line of a reset goes on where it was, and ends complete", async () => {
    const states = clientStates(testTeam, 60);
    const chunk = (from: number) => ({
      s: testTeam,
      put: states.slice(from, from + 20).map(recordToWire),
      drop: [],
      c: ["e2", from + 20],
    });
    const rest = [chunk(0), chunk(20), chunk(40)];
    const finish = { s: testTeam, resetEnd: 1, c: ["e2", 60] };
    for (let cut = 1; cut <= 5; cut += 1) {
      const device = await enrolTestDevice();
      const old = clientState(testTeam, "lähtee");
      const cursor = { epoch: "e1", seq: 9 };
      expectOk(
        await device.store.exchange.takeChunks({ scope: testTeam, put: [old], drop: [], cursor }),
      );
      const answers = (request: { readonly cur: object }): Answer => {
        const [epoch, seq = 0] = (request.cur as Record<string, [string, number, 1?]>)[
          testTeam
        ] ?? [""];
        if (epoch !== "e2")
          return { lines: [header(), { s: testTeam, reset: 1 }, ...rest, finish, end] };
        return { lines: [header(), ...rest.slice(seq / 20), finish, end] };
      };
      const first = exchangeWith(device, (request) => {
        const answer = answers(request);
        return "code" in answer ? answer : { lines: answer.lines.slice(0, cut), isCut: true };
      });
      expect(expectFailure(await first.run())).toEqual({ code: "network.cut" });
      expect(names(device)).toContain("lähtee");
      const second = exchangeWith(device, answers);
      expect(expectOk(await second.run())).toEqual({ more: false });
      expect(names(device)).toHaveLength(60);
      expect(names(device)).not.toContain("lähtee");
    }
  });

  test("that is asked for a starting text brings it once, and does not hurry for ever", async () => {
    const device = await enrolTestDevice();
    const cursor = { epoch: "e1", seq: 1 };
    expectOk(
      await device.store.exchange.takeChunks({ scope: testTeam, put: [], drop: [], cursor }),
    );
    const record = await write(device.store, "Veikko");
    const sight = device.store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await device.store.write([{ verb: "text", sight, field: "note", value: "Soittaa." }]));
    const [made, text] = device.store.exchange.unsent();
    const state = recordToWire(clientState(testTeam, "Veikko", { id: record }));
    const { transport, run } = exchangeWith(device, (request) => {
      const isFirst = request.ops.some(({ o }) => o === made?.id);
      const ack = isFirst ? { [made!.id]: "a", [text!.id]: "b" } : { [text!.id]: "b" };
      return { lines: [header({ ack, echo: isFirst ? [{ ...state, in: [testTeam] }] : [] }), end] };
    });
    expect(expectOk(await run())).toEqual({ more: true });
    expect(expectOk(await run())).toEqual({ more: false });
    expect(transport.requests.map(({ ops }) => ops.map((op) => "x" in op))).toEqual([
      [false, false],
      [true],
    ]);
    expect(device.store.exchange.unsent().map(({ id }) => id)).toEqual([text?.id]);
  });

  test("with an endpoint that gives this version no records asks once, and goes on sending", async () => {
    const device = await enrolTestDevice();
    const record = await write(device.store, "Veikko");
    const state = recordToWire(clientState(testTeam, "Veikko", { id: record }));
    const known = new Set<string>();
    const { transport, run } = exchangeWith(device, ({ ops, q }) => {
      for (const { o } of ops) known.add(o);
      const answered = [...ops.map(({ o }) => o), ...q].filter((id) => known.has(id));
      const ack = Object.fromEntries(answered.map((id) => [id, "a"]));
      return {
        lines: [header({ minp: 99, ack, echo: [{ ...state, in: [testTeam] }] }), end],
      };
    });
    expect(expectFailure(await run())).toEqual({ code: "protocol.too_old" });
    const sight = device.store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await device.store.write([{ verb: "set", sight, field: "name", value: "Koe" }]));
    expect(expectFailure(await run())).toEqual({ code: "protocol.too_old" });
    expect(expectFailure(await run())).toEqual({ code: "protocol.too_old" });
    const sent = transport.requests.map(({ ops, q }) => [ops.map(({ k }) => k), q.length]);
    expect(sent).toEqual([
      [["new"], 0],
      [[], 2],
      [["set"], 0],
    ]);
  });

  test("signs in once when the session is over", async () => {
    const device = await enrolTestDevice();
    let isSignedIn = false;
    const { transport, run } = exchangeWith(device, () => {
      if (isSignedIn) return { lines: [header(), end] };
      isSignedIn = true;
      return { code: "session.missing", endpointNow: 5 as never };
    });
    expectOk(await run());
    expect(transport.signIns).toHaveLength(1);
    const refused = exchangeWith(device, () => ({
      code: "session.missing",
      endpointNow: 5 as never,
    }));
    expect(expectFailure(await refused.run()).code).toBe("session.missing");
    expect(refused.transport.requests).toHaveLength(2);
  });

  test("ends with what the disk says when it is locked in the middle, and throws nothing", async () => {
    const device = await enrolTestDevice();
    const { run } = exchangeWith(device, () => {
      device.store.lock();
      return { lines: [header({ scopes: {} }), end] };
    });
    expect(expectFailure(await run())).toEqual({ code: "storage.lost" });
  });

  test("that is called off takes no further line", async () => {
    const device = await enrolTestDevice();
    const ending = new AbortController();
    const state = recordToWire(clientState(testTeam, "Veikko"));
    const { run } = exchangeWith(
      device,
      () => {
        ending.abort();
        return { lines: [header(), { s: testTeam, put: [state], drop: [], c: ["e", 1] }, end] };
      },
      ending.signal,
    );
    expect(expectFailure(await run())).toEqual({ code: "network.cut" });
    expect(names(device)).toEqual([]);
    expect(expectFailure(await run())).toEqual({ code: "network.cut" });
  });

  test("is not taken from a stranger, from one who stops short, or from a newer language", async () => {
    const device = await enrolTestDevice();
    const codeOf = async (lines: readonly object[]) =>
      expectFailure(await exchangeWith(device, () => ({ lines })).run()).code;
    expect(await codeOf([{ hello: 1 }])).toBe("network.not_katve");
    expect(await codeOf([{ s: testTeam, reset: 1 }])).toBe("network.not_katve");
    // Scopes that the request did not name have to be named, or none would be left.
    expect(await codeOf([{ h: 1, now: 0 }, { end: 1 }])).toBe("network.not_katve");
    expect(await codeOf([{ h: 1, now: 0, scopes: {}, acks: "a" }, { end: 1 }])).toBe(
      "network.not_katve",
    );
    expect(await codeOf([header()])).toBe("network.cut");
    expect(await codeOf([header({ minp: 99 }), end])).toBe("protocol.too_old");
    expect(device.store.exchange.last()).toBeNull();
  });

  test("is not taken with what no later request could say: a cursor or a version beyond its form", async () => {
    const device = await enrolTestDevice();
    const record = { id: device.store.newRecordId(), t: "client", s: testTeam, ver: 1, f: {} };
    const chunks = [
      { s: testTeam, c: ["no epoch", 1] },
      { s: testTeam, put: [{ ...record, ver: 1e300 }], c: ["epoch", 1] },
    ];
    for (const chunk of chunks) {
      const { run } = exchangeWith(device, () => ({ lines: [header(), chunk, end] }));
      expect(expectFailure(await run()).code).toBe("network.not_katve");
    }
    expect(device.store.exchange.cursors().size).toBe(0);
  });
});
