import { describe, expect, test } from "vitest";
import { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import { addMs, dayMs, hourMs } from "#domain/instant.ts";
import { makeRecordId, type RecordId } from "#domain/ids.ts";
import type { Outside } from "#endpoint/calendars/outside.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { type BusyAnswer, busyAnswerSchema, busySourcesMaxCount } from "#protocol/busy.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import * as v from "valibot";
import {
  enrolledDevice,
  makeDevice,
  makeEdits,
  type TestDevice,
} from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
const url = "https://kalenteri.example/salainen-osoite.ics";

/** A network of one calendar; `state.status` is what its server answers with. */
const makeCalendar = () => {
  const state = { status: 200, asked: 0 };
  const outside: Outside = {
    resolve: async () => [{ address: "93.184.215.14", family: 4 }],
    get: async () => {
      state.asked += 1;
      const answer = Readable.from([Buffer.from(calendar)]);
      return Object.assign(answer, {
        statusCode: state.status,
        headers: {},
      }) as unknown as IncomingMessage;
    },
  };
  return { state, outside };
};

const ask = async (device: TestDevice, request: object): Promise<BusyAnswer> => {
  const response = await device.post("/busy", { p: PROTOCOL_VERSION, ...request });
  if (!response.ok) throw new Error(await response.text());
  return v.parse(busyAnswerSchema, await response.json());
};

const setUp = async (dialect: TestDialect) => {
  const { state, outside } = makeCalendar();
  const endpoint = await makeEndpoint({ dialect, outside });
  const one = await enrolledDevice(endpoint);
  const id: RecordId = makeRecordId(endpoint.chance);
  return { state, endpoint, one, id, [Symbol.asyncDispose]: () => endpoint.close() };
};

describe.each(dialects)("another calendar by its address ($name)", (dialect) => {
  test("is read as it is added, and told by its host alone", async () => {
    await using room = await setUp(dialect);
    const { one, id, endpoint } = room;
    const now = endpoint.clock.now();
    const added = await ask(one, { do: "add", id, url: ` ${url} ` });
    expect(added).toEqual({
      sources: [{ id, host: "kalenteri.example", read: now, failed: null }],
      text: calendar,
    });
    expect(JSON.stringify(await ask(one, { do: "list" }))).not.toContain("salainen");
    expect(JSON.stringify(endpoint.log)).not.toContain("salainen");
  });

  test("is not kept where it could not be read", async () => {
    await using room = await setUp(dialect);
    const { one, id, state } = room;
    state.status = 403;
    expect(await ask(one, { do: "add", id, url })).toEqual({
      sources: [],
      failed: "calendar.refused",
    });
    expect(await ask(one, { do: "add", id, url: "http://kalenteri.example/" })).toEqual({
      sources: [],
      failed: "calendar.address_invalid",
    });
    expect(state.asked).toBe(1);
  });

  test("is read again when a device wants it, and by itself once a day by whichever device comes first", async () => {
    await using room = await setUp(dialect);
    const { one, id, state, endpoint } = room;
    const second = await enrolledDevice(endpoint, { member: one.member });
    await ask(one, { do: "add", id, url });
    expect((await ask(second, { do: "read", id, due: true })).text).toBeUndefined();
    expect((await ask(second, { do: "read", id, due: false })).text).toBe(calendar);
    endpoint.clock.advance(20 * hourMs);
    expect((await ask(second, { do: "read", id, due: true })).text).toBe(calendar);
    expect((await ask(one, { do: "read", id, due: true })).text).toBeUndefined();
    expect(state.asked).toBe(3);
  });

  test("keeps the reason why it could not be read, until it could", async () => {
    await using room = await setUp(dialect);
    const { one, id, state } = room;
    await ask(one, { do: "add", id, url });
    state.status = 500;
    const failed = await ask(one, { do: "read", id, due: false });
    expect(failed).toMatchObject({
      failed: "calendar.refused",
      sources: [{ failed: "calendar.refused" }],
    });
    state.status = 200;
    expect((await ask(one, { do: "read", id, due: false })).sources[0]?.failed).toBeNull();
  });

  test("is its member's alone", async () => {
    await using room = await setUp(dialect);
    const { one, id, endpoint, state } = room;
    await ask(one, { do: "add", id, url });
    const other = await enrolledDevice(endpoint);
    expect(await ask(other, { do: "list" })).toEqual({ sources: [] });
    expect(await ask(other, { do: "read", id, due: false })).toEqual({
      sources: [],
      failed: "calendar.unknown",
    });
    expect(await ask(other, { do: "add", id, url })).toMatchObject({ failed: "calendar.unknown" });
    await ask(other, { do: "remove", id });
    expect((await ask(one, { do: "list" })).sources).toHaveLength(1);
    expect(await ask(one, { do: "remove", id })).toEqual({ sources: [] });
    expect(state.asked).toBe(2);
  });

  test("is one of ten at most, and read forty times an hour", async () => {
    await using room = await setUp(dialect);
    const { one, endpoint, id } = room;
    for (let added = 0; added < busySourcesMaxCount; added += 1) {
      await ask(one, { do: "add", id: makeRecordId(endpoint.chance), url });
    }
    expect(await ask(one, { do: "add", id, url })).toMatchObject({ failed: "calendar.too_many" });
    for (let asked = busySourcesMaxCount + 1; asked < 40; asked += 1) {
      await ask(one, { do: "read", id, due: false });
    }
    const response = await one.post("/busy", { p: PROTOCOL_VERSION, do: "read", id, due: false });
    expect((await expectRefused(response, 429, "requests.too_many")).retryAfterMs).toBe(hourMs);
    expect((await ask(one, { do: "list" })).sources).toHaveLength(busySourcesMaxCount);
  });

  test("read by two devices at once asks nobody which reading is right, and keeps none of before", async () => {
    await using room = await setUp(dialect);
    const { one, endpoint } = room;
    const second = await enrolledDevice(endpoint, { member: one.member });
    const edits = makeEdits(endpoint);
    const now = endpoint.clock.now();
    const fields = { adviser: one.member, label: "Työ", spans: [], readAt: now };
    const spansOf = (hours: number) => [{ start: now, end: addMs(now, hours * hourMs) }];
    for (const order of ["earlier first", "later first"]) {
      const made = edits.create("busy", fields);
      await one.push(made);
      const early = edits.set(made.record, 1, "spans", spansOf(1), now);
      endpoint.clock.advance(hourMs);
      const late = edits.set(made.record, 1, "spans", spansOf(2));
      if (order === "earlier first") await one.push(early);
      await second.push(late);
      if (order === "later first") await one.push(early);
      const { records } = await one.sync();
      expect([order, records.get(made.record)?.f["spans"]]).toEqual([order, spansOf(2)]);
      expect([...records.values()].filter(({ t }) => t === "conflict")).toEqual([]);
    }
    expect(await endpoint.database.selectFrom("earlier").selectAll().execute()).toEqual([]);
  });

  test("goes when no record has stood for it for a month: its device never heard that it was kept", async () => {
    await using room = await setUp(dialect);
    const { one, id, endpoint } = room;
    const edits = makeEdits(endpoint);
    const fields = { adviser: one.member, label: "Työ", spans: [], readAt: endpoint.clock.now() };
    const kept = edits.create("busy", fields);
    const removed = edits.create("busy", fields);
    await one.push(kept, removed);
    for (const added of [id, kept.record, removed.record]) {
      await ask(one, { do: "add", id: added, url });
    }
    await one.push(edits.remove(removed.record, 1));
    endpoint.clock.advance(30 * dayMs);
    expect((await purge(endpoint.database, endpoint.clock.now())).addresses).toBe(0);
    endpoint.clock.advance(1);
    expect((await purge(endpoint.database, endpoint.clock.now())).addresses).toBe(2);
    await one.signIn();
    const { sources } = await ask(one, { do: "list" });
    expect(sources.map((source) => source.id)).toEqual([kept.record]);
  });

  test("is one of ten at most, however many are added at once", async () => {
    await using room = await setUp(dialect);
    const { one, endpoint } = room;
    const ids = Array.from({ length: 20 }, () => makeRecordId(endpoint.chance));
    await Promise.all(ids.map((id) => ask(one, { do: "add", id, url })));
    expect((await ask(one, { do: "list" })).sources).toHaveLength(busySourcesMaxCount);
  });

  test("needs a session, and a request that is one", async () => {
    await using room = await setUp(dialect);
    const { endpoint, one, id } = room;
    const stranger = await makeDevice(endpoint);
    const post = (device: TestDevice, request: object) =>
      device.post("/busy", { p: PROTOCOL_VERSION, ...request });
    await expectRefused(await post(stranger, { do: "add", id, url }), 401, "session.missing");
    for (const wrong of [
      { do: "add", id, url: `https://k.example/${"x".repeat(2_000)}` },
      { do: "add", id: "../x", url },
      { do: "read", id },
      { do: "fetch", url },
    ]) {
      await expectRefused(await post(one, wrong), 400, "body.not_understood");
    }
    expect(room.state.asked).toBe(0);
  });
});
