import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#domain/json.ts";
import type { Op } from "#domain/op.ts";
import {
  type Arbiter,
  type Device,
  makeArbiter,
  makeDevice,
  pull,
  push,
  remove,
  set,
  shownBy,
  write,
} from "./arbiter.ts";
import { type Change, changes, runs, withChanges, wordsOf } from "./texts.ts";

type Step = {
  readonly who: number;
  readonly what: "set" | "write" | "remove" | "push" | "lose" | "pull";
  readonly count: number;
  readonly made: readonly Change[];
  readonly passedMs: number;
};

const steps = (what: fc.Arbitrary<Step["what"]>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(2),
      what,
      count: fc.integer({ min: 1, max: 4 }),
      made: changes(fc.constantFrom("", "", ".", "\n")),
      passedMs: fc.nat(1_000),
    }),
    { minLength: 1, maxLength: 30 },
  );

const kindOfStep = (...rare: Step["what"][]) =>
  fc.constantFrom<Step["what"]>(
    "set",
    "set",
    "write",
    "write",
    "push",
    "push",
    "lose",
    "pull",
    ...rare,
  );
const errors = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 3, maxLength: 3 });

type Story = {
  readonly arbiter: Arbiter;
  readonly devices: readonly Device[];
  readonly typed: { readonly words: string[]; readonly values: Json[] };
  /** What its author had on the screen when making each set. */
  readonly sight: Map<Op, Json>;
};

const firstNote = "b0 b1 b2. b3 b4 b5! b6\nb7 b8";

/** Plays the steps, then lets everybody send and hear until nothing waits. Every word, and every value but `same`, is typed once. */
const play = (played: readonly Step[], clockErrors: readonly number[]): Story => {
  const arbiter = makeArbiter({ name: "v0", note: firstNote });
  const devices = clockErrors.map((errorMs, at) => makeDevice(`device${at}`, errorMs, arbiter));
  const typed = { words: wordsOf(firstNote), values: ["v0"] as Json[] };
  const sight = new Map<Op, Json>();
  let words = 0;
  for (const { who, what, count, made, passedMs } of played) {
    const device = devices[who % devices.length] as Device;
    arbiter.now += passedMs;
    if (what === "set") {
      const value = count === 4 ? "same" : `v${typed.values.length}`;
      const seen = shownBy(device).fields["name"] ?? null;
      sight.set(set(device, arbiter, value), seen);
      typed.values.push(value);
    } else if (what === "write") {
      const named = made.map((change) => ({
        ...change,
        put: change.put.map((end) => `w${(words += 1)}${end}`),
      }));
      const op = write(device, arbiter, (text) =>
        withChanges(text.split(/(?<=\s)/u), named).join(" "),
      );
      typed.words.push(...wordsOf(op.value));
    } else if (what === "remove") remove(device, arbiter);
    else if (what === "pull") pull(device, arbiter);
    else push(device, arbiter, count, what === "push");
  }
  for (const device of devices) push(device, arbiter, device.waiting.length, true);
  for (const device of devices) pull(device, arbiter);
  return { arbiter, devices, typed, sight };
};

const everythingKept = ({ arbiter, devices }: Story): Json[] => [
  ...Object.values(arbiter.entity.fields),
  ...arbiter.earlier.map((one) => one.value),
  ...arbiter.clashes.flatMap((clash) => [clash.kept, clash.lost]),
  ...devices.flatMap((device) => device.tray.flatMap((op) => ("value" in op ? [op.value] : []))),
];

test("once all is sent and heard, nothing waits and every device shows the same", () => {
  fc.assert(
    fc.property(steps(kindOfStep("remove")), errors, (played, clockErrors) => {
      const { arbiter, devices } = play(played, clockErrors);
      for (const device of devices) {
        expect(device.waiting).toEqual([]);
        const { stamps: _, ...state } = arbiter.entity;
        expect(shownBy(device)).toEqual(state);
      }
    }),
    runs,
  );
});

test("every word typed is in the text, among the earlier ones, in a clash or in a tray", () => {
  fc.assert(
    fc.property(steps(kindOfStep("remove")), errors, (played, clockErrors) => {
      const story = play(played, clockErrors);
      const kept = new Set(
        everythingKept(story).flatMap((value) => (typeof value === "string" ? wordsOf(value) : [])),
      );
      const lost = story.typed.words.filter((word) => !kept.has(word));
      expect(lost).toEqual([]);
    }),
    runs,
  );
});

test("every value set is standing, among the earlier ones or in a tray", () => {
  fc.assert(
    fc.property(steps(kindOfStep("remove")), errors, (played, clockErrors) => {
      const story = play(played, clockErrors);
      const kept = new Set(everythingKept(story));
      expect(story.typed.values.filter((value) => !kept.has(value))).toEqual([]);
    }),
    runs,
  );
});

test("a value counts as overwritten only by somebody who had it on the screen; any other is shown as a clash", () => {
  fc.assert(
    fc.property(steps(kindOfStep()), errors, (played, clockErrors) => {
      const { arbiter, sight } = play(played, clockErrors);
      for (const { field, value, why, through } of arbiter.earlier) {
        if (field !== "name") continue;
        if (why === "overwritten") expect(value).toBe(sight.get(through));
        else expect(arbiter.clashes.some((clash) => clash.lost === value)).toBe(true);
      }
    }),
    runs,
  );
});

test("one person on one device never clashes, whatever answers are lost and whatever the clock does", () => {
  fc.assert(
    fc.property(steps(kindOfStep()), fc.integer({ min: -1e9, max: 1e9 }), (played, clockError) => {
      const { arbiter } = play(played, [clockError]);
      expect(arbiter.clashes).toEqual([]);
    }),
    runs,
  );
});

test("what one person sees alone is what the endpoint has after it was sent", () => {
  fc.assert(
    fc.property(steps(kindOfStep("remove")), (played) => {
      const edits = played.filter(({ what }) => !["push", "lose", "pull"].includes(what));
      const arbiter = makeArbiter({ name: "v0", note: "b0 b1." });
      const device = makeDevice("aino", 0, arbiter);
      for (const { what, made } of edits) {
        if (what === "set") set(device, arbiter, `v${made.length}`);
        else if (what === "remove") remove(device, arbiter);
        else write(device, arbiter, (text) => withChanges(text.split(" "), made).join(" "));
      }
      const before = shownBy(device);
      push(device, arbiter, device.waiting.length, true);
      const after = shownBy(device);
      expect(after.fields).toEqual(before.fields);
      expect(after.deleted).toBe(before.deleted);
      expect(after.ver).toBe(1 + edits.length - device.tray.length);
    }),
    runs,
  );
});
