import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#domain/json.ts";
import {
  hadSeen,
  makeWorld,
  pull,
  push,
  restore,
  set,
  type World,
  write,
} from "./restored-endpoint.ts";
import { wordsOf } from "./texts.ts";

type Step = {
  readonly who: number;
  readonly what:
    | "set"
    | "same"
    | "write"
    | "cut"
    | "push"
    | "push all"
    | "lose"
    | "pull"
    | "backup"
    | "restore";
  readonly count: number;
};

const steps = (...kinds: Step["what"][]): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ who: fc.nat(2), what: fc.constantFrom(...kinds), count: fc.nat(5) }), {
    minLength: 1,
    maxLength: 40,
  });

const usual = ["set", "set", "push", "push", "push", "pull", "lose"] as const;
const disasters = ["backup", "restore"] as const;
const runs = { numRuns: 1_000 } as const;

/** `isBranching`: a backup of a past that was undone already may be restored, too. */
const play = (
  played: readonly Step[],
  names: readonly string[],
  { isBranching }: { readonly isBranching: boolean },
): World => {
  const world = makeWorld(names, "b0 b1 b2 b3");
  for (const { who, what, count } of played) {
    const device = world.devices[who % names.length];
    if (device === undefined) throw new Error("there are devices");
    world.now += 1_000;
    if (what === "set") set(world, device);
    else if (what === "same") set(world, device, "same");
    else if (what === "write" || what === "cut") write(world, device, count, what === "cut");
    else if (what === "pull") pull(world, device);
    else if (what === "backup") world.backups.push(world.data);
    else if (what === "restore") {
      const backup = world.backups.at(-1 - (count % world.backups.length));
      if (backup !== undefined) restore(world, backup);
      if (!isBranching) world.backups = [world.data];
    } else if (what === "push all") push(world, device, 99, true);
    else push(world, device, count + 1, what === "push");
  }
  for (const _ of "12") for (const device of world.devices) push(world, device, 99, true);
  for (const device of world.devices) pull(world, device);
  return world;
};

const valuesKept = ({ data }: World): ReadonlySet<Json> =>
  new Set([
    ...Object.values(data.entity.fields),
    ...data.earlier.map(({ value }) => value),
    ...data.clashes.flatMap(({ kept, lost }) => [kept, lost]),
  ]);

test("after restorations, every acknowledged edit is there again and every device shows the same", () => {
  const everything = steps(...usual, "same", "write", "cut", ...disasters);
  fc.assert(
    fc.property(everything, (played) => {
      const world = play(played, ["aino", "eero", "veikko"], { isBranching: true });
      const kept = valuesKept(world);
      expect([...world.values.keys()].filter((value) => !kept.has(value))).toEqual([]);
      const words = new Set(
        [...kept].flatMap((value) => (typeof value === "string" ? wordsOf(value) : [])),
      );
      expect(world.words.filter((word) => !words.has(word))).toEqual([]);
      for (const device of world.devices) {
        expect(device.waiting).toEqual([]);
        const { stamps: _, ...state } = world.data.entity;
        expect(device.heard).toEqual(state);
      }
    }),
    runs,
  );
});

test("after restorations, also of a past undone before, nobody's value is overwritten silently by somebody who had not seen it", () => {
  fc.assert(
    fc.property(steps(...usual, "same", ...disasters), (played) => {
      const world = play(played, ["aino", "eero", "veikko"], { isBranching: true });
      for (const { value, why, through } of world.data.earlier) {
        const overwritten = world.values.get(value);
        if (why !== "overwritten" || overwritten === undefined) continue;
        if (overwritten === through.id) {
          // It came back behind an edit made on top of it.
          expect([...world.data.contains].some((id) => hadSeen(world, id, overwritten))).toBe(true);
        } else expect(hadSeen(world, through.id, overwritten)).toBe(true);
      }
    }),
    runs,
  );
});

test("after restorations, an edit on top of an acknowledged one never clashes with it, in whichever order the two come back", () => {
  fc.assert(
    fc.property(steps("set", "set", "push all", "push all", ...disasters), (played) => {
      const world = play(played, ["aino", "eero", "veikko"], { isBranching: false });
      const losers = new Set(world.data.clashes.map(({ lost }) => world.values.get(lost)));
      for (const { kept, lost } of world.data.clashes) {
        const one = world.values.get(kept) ?? "";
        const other = world.values.get(lost) ?? "";
        // What its author had seen went down with the edit it was made on, in a clash that was a real one.
        const bases = [one, other].flatMap((id) => world.after.get(id) ?? []);
        if (bases.some((id) => losers.has(id))) continue;
        expect(hadSeen(world, one, other) || hadSeen(world, other, one)).toBe(false);
      }
    }),
    runs,
  );
});

test("after restorations, one person on one device never clashes", () => {
  fc.assert(
    fc.property(steps(...usual, "same", "write", "cut", ...disasters), (played) => {
      const world = play(played, ["aino"], { isBranching: true });
      expect(world.data.clashes).toEqual([]);
    }),
    runs,
  );
});
