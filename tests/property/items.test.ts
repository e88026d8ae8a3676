import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countMax } from "#domain/fields/item-fields.ts";
import { isSameJson, type Json } from "#domain/json.ts";
import { applyOp } from "#domain/merge/apply.ts";
import type { Clash, Earlier, Entity } from "#domain/merge/entity.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import { readPath } from "#domain/fields/path.ts";
import {
  addOp,
  by,
  freshEntity,
  incOp,
  memberNamed,
  opNamed,
  remOp,
  setOp,
} from "../unit/domain/edits.ts";
import { runs } from "./texts.ts";

/** An edit with the device that makes it and its corrected time. */
type Made = { readonly op: Op; readonly device: string; readonly at: number };

/** Applies edits one after the other, and gathers what stopped standing. A refused one leaves everything as it was. */
const applyAll = (start: Entity, made: readonly Made[]) => {
  let entity = start;
  const earlier: Earlier[] = [];
  const clashes: Clash[] = [];
  const results: string[] = [];
  for (const { op, device, at } of made) {
    const applied = applyOp(entity, op, by(device, at));
    results.push(applied.result);
    if (!("entity" in applied)) continue;
    entity = applied.entity;
    earlier.push(...applied.earlier);
    clashes.push(...applied.clashes);
  }
  return { entity, earlier, clashes, results };
};

/** The same things in two orders. */
const twoOrders = <T>(things: fc.Arbitrary<readonly T[]>): fc.Arbitrary<readonly [T[], T[]]> =>
  things.chain((list) => {
    const all = { minLength: list.length, maxLength: list.length };
    return fc.tuple(fc.shuffledSubarray([...list], all), fc.shuffledSubarray([...list], all));
  });

const counts = (value: fc.Arbitrary<number>) =>
  fc
    .array(fc.record({ item: fc.constantFrom("a", "b", "toString"), value }), { maxLength: 12 })
    .map((made) =>
      made.map(({ item, value }, at): Made => ({
        op: incOp(`inc${at}x`, `counts.${item}`, value),
        device: `d${at % 3}`,
        at,
      })),
    );

test("counters come to the same sums in whichever order their additions arrive", () => {
  const small = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(twoOrders(counts(small)), ([one, other]) => {
      const start = freshEntity({ counts: { a: 7 } });
      const first = applyAll(start, one);
      expect(applyAll(start, other).entity.fields).toMatchObject(first.entity.fields);
      expect(first.clashes).toEqual([]);
      for (const item of ["a", "b", "toString"]) {
        const added = one.flatMap(({ op }) =>
          op.verb === "inc" && op.field === `counts.${item}` ? [op.value] : [],
        );
        const sum = added.reduce((total, value) => total + value, item === "a" ? 7 : 0);
        expect(readPath(first.entity.fields, `counts.${item}`) ?? 0).toBe(sum);
      }
    }),
    runs,
  );
});

test("a counter never leaves its bounds: what would take it there changes nothing", () => {
  const any = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(countMax, -countMax, countMax - 1, 1));
  fc.assert(
    fc.property(counts(any), (made) => {
      let entity = freshEntity({});
      for (const one of made) {
        const { entity: next, results } = applyAll(entity, [one]);
        if (results[0] === "refused") expect(next).toBe(entity);
        for (const value of Object.values((next.fields["counts"] ?? {}) as object)) {
          expect(Math.abs(value as number)).toBeLessThanOrEqual(countMax);
        }
        entity = next;
      }
    }),
    runs,
  );
});

const item = "items.b7";
const before = { text: "before", done: false };

/** Writings of one item by devices that have all seen it as it was; nobody writes what was there already. */
const writings = fc
  .uniqueArray(
    fc.record({
      device: fc.constantFrom("aino", "paavo", "veera", "olli"),
      at: fc.nat(5),
      done: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4, selector: ({ device }) => device },
  )
  .map((made) =>
    made.map(({ device, at, done }): Made => ({
      op: setOp(`set${device}`, { ver: 1 }, item, { text: device, done }),
      device,
      at,
    })),
  );
const removal: Made = { op: remOp("rem", { ver: 1 }, item), device: "remover", at: 9 };

const valueOf = ({ op }: Made): Json => (op.verb === "set" ? op.value : null);
const isDone = (made: Made): boolean => (valueOf(made) as { readonly done: boolean }).done;

/** The writing that has to stand: a ticked one, of those the latest, of those the greatest device's. */
const strongest = (made: readonly Made[]): Made | undefined =>
  made
    .toSorted((one, other) => {
      if (isDone(one) !== isDone(other)) return isDone(one) ? 1 : -1;
      return one.at === other.at ? (one.device < other.device ? -1 : 1) : one.at - other.at;
    })
    .at(-1);

test("of concurrent writings of an item the tick stands, then the latest, in whichever order they come", () => {
  fc.assert(
    fc.property(twoOrders(writings), ([one, other]) => {
      for (const order of [one, other]) {
        const { entity, earlier, clashes } = applyAll(
          freshEntity({ items: { b7: before } }),
          order,
        );
        const standing = readPath(entity.fields, item) ?? null;
        expect(standing).toEqual(valueOf(strongest(order) as Made));
        for (const made of order) {
          const value = valueOf(made);
          if (isSameJson(value, standing)) continue;
          expect(earlier.some((kept) => isSameJson(kept.value, value))).toBe(true);
          expect(clashes.some((clash) => isSameJson(clash.lost, value))).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("who writes an item wins over who removes it without having seen that, in whichever order they come", () => {
  const withRemoval = writings.map((made) => [...made, removal]);
  fc.assert(
    fc.property(twoOrders(withRemoval), ([one, other]) => {
      for (const order of [one, other]) {
        const { entity } = applyAll(freshEntity({ items: { b7: before } }), order);
        const made = order.filter(({ op }) => op.verb === "set");
        expect(readPath(entity.fields, item)).toEqual(valueOf(strongest(made) as Made));
      }
    }),
    runs,
  );
});

test("who has seen an item removes it, and it is kept among the earlier ones", () => {
  fc.assert(
    fc.property(writings, (made) => {
      const written = applyAll(freshEntity({ items: { b7: before } }), made);
      const seen: Made = { ...removal, op: remOp("rem", { ver: written.entity.ver }, item) };
      const { entity, earlier, clashes } = applyAll(written.entity, [seen]);
      expect(readPath(entity.fields, item)).toBeUndefined();
      expect(earlier.map(({ value }) => value)).toEqual([readPath(written.entity.fields, item)]);
      expect(clashes).toEqual([]);
    }),
    runs,
  );
});

/** Entries of a list of notes, each under a name of its own. */
const entries = fc
  .array(fc.record({ device: fc.constantFrom("aino", "paavo"), at: fc.nat(1_000) }), {
    maxLength: 8,
  })
  .map((made) =>
    made.map(({ device, at }, index): Made => {
      const value = { text: `t${index}`, by: memberNamed(device), at: 5 };
      return { op: addOp(`add${index}x`, `messages.m${index}`, value), device, at };
    }),
  );

test("entries all stand, whole and dated by the endpoint, in whichever order they come", () => {
  fc.assert(
    fc.property(twoOrders(entries), ([one, other]) => {
      const first = applyAll(freshEntity({}), one);
      expect(applyAll(freshEntity({}), other).entity.fields).toEqual(first.entity.fields);
      expect(first.clashes).toEqual([]);
      for (const { op, at } of one) {
        if (op.verb !== "add") continue;
        const value = op.value as object;
        expect(readPath(first.entity.fields, op.field)).toEqual({ ...value, at });
      }
    }),
    runs,
  );
});

test("an entry under a name that is taken changes nothing of the one that is there", () => {
  fc.assert(
    fc.property(entries, (made) => {
      const { entity } = applyAll(freshEntity({}), made);
      const again = applyAll(
        entity,
        made.map((one) => ({ ...one, device: "veera" })),
      );
      expect(again.entity).toBe(entity);
      expect(again.results.every((result) => result === "refused")).toBe(true);
    }),
    runs,
  );
});

/** Edits of one device in a row, each on top of its own last one of the same item. */
const ownEdits = fc
  .array(
    fc.record({
      verb: fc.constantFrom("set", "rem", "inc", "add"),
      name: fc.constantFrom("a", "b", "valueOf"),
      value: fc.integer({ min: -9, max: 9 }),
    }),
    { maxLength: 12 },
  )
  .map((made) => {
    const last = new Map<string, string>();
    return made.map(({ verb, name, value }, at): Op => {
      const id = `own${at}x`;
      const field = { set: "items", rem: "items", inc: "counts", add: "messages" }[verb];
      const path = `${field}.${name}`;
      const own = last.get(path);
      last.set(path, id);
      const seen = own === undefined ? { ver: 1 } : { after: opNamed(own) };
      if (verb === "set") return setOp(id, seen, path, { text: `${value}`, done: value > 0 });
      if (verb === "rem") return remOp(id, seen, path);
      if (verb === "inc") return { ...incOp(id, path, value), seen };
      return { ...addOp(id, path, { text: "x", by: memberNamed("aino"), at: 3 }), seen };
    });
  });

test("what a device shows of its own items is what the endpoint makes of them when nobody else writes", () => {
  fc.assert(
    fc.property(ownEdits, (ops) => {
      const start = freshEntity({ items: { a: before }, counts: { a: 1 } });
      const made = ops.map((op): Made => ({ op, device: "aino", at: 3 }));
      const { entity, clashes } = applyAll(start, made);
      expect(clashes).toEqual([]);
      expect(replayOps(start, ops)?.fields).toEqual(entity.fields);
    }),
    runs,
  );
});

test("edits of different items and fields never meet: any order comes to the same, and nothing is told", () => {
  const apart = fc
    .array(fc.constantFrom("set", "rem", "inc", "add"), { maxLength: 8 })
    .map((made) =>
      made.map((verb, at): Made => {
        const id = `apart${at}`;
        const seen = { ver: 1 };
        const op: Op =
          verb === "set"
            ? setOp(id, seen, `items.i${at}`, at)
            : verb === "rem"
              ? remOp(id, seen, `items.i${at}`)
              : verb === "inc"
                ? incOp(id, `counts.i${at}`, at + 1)
                : addOp(id, `messages.i${at}`, { text: "x", by: memberNamed("aino"), at: 0 });
        return { op, device: `d${at}`, at: 5 };
      }),
    );
  const items = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`i${at}`, "was"]));
  fc.assert(
    fc.property(twoOrders(apart), ([one, other]) => {
      const first = applyAll(freshEntity({ items }), one);
      const second = applyAll(freshEntity({ items }), other);
      expect(second.entity.fields).toEqual(first.entity.fields);
      expect([...first.clashes, ...second.clashes]).toEqual([]);
      expect(first.results.every((result) => result === "applied")).toBe(true);
    }),
    runs,
  );
});
