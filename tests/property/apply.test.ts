import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson, type Json } from "#domain/json.ts";
import { applyOp } from "#domain/merge/apply.ts";
import type { Clash, Earlier, Entity } from "#domain/merge/entity.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import { by, freshEntity, inheritedNames, opNamed, setOp, textOp } from "../unit/domain/edits.ts";
import { noteText, runs } from "./texts.ts";

const fieldName = fc.constantFrom("name", "phone", "newer", ...inheritedNames);
const value = fc.oneof(
  fc.constantFrom<Json>("a", "b", null, 1, { x: 1, y: 2 }, { y: 2, x: 1 }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
type Try = { readonly device: string; readonly at: number; readonly value: Json };
const tries = (what: fc.Arbitrary<Json>) =>
  fc.uniqueArray(
    fc.record({
      device: fc.constantFrom("aino", "paavo", "veera", "olli"),
      at: fc.nat(5),
      value: what,
    }),
    { minLength: 1, maxLength: 4, selector: (one) => one.device },
  );

/** Sets one field by several devices that had all seen version 1. */
const race = (made: readonly Try[], field: string) => {
  let entity: Entity = freshEntity({});
  const earlier: Earlier[] = [];
  const clashes: Clash[] = [];
  for (const { device, at, value } of made) {
    const applied = applyOp(entity, setOp(device, { ver: 1 }, field, value), by(device, at));
    if (!("entity" in applied)) throw new Error(applied.result);
    expect(applied.entity.ver).toBe(entity.ver + 1);
    entity = applied.entity;
    earlier.push(...applied.earlier);
    clashes.push(...applied.clashes);
  }
  return {
    standing: Object.getOwnPropertyDescriptor(entity.fields, field)?.value as Json,
    earlier,
    clashes,
  };
};

test("of concurrent sets the one with the latest corrected time stands, then the greatest device", () => {
  fc.assert(
    fc.property(tries(value), fieldName, (made, field) => {
      const latest = made.toSorted((one, other) =>
        one.at === other.at ? (one.device < other.device ? -1 : 1) : one.at - other.at,
      );
      expect(isSameJson(race(made, field).standing, latest.at(-1)?.value)).toBe(true);
    }),
    runs,
  );
});

test("every value but the standing one is kept, and told unless it is the same", () => {
  fc.assert(
    fc.property(tries(value), fieldName, (made, field) => {
      const { standing, earlier, clashes } = race(made, field);
      for (const { value } of made) {
        const isKept = earlier.some((one) => isSameJson(one.value, value));
        const isTold = clashes.some((clash) => isSameJson(clash.lost, value));
        expect(isSameJson(standing, value) || (isKept && isTold)).toBe(true);
      }
      expect(clashes).toHaveLength(earlier.filter((one) => one.why === "conflict").length);
    }),
    runs,
  );
});

test("what a device shows of its own edits is what the endpoint makes of them when nobody else writes", () => {
  const edit = fc.oneof(
    fc.record({ field: fieldName, value }),
    fc.record({ text: noteText() }),
    fc.constant("del" as const),
  );
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 12 }),
      noteText(),
      fc.array(fc.nat(9)),
      (made, note, times) => {
        let base = note;
        const last = new Map<string, string>();
        const ops = made.map((one, at): Op => {
          const field = one === "del" ? "" : "text" in one ? "note" : one.field;
          const before = last.get(field);
          const seen = before === undefined ? { ver: 1 } : { after: opNamed(before) };
          last.set(field, `op${at}x`);
          if (one === "del") return { ...setOp(`op${at}x`, seen, "", ""), verb: "del" };
          if (!("text" in one)) return setOp(`op${at}x`, seen, one.field, one.value);
          const op = textOp(`op${at}x`, seen, base, one.text);
          base = one.text;
          return op;
        });
        let entity = freshEntity({ note, name: "a" });
        for (const [at, op] of ops.entries()) {
          const known = op.verb === "text" && op.base !== undefined ? [op.base] : [];
          const applied = applyOp(entity, op, by("aino", times[at] ?? 0, known));
          if ("entity" in applied) {
            expect(applied.clashes).toEqual([]);
            entity = applied.entity;
          } else expect(applied).toEqual({ result: "refused", reason: "edit.record_deleted" });
        }
        const { stamps: _, ver: __, ...state } = entity;
        expect(replayOps(freshEntity({ note, name: "a" }), ops)).toMatchObject(state);
        expect(Object.keys(entity.fields)).toEqual(
          Object.keys(replayOps(freshEntity({ note, name: "a" }), ops)?.fields ?? {}),
        );
      },
    ),
    runs,
  );
});
