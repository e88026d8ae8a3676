import * as fc from "fast-check";
import { expect, test } from "vitest";
import { arbitrate, type ClaimChange, rulingsOf } from "#domain/times/arbitrate.ts";
import { type Claim, isRival, type RuledClaim } from "#domain/times/claim.ts";
import type { RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { isSameTime } from "#domain/times/promise.ts";
import { deviceNamed, memberNamed, recordNamed } from "../unit/domain/edits.ts";
import { runs } from "./texts.ts";

type Claims = ReadonlyMap<RecordId, RuledClaim>;
type Edit = {
  readonly name: string;
  readonly device: string;
  readonly adviser: string;
  readonly start: number;
  readonly length: number;
  /** The allotment that a booking names. */
  readonly from: string | null;
  readonly isGone: boolean;
};

/** Records whose names begin with `h` are allotments, held by the device `holder`. */
const edit: fc.Arbitrary<Edit> = fc.record({
  name: fc.constantFrom("a", "b", "c", "d", "e", "h1", "h2"),
  device: fc.constantFrom("holder", "office"),
  adviser: fc.constantFrom("aino", "aino", "aino", "paavo"),
  start: fc.nat(12),
  length: fc.integer({ min: 1, max: 6 }),
  from: fc.constantFrom(null, "h1", "h2"),
  isGone: fc.constantFrom(false, false, false, true),
});
const pushes = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

const changeOf = (edit: Edit, turn: number): ClaimChange => {
  const record = recordNamed(edit.name);
  const isAllotment = edit.name.startsWith("h");
  const claim: Claim = {
    record,
    kind: isAllotment ? "allotment" : "appointment",
    adviser: memberNamed(edit.adviser),
    start: toInstant(edit.start),
    end: toInstant(edit.start + edit.length),
    holder: isAllotment ? deviceNamed("holder") : null,
    allotment: isAllotment || edit.from === null ? null : recordNamed(edit.from),
  };
  return {
    record,
    claim: edit.isGone ? null : claim,
    turn,
    devices: new Set([deviceNamed(edit.device)]),
  };
};

/** Arbitrates pushes one after the other, and tells of every step. */
const play = (
  made: readonly (readonly Edit[])[],
  look: (before: Claims, changes: readonly ClaimChange[], after: Claims) => void,
): Claims => {
  let turn = 0;
  return made.reduce<Claims>((before, push) => {
    const changes = push.map((one) => changeOf(one, (turn += 1)));
    const after = arbitrate(before, changes);
    look(before, changes, after);
    return after;
  }, new Map());
};

const rivalsOf = (claim: RuledClaim, claims: Claims) =>
  [...claims.values()].filter((other) => isRival(claim, other));

test("no two held claims are rivals, and each clash has a held one in its way", () => {
  fc.assert(
    fc.property(pushes, (made) => {
      play(made, (_before, _changes, after) => {
        for (const claim of after.values()) {
          const isBlocked = rivalsOf(claim, after).some(({ state }) => state === "held");
          expect(isBlocked).toBe(claim.state === "clash");
        }
      });
    }),
    runs,
  );
});

test("every clash is told on both sides, and nothing else is", () => {
  fc.assert(
    fc.property(pushes, (made) => {
      play(made, (_before, _changes, after) => {
        const rulings = rulingsOf(after);
        for (const claim of after.values()) {
          const told = rulings.get(claim.record);
          const others = rivalsOf(claim, after).filter(({ state }) => state !== claim.state);
          expect(told?.state).toBe(claim.state);
          expect(new Set(told?.with)).toEqual(new Set(others.map(({ record }) => record)));
          for (const { record } of others)
            expect(rulings.get(record)?.with).toContain(claim.record);
        }
      });
    }),
    runs,
  );
});

test("who holds a time keeps it until it is changed by its own record", () => {
  fc.assert(
    fc.property(pushes, (made) => {
      play(made, (before, changes, after) => {
        const changed = new Set(changes.map(({ record }) => record));
        for (const claim of before.values()) {
          if (claim.state !== "held" || changed.has(claim.record)) continue;
          expect(after.get(claim.record)).toEqual(claim);
        }
      });
    }),
    runs,
  );
});

test("a freed time goes to the oldest that waits for it", () => {
  fc.assert(
    fc.property(pushes, (made) => {
      play(made, (before, changes, after) => {
        const changed = new Set(changes.map(({ record }) => record));
        const isPromoted = (claim: RuledClaim) =>
          claim.state === "held" &&
          !changed.has(claim.record) &&
          before.get(claim.record)?.state === "clash";
        for (const claim of after.values()) {
          if (!isPromoted(claim)) continue;
          for (const older of rivalsOf(claim, after)) {
            if (older.turn > claim.turn) continue;
            // It still waits, because of another time that was not freed or that went to somebody before it.
            const inItsWay = rivalsOf(older, after).filter(({ state }) => state === "held");
            expect(inItsWay.some((other) => !isPromoted(other) || other.turn < older.turn)).toBe(
              true,
            );
          }
        }
      });
    }),
    runs,
  );
});

test("what the holder gives out of a held allotment is held, whatever others write and in whichever order it comes", () => {
  const stand: Edit = {
    name: "h1",
    device: "holder",
    adviser: "aino",
    start: 2,
    length: 10,
    from: null,
    isGone: false,
  };
  const inside = fc.record({
    start: fc.integer({ min: 2, max: 10 }),
    length: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(pushes, inside, (made, time) => {
      const others = made.map((push) => push.filter(({ name }) => name !== stand.name));
      const before = play([[stand], ...others], () => {});
      const change = changeOf({ ...stand, ...time, name: "z", from: stand.name }, 1_000);
      const { claim } = change;
      if (claim === null) throw new Error("a booking that is not gone claims its time");
      const isSecond = [...before.values()].some(
        (other) => other.allotment === claim.allotment && isRival(claim, other),
      );
      fc.pre(!isSecond);
      const after = arbitrate(before, [change]);
      expect(after.get(claim.record)).toEqual({ ...claim, state: "held", turn: 1_000 });
    }),
    runs,
  );
});

test("what was ruled on a part of the calendar is what is ruled on the whole of it", () => {
  fc.assert(
    fc.property(pushes, (made) => {
      play(made, (before, changes, after) => {
        const near = new Map<RecordId, RuledClaim>();
        const times = changes.flatMap(({ record, claim }) => [
          ...(claim === null ? [] : [claim]),
          ...[before.get(record) ?? []].flat(),
        ]);
        for (let size = -1; size < near.size;) {
          size = near.size;
          for (const claim of before.values()) {
            const isNear = [...times, ...near.values()].some(
              (time) =>
                isSameTime(time, claim) ||
                (time.adviser === claim.adviser &&
                  time.start < claim.end &&
                  claim.start < time.end),
            );
            if (isNear) near.set(claim.record, claim);
          }
        }
        for (const [id, claim] of arbitrate(near, changes)) expect(after.get(id)).toEqual(claim);
      });
    }),
    runs,
  );
});
