import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HandedOver, nextSequence, sequenceOfEdits } from "#domain/calendar/sequence.ts";

const seventh = sequenceOfEdits(7);

describe("the number of an event's version", () => {
  test("is the same for everybody who has seen the same edits", () => {
    expect(nextSequence(7, "Thursday", null)).toBe(seventh);
    expect(nextSequence(7, "Thursday", { sequence: sequenceOfEdits(4), said: "Wednesday" })).toBe(
      seventh,
    );
  });

  test("stays while the event says the same", () => {
    expect(nextSequence(7, "Thursday", { sequence: seventh, said: "Thursday" })).toBe(seventh);
  });

  test("rises when a place gets another name, which is no edit of the appointment", () => {
    const sequence = nextSequence(7, "the annex", { sequence: seventh, said: "the hall" });
    expect(sequence).toBeGreaterThan(seventh);
    expect(sequence).toBeLessThan(sequenceOfEdits(8));
  });

  test("does not fall when an unsent edit was refused", () => {
    const sequence = sequenceOfEdits(8);
    expect(nextSequence(6, "Thursday", { sequence, said: "Friday" })).toBe(sequence + 1);
    expect(nextSequence(6, "Friday", { sequence, said: "Friday" })).toBe(sequence);
  });

  test("of an edit is above whatever a device made of the state before it, however often it said that in other words", () => {
    let last: HandedOver | null = null;
    for (let time = 0; time < 40; time += 1) {
      const said = time % 2 === 0 ? "på svenska" : "suomeksi";
      last = { sequence: nextSequence(7, said, last), said };
      expect(last.sequence).toBe(Math.min(seventh + time, seventh + 15));
    }
    expect(sequenceOfEdits(8)).toBe(seventh + 16);
  });

  test("never falls, and with more edits than ever it rises, however the edits are counted", () => {
    const handings = fc.array(fc.tuple(fc.nat(20), fc.constantFrom("a", "b", "c")));
    fc.assert(
      fc.property(handings, (list) => {
        let last: HandedOver | null = null;
        let most = -1;
        for (const [edits, said] of list) {
          const sequence = nextSequence(edits, said, last);
          expect(sequence).toBeGreaterThanOrEqual(sequenceOfEdits(edits));
          expect(sequence).toBeLessThan(sequenceOfEdits(Math.max(edits, most) + 1));
          if (last !== null) expect(sequence).toBeGreaterThanOrEqual(last.sequence);
          if (edits > most) expect(sequence).toBe(sequenceOfEdits(edits));
          most = Math.max(edits, most);
          last = { sequence, said };
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
