import { describe, expect, test } from "vitest";
import { eraSize } from "#domain/era.ts";
import type { EraVersions, Lineage } from "#domain/era.ts";
import { applyOp } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op, Seen } from "#domain/op.ts";
import { by, delOp, freshEntity, newOp, remOp, scopeNamed, setOp, textOp } from "../edits.ts";

const at = (era: number, ver: number): number => era * eraSize + ver;

/** Sets the name of a record in data that went through `eras`. */
const setName = (
  entity: Entity,
  device: string,
  value: string,
  seen: Seen,
  { eras = [0], was }: { readonly eras?: readonly number[]; readonly was?: EraVersions } = {},
) => {
  const lineage: Lineage = new Set(eras);
  const op = { ...setOp(`${device}${value}`, seen, "name", value), ...(was && { was }) };
  const applied = applyOp(entity, op, { ...by(device, 5_000 + value.length), lineage });
  if (!("entity" in applied)) throw new Error("it was refused");
  return applied;
};

const lifted = (entity: Entity, era: number): Entity => ({
  ...entity,
  ver: at(era, entity.ver % eraSize),
});

describe("an edit that comes back after a restoration", () => {
  const base = lifted(freshEntity({ name: "v" }), 7);

  test("is seen by whoever had the record when it was acknowledged, and by nobody else", () => {
    const back = setName(base, "aino", "a", { ver: 1 }, { eras: [0, 7], was: [3] }).entity;
    expect(setName(back, "eero", "e", { ver: 3 }, { eras: [0, 7] }).result).toBe("applied");
    expect(setName(back, "eero", "e", { ver: 2 }, { eras: [0, 7] }).result).toBe("conflict");
    expect(setName(back, "eero", "e", { ver: at(7, 1) }, { eras: [0, 7] }).result).toBe("conflict");
  });

  test("does not stand up against an edit that was made on top of it and came first", () => {
    const top = setName(base, "eero", "e", { ver: 3 }, { eras: [0, 7], was: [4] }).entity;
    const back = setName(top, "aino", "aaa", { ver: 1 }, { eras: [0, 7], was: [3] });
    expect(back).toMatchObject({
      result: "applied",
      entity: { fields: { name: "e" }, ver: top.ver + 1 },
      earlier: [{ value: "aaa", why: "overwritten", by: { device: expect.any(String) as string } }],
      clashes: [],
    });
    const later = setName(top, "aino", "aaa", { ver: 1 }, { eras: [0, 7], was: [5] });
    expect(later.result).toBe("conflict");
  });

  test("is remembered as seen through further edits on top", () => {
    const top = setName(base, "eero", "e", { ver: 3 }, { eras: [0, 7], was: [4] }).entity;
    const above = setName(top, "veikko", "v", { ver: top.ver }, { eras: [0, 7] }).entity;
    const back = setName(above, "aino", "aaa", { ver: 1 }, { eras: [0, 7], was: [3] });
    expect(back).toMatchObject({ result: "applied", entity: { fields: { name: "v" } } });
  });

  test("that says the same as somebody else makes whoever had seen it see the value of both", () => {
    const other = setName(base, "veikko", "same", { ver: at(7, 1) }, { eras: [0, 7] }).entity;
    const back = setName(other, "aino", "same", { ver: 1 }, { eras: [0, 7], was: [3] }).entity;
    expect(setName(back, "eero", "e", { ver: 3 }, { eras: [0, 7] }).result).toBe("applied");
    expect(setName(back, "eero", "e", { ver: 2 }, { eras: [0, 7] }).result).toBe("conflict");
  });

  test("twice is known by the versions of both times", () => {
    const twice = lifted(base, 9);
    const eras = [0, 9];
    const back = setName(twice, "aino", "a", { ver: 1 }, { eras, was: [3, at(7, 2)] }).entity;
    for (const ver of [3, at(7, 2)]) {
      expect(setName(back, "eero", "e", { ver }, { eras }).result).toBe("applied");
    }
  });
});

describe("a version of a past that these data never had", () => {
  // The record was written to after the backup that past began with: its authors had not seen that.
  const written = lifted(setName(freshEntity({ name: "v" }), "aino", "a", { ver: 1 }).entity, 9);

  test("says nothing about what others wrote, however high it is", () => {
    const applied = setName(written, "eero", "e", { ver: at(7, 5) }, { eras: [0, 9] });
    expect(applied.result).toBe("conflict");
    expect(applied.clashes).toHaveLength(1);
  });

  test("does not make a device clash with itself", () => {
    const applied = setName(written, "aino", "b", { ver: at(7, 5) }, { eras: [0, 9] });
    expect(applied).toMatchObject({ result: "applied", entity: { fields: { name: "b" } } });
  });
});

describe("what was taken away on top of it stays away when an edit comes back", () => {
  const lineage: Lineage = new Set([0, 7]);
  const base = lifted(freshEntity({ checklist: {} }), 7);
  const play = (entity: Entity, device: string, op: Op): Entity => {
    const applied = applyOp(entity, op, { ...by(device, 5_000), lineage });
    if (!("entity" in applied)) throw new Error("it was refused");
    return applied.entity;
  };

  test("an item", () => {
    const made = setOp("made", { ver: 1 }, "checklist.b7", { text: "Kahvi" });
    const removal: Op = {
      ...delOp("gone", { ver: 2 }),
      verb: "rem",
      field: "checklist.b7",
      was: [3],
    };
    const removed = play(base, "eero", removal);
    expect(play(removed, "aino", { ...made, was: [2] }).fields).toEqual({ checklist: {} });
    expect(play(removed, "aino", { ...made, was: [4] }).fields).not.toEqual({ checklist: {} });
  });

  test("an item whose removal was not acknowledged before the loss", () => {
    const made = { ...setOp("made", { ver: 1 }, "checklist.b7", { text: "Kahvi" }), was: [2] };
    const removed = play(base, "eero", remOp("gone", { ver: 2 }, "checklist.b7"));
    expect(play(removed, "aino", made).fields).toEqual({ checklist: {} });
    const present = play(base, "eero", remOp("gone", { ver: base.ver }, "checklist.b7"));
    expect(play(present, "aino", made).fields).not.toEqual({ checklist: {} });
  });

  test("a share, unless it was shared again by somebody who knew", () => {
    const scope = scopeNamed("partner");
    const word = (id: string, verb: "share" | "unshare", ver: number, was?: EraVersions): Op => ({
      ...delOp(id, { ver }),
      verb,
      scope,
      ...(was && { was }),
    });
    const taken = play(base, "eero", word("taken", "unshare", 2, [3]));
    const late = play(taken, "aino", word("late", "share", 1, [2]));
    expect(late.shares).toEqual([]);
    expect(play(late, "aino", word("again", "share", 3, [4])).shares).toEqual([scope]);
    expect(play(late, "aino", word("now", "share", late.ver)).shares).toEqual([scope]);
    const again = play(base, "aino", word("again", "share", 3, [4]));
    expect(play(again, "eero", word("taken", "unshare", 2, [3])).shares).toEqual([scope]);
    expect(play(again, "eero", word("other", "unshare", 2)).shares).toEqual([]);
  });
});

test("what comes back is not deleted by whoever may have seen it only as the loser of a conflict", () => {
  const eras = [0, 7];
  const base = lifted(freshEntity({ name: "v" }), 7);
  const back = setName(base, "aino", "a", { ver: 1 }, { eras, was: [2] }).entity;
  const context = { ...by("eero", 9_000), lineage: new Set(eras) };
  // In the lost past somebody else's value stood at version 3, and a conflict kept this one.
  const refused = { result: "refused", reason: "edit.record_changed" };
  for (const ver of [2, 3]) {
    expect(applyOp(back, delOp("d", { ver }), context)).toEqual(refused);
    const again = { ...delOp("d", { ver }), was: [4] };
    expect(applyOp(back, again, context)).toEqual(refused);
  }
  const present = delOp("d", { ver: back.ver });
  expect(applyOp(back, present, context)).toMatchObject({ entity: { deleted: true } });
  const own = { ...context, author: by("aino", 0).author };
  expect(applyOp(back, delOp("d", { ver: 3 }), own)).toMatchObject({ entity: { deleted: true } });
});

test("what a backup has is not deleted by whoever saw the record later than the backup, when it may have lost", () => {
  const written = lifted(setName(freshEntity({ name: "v" }), "aino", "a", { ver: 1 }).entity, 7);
  const context = { ...by("eero", 9_000), lineage: new Set([0, 7]) };
  const refused = { result: "refused", reason: "edit.record_changed" };
  expect(applyOp(written, delOp("d", { ver: 3 }), context)).toEqual(refused);
  for (const ver of [2, written.ver]) {
    const deleted = applyOp(written, delOp("d", { ver }), context);
    expect(deleted).toMatchObject({ entity: { deleted: true } });
  }
  const own = { ...context, author: by("aino", 0).author };
  expect(applyOp(written, delOp("d", { ver: 3 }), own)).toMatchObject({
    entity: { deleted: true },
  });
});

test("what was merged into a text that comes back is not taken by whoever saw the text before the loss", () => {
  const written = lifted(freshEntity({ note: "Eka. Muuta." }), 7);
  const text = { ...textOp("t", { ver: 1 }, "Eka.", "Eka. Lisää."), was: [2] };
  const context = { ...by("aino", 6), lineage: new Set([0, 7]), textOf: () => "Eka." };
  const merged = applyOp(written, text, context);
  if (!("entity" in merged)) return expect.fail(merged.result);
  expect(merged.entity.fields).toEqual({ note: "Eka. Muuta. Lisää." });
  const refused = { result: "refused", reason: "edit.record_changed" };
  expect(applyOp(merged.entity, delOp("d", { ver: 2 }), context)).toEqual(refused);
  const over = applyOp(merged.entity, setOp("o", { ver: 2 }, "note", "Muu."), context);
  expect(over.result).toBe("conflict");
});

test("a record that is made anew begins above every version it ever had", () => {
  const made = applyOp(null, newOp({}), { ...by("aino", 5), lineage: new Set([0, 7]) });
  expect(made).toMatchObject({ entity: { ver: at(7, 1) } });
});
