import { describe, expect, test } from "vitest";
import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { byPlace, fromPlaces } from "#protocol/by-place.ts";
import type { WireOp } from "#protocol/op.ts";
import type { HeaderLine, WireAck } from "#protocol/sync-answer.ts";
import { thursdayMorning } from "../../support/platform.ts";

const home = "home" as ScopeId;
const record = "record" as RecordId;
const set = (name: string, field: string, value: Json): WireOp => ({
  o: name as OpId,
  e: record,
  k: "set",
  f: field,
  v: value,
  b: 1,
  t: thursdayMorning,
  st: thursdayMorning,
});
const header = (
  ack: Readonly<Record<string, WireAck>>,
  f: Readonly<Record<string, Json>>,
  seenIn: readonly ScopeId[] = [home],
): HeaderLine => ({
  h: 1,
  p: 2,
  minp: 1,
  now: thursdayMorning,
  ack,
  scopes: {},
  echo: [{ id: record, t: "client", s: home, ver: 3, f, in: seenIn }],
});

const thinOf = ({ ack, ...said }: HeaderLine, ops: readonly WireOp[]): HeaderLine =>
  byPlace(said, new Map(Object.entries(ack)), ops);

describe("a header that speaks of edits by their places", () => {
  test("leaves out the ids of answered edits, and the values that stand as the last of them says", () => {
    const ops = [
      set("one", "name", "Kanerva"),
      set("two", "name", "Varpu"),
      set("three", "phone", "1"),
    ];
    const whole = header(
      { one: "a", two: "m", three: "r:edit.value_invalid", earlier: "c" },
      { name: "Varpu", phone: "2", note: "" },
    );
    const thin = thinOf(whole, ops);
    expect(thin).toMatchObject({
      acks: "amr",
      ack: { three: "r:edit.value_invalid", earlier: "c" },
      echo: [{ f: { name: 0, phone: "2", note: "" }, as: [1] }],
    });
    expect(fromPlaces(thin, ops)).toEqual({ ok: true, value: whole });
    // To the letter: a record is kept as it was written, the order of its members included.
    expect(JSON.stringify(fromPlaces(thin, ops))).toContain(
      '{"name":"Varpu","phone":"2","note":""}',
    );
  });

  test("says what is seen of a record elsewhere in full: a field may be missing there for good reason", () => {
    const ops = [set("one", "name", "Kanerva")];
    const whole = header({ one: "a" }, { name: "Kanerva" }, ["partner" as ScopeId]);
    expect(thinOf(whole, ops).echo).toEqual(whole.echo);
  });

  test("tells an edit that was not answered from one that was", () => {
    const ops = [set("one", "name", "Kanerva"), set("two", "name", "Varpu")];
    const whole = header({ two: "a" }, { name: "Varpu" });
    expect(thinOf(whole, ops).acks).toBe("-a");
    expect(fromPlaces(thinOf(whole, ops), ops)).toEqual({ ok: true, value: whole });
  });

  test("is not read beside other edits than those it was written for", () => {
    const ops = [set("one", "name", "Kanerva"), set("two", "items.one", "Varpu")];
    const thin = thinOf(header({ one: "a", two: "a" }, { name: "Kanerva" }), ops);
    const refused = { ok: false, failure: "network.not_katve" };
    expect(fromPlaces(thin, ops.slice(1))).toEqual(refused);
    expect(fromPlaces(thin, ops.toReversed())).toEqual(refused);
    expect(fromPlaces({ ...thin, acks: "ax" }, ops)).toEqual(refused);
    expect(fromPlaces({ ...thin, acks: "ar" }, ops)).toEqual(refused);
    const elsewhere = ops.map((op) => ({ ...op, e: "another" as RecordId }));
    expect(fromPlaces(thin, elsewhere)).toEqual(refused);
  });
});
