import { describe, expect, test } from "vitest";
import { type Claim, claimOf, isRival } from "#domain/times/claim.ts";
import { addMs, hourMs } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { deviceNamed, home, memberNamed, recordNamed } from "../edits.ts";

const slot = {
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  place: recordNamed("place"),
  adviser: memberNamed("aino"),
};
const stored = (kind: string, fields: Fields, deleted = false) => ({
  id: recordNamed("one"),
  kind,
  home,
  shares: [],
  ver: 1,
  deleted,
  fields,
});
const claim: Claim = {
  record: recordNamed("one"),
  kind: "appointment",
  adviser: slot.adviser,
  start: slot.start,
  end: slot.end,
  holder: null,
  allotment: null,
};

describe("what a record claims", () => {
  test("is the time of a standing appointment and of an open allotment, with who gives it out", () => {
    expect(claimOf(stored("appointment", { slot }))).toEqual(claim);
    const allotment = recordNamed("stand");
    const given = stored("appointment", { slot: { ...slot, allotment } });
    expect(claimOf(given)).toEqual({ ...claim, allotment });
    const holder = deviceNamed("phone");
    const held = stored("allotment", { slot, holder });
    expect(claimOf(held)).toEqual({ ...claim, kind: "allotment", holder });
  });

  test("stays its time whoever comes or does not: only calling it off frees the adviser", () => {
    for (const status of ["arrived", "no-show", "done"]) {
      expect(claimOf(stored("appointment", { slot, status }))).toEqual(claim);
    }
  });

  test("is nothing for what takes nobody's time", () => {
    for (const record of [
      stored("appointment", { slot }, true),
      stored("appointment", { slot, status: "cancelled" }),
      stored("appointment", { slot: { ...slot, adviser: null } }),
      stored("appointment", { slot: { ...slot, end: slot.start } }),
      stored("appointment", {}),
      stored("allotment", { slot, status: "returned" }),
      stored("allotment", { slot: { ...slot, adviser: null } }),
      stored("client", { slot }),
      stored("newer", { slot }),
    ]) {
      expect(claimOf(record)).toBeNull();
    }
  });
});

test("rivals are two claims of one adviser with a moment in common, unless one was given out of the other", () => {
  const other = { ...claim, record: recordNamed("other") };
  const rivals = (change: Partial<Claim>) => {
    const changed = { ...other, ...change };
    expect(isRival(changed, claim)).toBe(isRival(claim, changed));
    return isRival(claim, changed);
  };
  expect(rivals({})).toBe(true);
  expect(rivals({ start: addMs(claim.end, -1), end: addMs(claim.end, 9) })).toBe(true);
  expect(rivals({ start: claim.end, end: addMs(claim.end, 9) })).toBe(false);
  expect(rivals({ adviser: memberNamed("paavo") })).toBe(false);
  expect(rivals({ record: claim.record })).toBe(false);
  expect(rivals({ allotment: claim.record })).toBe(false);
  expect(rivals({ allotment: recordNamed("stand") })).toBe(true);
});
