import { describe, expect, test } from "vitest";
import type { Json } from "#domain/json.ts";
import { applyOp, textOfField } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Applied } from "#domain/merge/standing.ts";
import type { Op } from "#domain/op.ts";
import {
  by,
  delOp,
  deviceNamed,
  freshEntity,
  inheritedNames,
  memberNamed,
  newOp,
  opNamed,
  incOp,
  setOp,
} from "../edits.ts";

const seen = { ver: 1 };
const stands = (applied: Applied) => {
  if (!("entity" in applied)) throw new Error(JSON.stringify(applied));
  return applied;
};
const apply = (entity: Entity, op: Op, device: string, at: number) =>
  stands(applyOp(entity, op, by(device, at)));
const setBy = (entity: Entity, device: string, at: number, value: Json, from: Op["seen"] = seen) =>
  apply(entity, setOp(device, from, "name", value), device, at);

describe("a record", () => {
  test("begins at version 1 with what its maker wrote, unknown fields too", () => {
    const fields = { name: "Matti", newer: { a: [1] } };
    expect(applyOp(null, newOp(fields), by("aino", 5))).toEqual({
      result: "applied",
      entity: freshEntity(fields),
      earlier: [],
      clashes: [],
    });
  });

  test("is not made twice, also not after it was deleted", () => {
    const exists = { result: "refused", reason: "edit.record_exists" };
    const entity = freshEntity({});
    expect(applyOp(entity, newOp({}), by("aino", 5))).toEqual(exists);
    expect(applyOp({ ...entity, deleted: true }, newOp({}), by("aino", 5))).toEqual(exists);
  });

  test("keeps its fields when it is deleted", () => {
    const { entity } = apply(freshEntity({ name: "Matti" }), delOp("d", seen), "aino", 5);
    expect(entity).toMatchObject({ ver: 2, deleted: true, fields: { name: "Matti" } });
  });

  test("is not deleted by somebody who has not seen what another wrote in it", () => {
    const written = setBy(freshEntity({ name: "Matti" }), "veera", 5, "Maija").entity;
    expect(applyOp(written, delOp("d", seen), by("aino", 9))).toEqual({
      result: "refused",
      reason: "edit.record_changed",
    });
    const counted = apply(freshEntity({}), incOp("i", "counts.work", 1), "veera", 5).entity;
    expect(applyOp(counted, delOp("d", seen), by("aino", 9)).result).toBe("refused");
    expect(apply(written, delOp("d", { ver: 2 }), "aino", 9).entity.deleted).toBe(true);
    expect(apply(written, delOp("d", seen), "veera", 9).entity.deleted).toBe(true);
  });

  const edits = [setOp("s", seen, "name", "x"), delOp("d", seen), incOp("i", "counts.a", 1)];
  test.each(edits)("takes no $verb before it is made or after it is deleted", (op) => {
    const gone = { ...freshEntity({ name: "Matti" }), deleted: true };
    expect(applyOp(null, op, by("aino", 5))).toEqual({
      result: "refused",
      reason: "edit.record_unknown",
    });
    expect(applyOp(gone, op, by("aino", 5))).toEqual({
      result: "refused",
      reason: "edit.record_deleted",
    });
  });
});

describe("a set whose author saw the present value", () => {
  test("replaces it and keeps the old one, whatever the clocks say", () => {
    const first = setBy(freshEntity({ name: "a" }), "aino", 900, "b");
    const second = setBy(first.entity, "paavo", 1, "c", { ver: 2 });
    expect(second.entity).toMatchObject({ ver: 3, fields: { name: "c" } });
    expect(second.clashes).toEqual([]);
    expect(second.earlier).toEqual([
      {
        field: "name",
        value: "b",
        why: "overwritten",
        by: { member: memberNamed("aino"), device: deviceNamed("aino"), at: 900 },
      },
    ]);
  });

  test("keeps the value the record was made with, written by nobody known", () => {
    const { earlier, entity } = setBy(freshEntity({ name: "a" }), "aino", 5, "b");
    expect(earlier).toEqual([{ field: "name", value: "a", why: "overwritten", by: null }]);
    expect(entity.stamps["name"]).toEqual({
      ver: 2,
      op: opNamed("aino"),
      at: 5,
      member: memberNamed("aino"),
      device: deviceNamed("aino"),
    });
  });

  test("may follow the author's own edit that was still waiting", () => {
    const first = setBy(freshEntity({ name: "a" }), "aino", 5, "b");
    const next = setOp("later", { after: opNamed("aino") }, "name", "c");
    expect(apply(first.entity, next, "aino", 1)).toMatchObject({ result: "applied", clashes: [] });
  });

  test("does not care what others did to other fields", () => {
    const other = apply(freshEntity({ name: "a" }), setOp("p", seen, "phone", ""), "paavo", 900);
    expect(setBy(other.entity, "aino", 1, "b")).toMatchObject({
      result: "applied",
      entity: { ver: 3, fields: { name: "b", phone: "" } },
      clashes: [],
    });
  });
});

describe("two concurrent sets", () => {
  const race = (order: readonly [string, number, Json][]) => {
    let entity = freshEntity({ name: "a" });
    const kept: Json[] = [];
    let clashes = 0;
    for (const [device, at, value] of order) {
      const applied = setBy(entity, device, at, value);
      expect(applied.entity.ver).toBe(entity.ver + 1);
      entity = applied.entity;
      kept.push(...applied.earlier.map((one) => one.value));
      clashes += applied.clashes.length;
    }
    return { name: entity.fields["name"], kept, clashes };
  };

  test("leave the later one standing in whichever order they come, and keep the other", () => {
    const aino = ["aino", 5, "b"] as const;
    const paavo = ["paavo", 9, "c"] as const;
    expect(race([[...aino], [...paavo]])).toEqual({ name: "c", kept: ["a", "b"], clashes: 1 });
    expect(race([[...paavo], [...aino]])).toEqual({ name: "c", kept: ["a", "b"], clashes: 1 });
  });

  test("at the same moment leave that of the device with the greater id standing", () => {
    expect(
      race([
        ["aino", 5, "b"],
        ["paavo", 5, "c"],
      ]).name,
    ).toBe("c");
    expect(
      race([
        ["paavo", 5, "c"],
        ["aino", 5, "b"],
      ]).name,
    ).toBe("c");
  });

  test("of the same value are silent", () => {
    expect(
      race([
        ["aino", 5, { x: 1, y: 2 }],
        ["paavo", 9, { y: 2, x: 1 }],
      ]),
    ).toMatchObject({
      kept: ["a"],
      clashes: 0,
    });
  });

  test("of the same value do not make the later one older for a third", () => {
    for (const order of [
      ["aino", "paavo"],
      ["paavo", "aino"],
    ]) {
      const times: Record<string, number> = { aino: 9, paavo: 1 };
      const same = order.map((device): [string, number, Json] => [device, times[device] ?? 0, "b"]);
      expect(race([...same, ["veera", 5, "c"]]).name).toBe("b");
    }
  });

  test("tell who lost, what and when", () => {
    const first = setBy(freshEntity({ name: "a" }), "aino", 5, "b");
    const lost = { field: "name", kept: "b", lost: "c", lostBy: memberNamed("paavo"), lostAt: 3 };
    expect(setBy(first.entity, "paavo", 3, "c")).toMatchObject({
      result: "conflict",
      entity: { ver: 3, fields: { name: "b" }, stamps: first.entity.stamps },
      earlier: [{ value: "c", why: "conflict", by: { member: memberNamed("paavo"), at: 3 } }],
      clashes: [lost],
    });
    expect(setBy(first.entity, "paavo", 7, "c").clashes).toEqual([
      { field: "name", kept: "c", lost: "b", lostBy: memberNamed("aino"), lostAt: 5 },
    ]);
  });

  test("are two even where one follows an edit of its author that lost", () => {
    const first = setBy(freshEntity({ name: "a" }), "paavo", 9, "b");
    const lost = setBy(first.entity, "aino", 5, "c");
    const next = setOp("later", { after: opNamed("aino") }, "name", "d");
    expect(apply(lost.entity, next, "aino", 6)).toMatchObject({
      result: "conflict",
      entity: { fields: { name: "b" } },
    });
  });
});

test("a field that was not there counts as null", () => {
  expect(setBy(freshEntity({}), "aino", 5, "b").earlier[0]?.value).toBeNull();
  expect(setBy(freshEntity({}), "aino", 5, null).earlier).toEqual([]);
});

describe.each(inheritedNames)("a field called %s", (name) => {
  test("is set, kept and raced for like any other", () => {
    const first = apply(freshEntity({}), setOp("one", seen, name, "b"), "aino", 5);
    expect(first).toMatchObject({ result: "applied", clashes: [] });
    expect(first.earlier).toEqual([{ field: name, value: null, why: "overwritten", by: null }]);
    expect(Object.hasOwn(first.entity.fields, name)).toBe(true);
    const second = apply(first.entity, setOp("two", seen, name, "c"), "paavo", 9);
    expect(second.clashes).toMatchObject([{ kept: "c", lost: "b" }]);
    expect(JSON.parse(JSON.stringify(second.entity.fields))).toEqual(JSON.parse(`{"${name}":"c"}`));
  });
});

test("nothing an edit was applied to is changed in place", () => {
  const frozen = Object.freeze({
    ...freshEntity(Object.freeze({ name: "a" })),
    stamps: Object.freeze({}),
  });
  setBy(frozen, "aino", 5, "b");
  apply(frozen, delOp("d", seen), "aino", 5);
  expect(frozen).toEqual(freshEntity({ name: "a" }));
});

test("only writing reads as text", () => {
  expect(textOfField("rivi")).toBe("rivi");
  for (const value of [undefined, null, 1, true, [], {}]) expect(textOfField(value)).toBe("");
});
