import { describe, expect, test } from "vitest";
import { backoffMs, fractionOf, idlePauseMs } from "#sync/backoff.ts";
import { makeSeededChance } from "../../support/platform.ts";

const chance = makeSeededChance(5);
const draw = (failures: number) => Array.from({ length: 2_000 }, () => backoffMs(failures, chance));

describe("waiting", () => {
  test("after the first failure takes between half a second and two seconds", () => {
    expect(Math.min(...draw(1))).toBeGreaterThanOrEqual(500);
    expect(Math.max(...draw(1))).toBeLessThanOrEqual(2_000);
  });

  test("doubles its bound up to five minutes and no further", () => {
    expect(Math.max(...draw(4))).toBeGreaterThan(14_000);
    expect(Math.max(...draw(4))).toBeLessThanOrEqual(16_000);
    expect(Math.max(...draw(1_000))).toBeLessThanOrEqual(300_000);
    expect(Math.max(...draw(1_000))).toBeGreaterThan(290_000);
  });

  test("spreads over its whole bound", () => {
    const early = draw(8).filter((ms) => ms < 128_000).length;
    expect(early / 2_000).toBeGreaterThan(0.4);
    expect(early / 2_000).toBeLessThan(0.6);
  });

  test("between idle exchanges takes 60 s give or take a fifth", () => {
    const pauses = Array.from({ length: 2_000 }, () => idlePauseMs(chance));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(48_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(72_000);
  });

  test("draws fractions from none to almost one", () => {
    expect(fractionOf({ bytes: () => new Uint8Array(4) })).toBe(0);
    expect(fractionOf({ bytes: () => new Uint8Array(4).fill(255) })).toBeLessThan(1);
  });
});
