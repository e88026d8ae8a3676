import { describe, expect, test } from "vitest";
import { addMs, hourMs } from "#domain/instant.ts";
import { followUpsOf } from "#domain/meeting/follow-ups.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { recordNamed } from "../edits.ts";

const group = recordNamed("group");
const aino = recordNamed("aino");
const time = (id: string, client: string, hours: number, more = {}) => ({
  id: recordNamed(id),
  values: {
    client: recordNamed(client),
    follows: null,
    status: "booked",
    slot: {
      start: addMs(thursdayMorning, hours * hourMs),
      end: addMs(thursdayMorning, (hours + 1) * hourMs),
      place: null,
      adviser: null,
    },
    ...more,
  },
});

describe("the own time after a group", () => {
  test("is the one that goes on from it, also when that is over, before any other", () => {
    const linked = time("linked", "aino", -3, { follows: group });
    const found = followUpsOf([time("soon", "aino", 1), linked], group, thursdayMorning);
    expect(found.get(aino)).toBe(linked);
  });

  test("is else the first that is to come", () => {
    const first = time("first", "aino", 2);
    const others = [time("later", "aino", 5), first, time("past", "aino", -2)];
    expect(followUpsOf(others, group, thursdayMorning).get(aino)).toBe(first);
  });

  test("is none that was called off, nor the group itself", () => {
    const appointments = [
      time("off", "aino", 2, { follows: group, status: "cancelled" }),
      { ...time("group", "veikko", 1), id: group },
    ];
    expect(followUpsOf(appointments, group, thursdayMorning).size).toBe(0);
  });
});
