import { describe, expect, test } from "vitest";
import { parseWaiting, parseWish, type WaitingForm } from "#domain/waiting/waiting-form.ts";
import { recordNamed } from "../edits.ts";

const form: WaitingForm = {
  client: null,
  name: " Aino K. ",
  phone: "040 123 4567",
  language: "sv",
  guidance: "education",
  channel: "visit",
  length: "45",
  places: [recordNamed("kuhmo")],
  municipalities: ["290"],
  when: ["mon-am"],
  asked: "2026-11-26",
  latest: "",
  note: " Bussilla. ",
};
const failuresOf = (more: Partial<WaitingForm>) => {
  const parsed = parseWaiting({ ...form, ...more });
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => [field, code]);
};

describe("a form of the waiting list", () => {
  test("reads a new client and a wish", () => {
    expect(parseWaiting(form)).toEqual({
      ok: true,
      value: {
        newClient: { name: "Aino K.", phone: "+358401234567", language: "sv" },
        wish: {
          guidance: "education",
          channel: "visit",
          lengthInMinutes: 45,
          places: [recordNamed("kuhmo")],
          municipalities: ["290"],
          when: ["mon-am"],
          asked: "2026-11-26",
          latest: null,
          note: "Bussilla.",
        },
      },
    });
  });

  test("asks nothing of a known client's name and number", () => {
    const client = recordNamed("aino");
    expect(parseWaiting({ ...form, client, name: "", phone: "puh" })).toMatchObject({
      ok: true,
      value: { newClient: null },
    });
  });

  test.each<[string, Partial<WaitingForm>, string, string]>([
    ["a missing name", { name: " " }, "name", "field.required"],
    ["a personal code for a name", { name: "131052-308T" }, "name", "field.personal_code"],
    ["a wrong number", { phone: "puh" }, "phone", "phone.invalid"],
    ["a length in words", { length: "tunti" }, "length", "field.value_invalid"],
    ["four minutes", { length: "4" }, "length", "field.value_invalid"],
    ["more than twelve hours", { length: "721" }, "length", "field.value_invalid"],
    ["a day that is none", { latest: "2026-02-30" }, "latest", "date.invalid"],
    ["another day that is none", { asked: "eilen" }, "asked", "date.invalid"],
    ["a personal code in the note", { note: "131052-308T" }, "note", "field.personal_code"],
  ])("names %s", (_, more, field, code) => {
    expect(failuresOf(more)).toEqual([[field, code]]);
  });

  test("reads a wish by itself", () => {
    expect(parseWish({ ...form, length: "30" })).toMatchObject({ value: { lengthInMinutes: 30 } });
  });
});
