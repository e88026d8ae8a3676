import { describe, expect, test } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import {
  drivingMinutes,
  pairMunicipalities,
  parseDrivingMinutes,
  shortTravels,
  type Stop,
  travelPair,
} from "#domain/times/travel.ts";

const kajaani = "205";
const kuhmo = "290";
const sotkamo = "765";
const travel = { "205-290": 75, "205-765": 35 };

const stop = (municipality: string, from: number, to: number, date = "2026-11-26"): Stop => ({
  municipality,
  start: fromLocal(date as LocalDate, from * 60),
  end: fromLocal(date as LocalDate, to * 60),
});
const told = (own: Stop, ...others: readonly Stop[]) =>
  shortTravels(own, others, travel).map(
    ({ side, stop: { municipality }, driving, between }) =>
      `${side} ${municipality} ${driving} ${between}`,
  );

describe("a drive", () => {
  test("is by both codes, the lower first, in either direction", () => {
    expect(travelPair(kuhmo, kajaani)).toBe("205-290");
    expect(pairMunicipalities("205-290")).toEqual([kajaani, kuhmo]);
    expect(pairMunicipalities("Kajaani-Kuhmo")).toBeNull();
    expect(drivingMinutes(travel, kuhmo, kajaani)).toBe(75);
    expect(drivingMinutes(travel, kajaani, kuhmo)).toBe(75);
  });

  test("that nobody has entered, and within a town, is not known", () => {
    expect(drivingMinutes(travel, kuhmo, sotkamo)).toBeNull();
    expect(drivingMinutes(travel, kuhmo, kuhmo)).toBeNull();
    expect(drivingMinutes(travel, "", kuhmo)).toBeNull();
    expect(drivingMinutes({}, "constructor", "")).toBeNull();
  });
});

test("driving minutes are a whole number up to a day", () => {
  expect([" 75 ", "1", "1440"].map(parseDrivingMinutes)).toEqual([75, 1, 1440]);
  expect(["", "0", "1441", "7,5", "-5", "1 h"].map(parseDrivingMinutes)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

describe("too little time for a drive", () => {
  test("is told before and after, with the minutes of both", () => {
    expect(told(stop(kuhmo, 10, 11), stop(kajaani, 8, 9), stop(kajaani, 12, 13))).toEqual([
      "before 205 75 60",
      "after 205 75 60",
    ]);
  });

  test("is not told where the drive just fits", () => {
    expect(told(stop(kuhmo, 10.25, 11), stop(kajaani, 8, 9))).toEqual([]);
    expect(told(stop(kuhmo, 10.2, 11), stop(kajaani, 8, 9))).toEqual(["before 205 75 72"]);
  });

  test("is not told of a drive that nobody has entered, nor of a stop without a town", () => {
    expect(told(stop(kuhmo, 10, 11), stop(sotkamo, 9, 10), stop("", 11, 12))).toEqual([]);
    expect(told(stop("", 10, 11), stop(kajaani, 9, 10))).toEqual([]);
  });

  test("goes by the nearest stop on each side, and passes over a call between them", () => {
    expect(
      told(
        stop(kuhmo, 11, 12),
        stop(kajaani, 8, 9),
        stop(kuhmo, 9, 10),
        stop("", 10, 11),
        stop(kajaani, 12, 13),
        stop(kuhmo, 13, 14),
      ),
    ).toEqual(["after 205 75 0"]);
  });

  test("is not told of another day, nor of what overlaps", () => {
    expect(told(stop(kuhmo, 0, 1), stop(kajaani, 23, 24, "2026-11-25"))).toEqual([]);
    expect(told(stop(kuhmo, 10, 11), stop(kajaani, 10.5, 12))).toEqual([]);
  });
});
