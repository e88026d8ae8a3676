import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Instant, toInstant } from "#domain/instant.ts";
import { correctedTime } from "#domain/stamp.ts";
import { runs } from "./texts.ts";

const moment = (): fc.Arbitrary<Instant> =>
  fc
    .oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: -6e13, max: 2.5e14 }))
    .map(toInstant);
const input = fc.record({
  at: moment(),
  endpointAt: moment(),
  sentAt: moment(),
  arrivedAt: moment(),
});

test("the corrected time lies between two times of the endpoint, whatever the device says", () => {
  fc.assert(
    fc.property(input, (stamp) => {
      const corrected = correctedTime(stamp);
      expect(Number.isSafeInteger(corrected)).toBe(true);
      expect(corrected).toBeLessThanOrEqual(stamp.arrivedAt);
      expect(corrected).toBeGreaterThanOrEqual(Math.min(stamp.endpointAt, stamp.arrivedAt));
    }),
    runs,
  );
});

test("a device whose clock is off by anything, but steady, is understood exactly", () => {
  const nat = fc.nat(1e9);
  fc.assert(
    fc.property(
      nat,
      nat,
      nat,
      fc.integer({ min: -3e13, max: 3e13 }),
      (heard, thought, waited, error) => {
        const made = heard + thought;
        const corrected = correctedTime({
          at: toInstant(made + error),
          endpointAt: toInstant(heard),
          sentAt: toInstant(made + waited + error),
          arrivedAt: toInstant(made + waited),
        });
        expect(corrected).toBe(made);
      },
    ),
    runs,
  );
});

test("of two edits sent together the later one is not corrected to be the earlier", () => {
  fc.assert(
    fc.property(input, fc.nat(1e9), (stamp, laterMs) => {
      const later = correctedTime({ ...stamp, at: toInstant(stamp.at + laterMs) });
      expect(later).toBeGreaterThanOrEqual(correctedTime(stamp));
    }),
    runs,
  );
});
