import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HandedOver, nextSequence } from "#domain/calendar/sequence.ts";

describe("the number of an event's version", () => {
  test("is the count of edits on every device that has seen the same", () => {
    expect(nextSequence(7, "Thursday", null)).toBe(7);
    expect(nextSequence(7, "Thursday", { sequence: 4, said: "Wednesday" })).toBe(7);
  });

  test("stays while the event says the same", () => {
    expect(nextSequence(7, "Thursday", { sequence: 7, said: "Thursday" })).toBe(7);
  });

  test("rises when a place gets another name, which is no edit of the appointment", () => {
    expect(nextSequence(7, "the annex", { sequence: 7, said: "the hall" })).toBe(8);
  });

  test("does not fall when an unsent edit was refused", () => {
    expect(nextSequence(6, "Thursday", { sequence: 8, said: "Friday" })).toBe(9);
    expect(nextSequence(6, "Friday", { sequence: 8, said: "Friday" })).toBe(8);
  });

  test("never falls, and rises with every change of what is said, however the edits are counted", () => {
    const handings = fc.array(fc.tuple(fc.nat(20), fc.constantFrom("a", "b", "c")));
    fc.assert(
      fc.property(handings, (list) => {
        let last: HandedOver | null = null;
        for (const [edits, said] of list) {
          const sequence = nextSequence(edits, said, last);
          expect(sequence).toBeGreaterThanOrEqual(edits);
          if (last !== null) {
            expect(sequence).toBeGreaterThanOrEqual(last.sequence + (last.said === said ? 0 : 1));
          }
          last = { sequence, said };
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
