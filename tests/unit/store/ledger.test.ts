import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { makeMemberId } from "#domain/ids.ts";
import { OpenLedger } from "#store/ledger.ts";
import { enrolTestDevice, makeProfile, testArea, testTeam } from "../../support/device.ts";
import { makeSeededChance, makeTestPlatform } from "../../support/platform.ts";
import { clientState } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const makeLedger = (onDefect?: (error: unknown) => void) =>
  new OpenLedger(makeMemberId(makeSeededChance(4)), onDefect);

/** The ledger does not look into it. */
const box = { iv: new Uint8Array(), sealed: new ArrayBuffer() };

describe("the ledger", () => {
  test("gives a new map after every change and never touches one it gave", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko");
    ledger.put(testTeam, state, 1);
    ledger.announce();
    const before = ledger.all(clientKind);
    ledger.put(testTeam, { ...state, ver: 2, fields: { name: "Aino" } }, 1);
    ledger.put(testTeam, clientState(testTeam, "P-114"), 1);
    ledger.announce();
    expect(ledger.all(clientKind)).not.toBe(before);
    expect([...before.values()].map(({ values }) => values.name)).toEqual(["Veikko"]);
    expect(ledger.all(clientKind)).toBe(ledger.all(clientKind));
    expect(ledger.all(clientKind).size).toBe(2);
  });

  test("counts the edits of a record: those in its version, and the unsent ones that are not", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko", { ver: 3 });
    expect(ledger.editsOf(state.id)).toBe(0);
    ledger.put(testTeam, state, 1);
    expect(ledger.editsOf(state.id)).toBe(3);
    const start = { at: 0, endpointAt: 0, seen: { ver: 3 } } as never as object;
    const op = { ...start, id: "op", record: state.id, verb: "set", field: "name", value: "Aino" };
    ledger.addPending({ n: 1, save: "s" as never, box, op: op as never });
    expect(ledger.editsOf(state.id)).toBe(4);
    const again = { ...op, id: "again", was: [2] };
    ledger.addPending({ n: 2, save: "s" as never, box, op: again as never });
    expect(ledger.editsOf(state.id)).toBe(4);
  });

  test("of a whole record says to have seen no more than before the oldest unsent edit", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko", { ver: 3 });
    ledger.put(testTeam, state, 1);
    const start = { at: 0, endpointAt: 0, seen: { ver: 3 } } as never as object;
    const op = { ...start, id: "op", record: state.id, verb: "set", field: "name", value: "Aino" };
    ledger.addPending({ n: 1, save: "s" as never, box, op: op as never });
    // What a colleague wrote lies under the own edit, and was never on the screen.
    ledger.put(testTeam, { ...state, ver: 5, fields: { name: "Oiva" } }, 1);
    const sight = ledger.sightOf(state.id);
    expect(sight?.seenOf("")).toEqual({ ver: 3 });
    expect(sight?.seenOf("phone")).toEqual({ ver: 5 });
    expect(sight?.seenOf("name")).toEqual({ after: "op" });
  });

  test("of a whole record says to have seen nothing where an unsent edit follows one that was sent", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko", { ver: 3 });
    ledger.put(testTeam, state, 1);
    const start = { at: 0, endpointAt: 0, seen: { after: "sent" } } as never as object;
    const op = { ...start, id: "op", record: state.id, verb: "set", field: "name", value: "Aino" };
    ledger.addPending({ n: 2, save: "s" as never, box, op: op as never });
    expect(ledger.sightOf(state.id)?.seenOf("")).toEqual({ ver: 0 });
    expect(ledger.sightOf(state.id)?.seenOf("phone")).toEqual({ ver: 3 });
    ledger.addPending({
      n: 1,
      save: "s" as never,
      box,
      op: { ...op, id: "sent", seen: { ver: 2 } } as never,
    });
    expect(ledger.sightOf(state.id)?.seenOf("")).toEqual({ ver: 2 });
  });

  test("tells which kinds changed, and of unsent edits also where no screen shows their record", () => {
    const ledger = makeLedger();
    const heard: string[][] = [];
    ledger.subscribe((kinds) => heard.push([...kinds].sort()));
    const state = { ...clientState(testTeam, "x"), kind: "from-the-future" };
    ledger.put(testTeam, state, 1);
    ledger.announce();
    ledger.put(testTeam, clientState(testTeam, "Veikko"), 1);
    ledger.announce();
    const start = { at: 0, endpointAt: 0, seen: { ver: 1 } } as never as object;
    const op = { ...start, id: "op", record: state.id, verb: "set", field: "f", value: 1 } as never;
    ledger.addPending({ n: 1, save: "s" as never, box, op });
    ledger.announce();
    ledger.removePending(new Set(["op" as never]));
    ledger.announce();
    ledger.announce();
    expect(heard).toEqual([["client"], ["outbox"], ["outbox"]]);
  });

  test("lets no listener stop another, or itself come round for ever", () => {
    const defects: unknown[] = [];
    const ledger = makeLedger((error) => defects.push(error));
    let calls = 0;
    ledger.subscribe(() => {
      throw new Error("a screen broke");
    });
    const follow = () => {
      calls += 1;
      stop();
      stop = ledger.subscribe(follow);
    };
    let stop = ledger.subscribe(follow);
    ledger.put(testTeam, clientState(testTeam, "Veikko"), 1);
    ledger.announce();
    expect(calls).toBe(1);
    expect(defects).toHaveLength(1);
  });

  test("keeps a record until its last scope has dropped it", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko");
    ledger.put(testTeam, state, 1);
    ledger.put(testArea, state, 1);
    ledger.dropScope(testTeam);
    expect(ledger.get(clientKind, state.id)?.values.name).toBe("Veikko");
    ledger.drop(testArea, state.id);
    expect(ledger.get(clientKind, state.id)).toBeUndefined();
  });

  test("counts a record to the newest generation it came in, in whichever order", () => {
    const ledger = makeLedger();
    const state = clientState(testTeam, "Veikko");
    ledger.put(testTeam, state, 2);
    ledger.put(testTeam, state, 1);
    expect(ledger.dropOlder(testTeam, 2)).toEqual([]);
    expect(ledger.all(clientKind).size).toBe(1);
  });
});

describe("a record that this device has deleted", () => {
  test("is in nobody's sight, and an edit of it is kept on the screen instead of being written", async () => {
    const { store, team } = await enrolTestDevice();
    const record = store.newRecordId();
    const fields = { name: "Veikko" };
    expectOk(await store.write([{ verb: "new", record, kind: "client", home: team, fields }]));
    const sight = store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    const set = { verb: "set", sight, field: "name", value: "Aino" } as const;
    expect(expectFailure(await store.write([{ verb: "del", sight }, set]))).toEqual({
      code: "record.gone",
    });
    expectOk(await store.write([{ verb: "del", sight }]));
    expect(store.ledger.sightOf(record)).toBeNull();
    expect(expectFailure(await store.write([set]))).toEqual({ code: "record.gone" });
    expect(store.exchange.unsent()).toHaveLength(2);
  });
});

describe("a screen that breaks", () => {
  test("does not turn a finished save into a failed one", async () => {
    const defects: unknown[] = [];
    const platform = { ...makeTestPlatform(1), onDefect: (error: unknown) => defects.push(error) };
    const { store, team } = await enrolTestDevice(1, makeProfile(1, platform));
    store.ledger.subscribe(() => {
      throw new Error("a screen broke");
    });
    const record = store.newRecordId();
    const fields = { name: "Veikko" };
    expectOk(await store.write([{ verb: "new", record, kind: "client", home: team, fields }]));
    expect(defects).toHaveLength(1);
  });
});
