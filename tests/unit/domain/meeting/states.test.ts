import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMs, hourMs, minuteMs } from "#domain/instant.ts";
import { isStanding } from "#domain/kinds/appointment.ts";
import { formCodes, type StatusCode, statusCodes } from "#domain/kinds/appointment-codes.ts";
import { hasRoster, offeredStates, phaseOf, stateFields } from "#domain/meeting/states.ts";
import { thursdayMorning } from "../../../support/platform.ts";

const slot = {
  start: thursdayMorning,
  end: addMs(thursdayMorning, hourMs),
  place: null,
  adviser: null,
};
const offered = (status: string, minutes: number, form = "individual") =>
  offeredStates({ status, slot, form }, addMs(slot.start, minutes * minuteMs));

describe("what a person may make of a time", () => {
  test.each([
    ["a day before", -1_440, ["cancelled"]],
    ["just before the door opens", -31, ["cancelled"]],
    ["half an hour before", -30, ["arrived", "no-show", "cancelled"]],
    ["in its last minute", 59, ["arrived", "no-show", "cancelled"]],
    ["when it is over", 60, ["done", "no-show", "cancelled"]],
  ])("is, %s, what can be true then, the usual first", (_, minutes, states) => {
    expect(offered("booked", minutes)).toEqual(states);
  });

  test("goes on from arriving to holding it, and from not coming to coming late", () => {
    expect(offered("arrived", 10)[0]).toBe("done");
    expect(offered("arrived", 90)[0]).toBe("done");
    expect(offered("no-show", 10)[0]).toBe("arrived");
  });

  test.each(["group", "site-visit"])(
    "is not arriving for a %s: that is ticked by person",
    (form) => {
      expect(hasRoster({ form })).toBe(true);
      expect(offered("booked", -60, form)).toEqual(["cancelled"]);
      expect(offered("booked", 10, form)).toEqual(["done", "cancelled"]);
      expect(offered("done", 90, form)).toEqual(["booked"]);
    },
  );

  test("is nothing for a state of another version", () => {
    expect(offered("newer-state", 10)).toEqual([]);
    expect(offered("constructor", 10)).toEqual([]);
  });
});

const anyTime = fc.integer({ min: -3_000, max: 3_000 });
const anyStatus = fc.constantFrom(...statusCodes);
const anyForm = fc.constantFrom(...formCodes);

describe("states of a time, whenever one looks", () => {
  test("never offer the state that it has, and none twice", () => {
    fc.assert(
      fc.property(anyStatus, anyTime, anyForm, (status, minutes, form) => {
        const states = offered(status, minutes, form);
        expect(states.length).toBeGreaterThan(0);
        expect(states).not.toContain(status);
        expect(new Set(states).size).toBe(states.length);
      }),
    );
  });

  test("all lead back: whatever was pressed can be taken back on the same page at the same moment", () => {
    fc.assert(
      fc.property(anyStatus, anyTime, anyForm, (status, minutes, form) => {
        expect(reachable(status, minutes, form)).toContain("booked");
        for (const next of offered("booked", minutes, form)) {
          expect(reachable(next, minutes, form)).toContain("booked");
        }
      }),
    );
  });

  test("free the adviser's time when it is called off, and in no other", () => {
    for (const status of statusCodes) {
      expect(isStanding({ status, slot })).toBe(status !== "cancelled");
    }
  });
});

const reachable = (from: StatusCode, minutes: number, form: string): Set<StatusCode> => {
  const found = new Set<StatusCode>();
  const ahead = [from];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const state of offered(next, minutes, form)) {
      if (found.has(state)) continue;
      found.add(state);
      ahead.push(state);
    }
  }
  return found;
};

describe("the phase of a time", () => {
  test("only goes forward", () => {
    const order = ["ahead", "at-hand", "over"];
    fc.assert(
      fc.property(anyTime, fc.nat(5_000), (minutes, later) => {
        const at = (moment: number) => order.indexOf(phaseOf(slot, addMs(slot.start, moment)));
        expect(at((minutes + later) * minuteMs)).toBeGreaterThanOrEqual(at(minutes * minuteMs));
      }),
    );
  });
});

describe("what a state is written with", () => {
  const why = { by: "client", why: "Sairastui" };

  test("says who called the time off", () => {
    expect(stateFields({ status: "booked", cancelling: null }, "cancelled", why)).toEqual({
      status: "cancelled",
      cancelling: why,
    });
  });

  test("forgets that when the time is on again", () => {
    expect(stateFields({ status: "cancelled", cancelling: why }, "booked", null)).toEqual({
      status: "booked",
      cancelling: null,
    });
  });

  test("is nothing but the state where nobody called anything off", () => {
    expect(stateFields({ status: "booked", cancelling: null }, "arrived", why)).toEqual({
      status: "arrived",
    });
  });

  test("is nothing where nothing changes", () => {
    expect(stateFields({ status: "cancelled", cancelling: why }, "cancelled", { ...why })).toEqual(
      {},
    );
  });
});
