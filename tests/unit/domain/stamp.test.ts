import { expect, test } from "vitest";
import { dayMs, toInstant } from "#domain/instant.ts";
import { correctedTime } from "#domain/stamp.ts";

const corrected = (at: number, endpointAt: number, sentAt: number, arrivedAt: number) =>
  correctedTime({
    at: toInstant(at),
    endpointAt: toInstant(endpointAt),
    sentAt: toInstant(sentAt),
    arrivedAt: toInstant(arrivedAt),
  });

test("a right clock is believed", () => {
  expect(corrected(5_000, 1_000, 9_000, 9_000)).toBe(5_000);
});

test("a clock that is off by the same all the time is set right", () => {
  const error = 365 * dayMs;
  expect(corrected(5_000 + error, 1_000, 9_000 + error, 9_000)).toBe(5_000);
  expect(corrected(5_000 - error, 1_000, 9_000 - error, 9_000)).toBe(5_000);
});

test("a clock that was set back meanwhile cannot put the edit into the future", () => {
  expect(corrected(500_000, 1_000, 2_000, 9_000)).toBe(9_000);
});

test("a clock that was set forward meanwhile cannot put the edit before what the device had heard", () => {
  expect(corrected(2_000, 1_000, 500_000, 9_000)).toBe(1_000);
});

test("a device that claims to have heard the future is held to now", () => {
  expect(corrected(5_000, 99_000, 9_000, 9_000)).toBe(9_000);
});

test("a device that never heard the endpoint is bound by now alone", () => {
  expect(corrected(-4_000, 0, 9_000, 9_000)).toBe(0);
  expect(corrected(4_000, 0, 9_000, 9_000)).toBe(4_000);
});
