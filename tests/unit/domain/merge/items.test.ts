import { describe, expect, test } from "vitest";
import { countMax } from "#domain/fields/item-fields.ts";
import type { Fields, Json } from "#domain/json.ts";
import { applyOp } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op, Seen } from "#domain/op.ts";
import {
  addOp,
  by,
  freshEntity,
  incOp,
  memberNamed,
  opNamed,
  remOp,
  setOp,
  shareOp,
  partner,
} from "../edits.ts";

const seen = { ver: 1 };
const stands = (entity: Entity, op: Op, device: string, at = 10) => {
  const applied = applyOp(entity, op, by(device, at));
  if (!("entity" in applied)) throw new Error(JSON.stringify(applied));
  return applied;
};
const after = (entity: Entity, ...edits: [Op, string][]): Entity =>
  edits.reduce((present, [op, device]) => stands(present, op, device).entity, entity);
const item = (done: boolean, text = "Varaa pöytä"): Json => ({ text, done });
const set = (id: string, value: Json, from: Seen = seen) => setOp(id, from, "items.a", value);

describe("a counter", () => {
  test("is the sum of what was added, by whomever and in whichever order", () => {
    const one: [Op, string] = [incOp("i", "counts.work", 3), "aino"];
    const other: [Op, string] = [incOp("j", "counts.work", -1), "veera"];
    const base = freshEntity({ counts: { work: 5, study: 1 } });
    const expected = { counts: { work: 7, study: 1 } };
    expect(after(base, one, other).fields).toEqual(expected);
    expect(after(base, other, one).fields).toEqual(expected);
    expect(after(base, one, other).ver).toBe(3);
  });

  test("begins at nothing", () => {
    expect(after(freshEntity({}), [incOp("i", "counts.work", 2), "aino"]).fields).toEqual({
      counts: { work: 2 },
    });
  });

  test("is not counted beyond its bound or on top of something else", () => {
    const refused = { result: "refused", reason: "edit.value_invalid" };
    const full = freshEntity({ counts: { work: countMax }, name: "Matti" });
    const attempt = (field: string) => applyOp(full, incOp("i", field, 1), by("aino", 1));
    expect(attempt("counts.work")).toEqual(refused);
    expect(attempt("name.work")).toEqual(refused);
  });
});

describe("an item", () => {
  const base: Fields = { items: { a: item(false), b: item(true) } };

  test("merges by itself: edits to different items do not meet", () => {
    const entity = after(
      freshEntity(base),
      [set("s", item(true)), "aino"],
      [setOp("t", seen, "items.b", item(false)), "veera"],
    );
    expect(entity.fields).toEqual({ items: { a: item(true), b: item(false) } });
  });

  test("stays ticked when one ticks it and another unticks it, whoever comes later, and it is shown", () => {
    const open = freshEntity({ items: { a: item(false) } });
    const ticked = stands(open, set("s", item(true)), "aino", 5).entity;
    const untick = stands(ticked, set("t", item(false, "Varaa kaksi")), "veera", 99);
    expect(untick.result).toBe("conflict");
    expect(untick.entity.fields).toEqual({ items: { a: item(true) } });
    expect(untick.clashes).toMatchObject([{ field: "items.a", lost: item(false, "Varaa kaksi") }]);

    const unticked = stands(open, set("t", item(false, "Varaa kaksi")), "veera", 99).entity;
    const tick = stands(unticked, set("s", item(true)), "aino", 5);
    expect(tick.entity.fields).toEqual({ items: { a: item(true) } });
    expect(tick.clashes).toHaveLength(1);
  });

  test("goes when its remover had seen what it is, and is kept among the earlier values", () => {
    const removed = stands(freshEntity(base), remOp("r", seen, "items.a"), "aino");
    expect(removed.entity.fields).toEqual({ items: { b: item(true) } });
    expect(removed.earlier).toMatchObject([{ field: "items.a", value: item(false) }]);
  });

  test("stays when somebody changed it meanwhile", () => {
    const changed = after(freshEntity(base), [set("s", item(true)), "veera"]);
    const removed = stands(changed, remOp("r", seen, "items.a"), "aino");
    expect(removed.result).toBe("merged");
    expect(removed.entity.fields).toEqual(changed.fields);
  });

  test("comes back when somebody changes it who had not seen it go", () => {
    const removed = after(freshEntity(base), [remOp("r", seen, "items.a"), "aino"]);
    const changed = stands(removed, set("s", item(true)), "veera");
    expect(changed.result).toBe("merged");
    expect(changed.clashes).toEqual([]);
    expect(changed.entity.fields).toEqual({ items: { b: item(true), a: item(true) } });
  });

  test("that is not there is removed without a word", () => {
    const removed = stands(freshEntity({}), remOp("r", seen, "items.a"), "aino");
    expect(removed).toMatchObject({ result: "applied", earlier: [], entity: { ver: 2 } });
  });

  test("does not take the place of something else that the field holds", () => {
    const entity = freshEntity({ items: ["a"], name: "Matti" });
    for (const field of ["items.a", "name.a"]) {
      expect(applyOp(entity, setOp("s", seen, field, 1), by("aino", 1))).toEqual({
        result: "refused",
        reason: "edit.value_invalid",
      });
    }
  });
});

test("a thing to do has the time of its last tick, though it has all that an entry of a list of notes has", () => {
  const ticked = (done: boolean, at: number): Json => ({
    text: "Varaa pöytä",
    phase: "before",
    done,
    at,
    by: memberNamed("aino"),
  });
  const first = after(freshEntity({}), [set("s", ticked(true, 100)), "aino"]);
  const again = after(first, [set("t", ticked(false, 200), { ver: 2 }), "aino"]);
  expect(again.fields).toEqual({ items: { a: ticked(false, 200) } });
});

describe("an entry of a list of notes", () => {
  const entry = (text: string, at: number) => ({ text, by: memberNamed("aino"), at });

  test("is dated by the endpoint, once", () => {
    const added = stands(
      freshEntity({}),
      addOp("n", "messages.m", entry("Sovittu.", 1)),
      "aino",
      7,
    );
    expect(added.entity.fields).toEqual({ messages: { m: entry("Sovittu.", 7) } });
    const change = setOp("s", { ver: 2 }, "messages.m", entry("Siirretty.", 900));
    const changed = stands(added.entity, change, "aino", 9);
    expect(changed.entity.fields).toEqual({ messages: { m: entry("Siirretty.", 7) } });
    expect(changed.earlier).toMatchObject([{ value: entry("Sovittu.", 7) }]);
  });

  test("is not written under a name that is taken", () => {
    const entity = freshEntity({ messages: { m: entry("Sovittu.", 1) } });
    expect(applyOp(entity, addOp("n", "messages.m", entry("Muu.", 2)), by("aino", 7))).toEqual({
      result: "refused",
      reason: "edit.value_invalid",
    });
  });
});

test("sharing and taking back follow each other; the last word counts", () => {
  const shared = after(freshEntity({}), [shareOp("h", "share", partner), "aino"]);
  expect(shared.shares).toEqual([partner]);
  expect(after(shared, [shareOp("i", "share", partner), "veera"]).shares).toEqual([partner]);
  expect(after(shared, [shareOp("u", "unshare", partner), "veera"]).shares).toEqual([]);
});

test("whoever saw one of several equal values had seen the present one", () => {
  // Aino and Veera write the same without knowing of each other; what Aino writes next is no conflict with Veera.
  const both = after(
    freshEntity({ name: "a" }),
    [setOp("s", seen, "name", "b"), "aino"],
    [setOp("t", seen, "name", "b"), "veera"],
  );
  const next = stands(both, setOp("u", { after: opNamed("s") }, "name", "c"), "aino", 5);
  expect(next.result).toBe("applied");
  const other = stands(both, setOp("v", { ver: 2 }, "name", "d"), "olli", 5);
  expect(other.result).toBe("applied");
});
