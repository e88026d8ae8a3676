import { describe, expect, test } from "vitest";
import { readValues } from "#domain/fields/field.ts";
import { capacityMax, appointmentKind } from "#domain/kinds/appointment.ts";
import { formCodes } from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { individualMeeting, type MeetingForm, parseMeeting } from "#domain/times/meeting.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const partner = {
  item: "p1",
  organisation: recordNamed("workshop"),
  person: " Ohjaaja Esimerkki ",
};
const whole: MeetingForm = {
  form: "group",
  title: " Hakuilta ",
  capacity: "12",
  room: "",
  needs: ["accessible", "interpreter", "accessible"],
  coLeaders: [memberNamed("oiva")],
  partners: [partner],
};

const read = (change: Partial<MeetingForm>) => {
  const parsed = parseMeeting({ ...whole, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
};
const failures = (change: Partial<MeetingForm>) => {
  const parsed = parseMeeting({ ...whole, ...change });
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field} ${code}`);
};

describe("how many meet", () => {
  test("is nothing to write of one client alone", () => {
    expect(read({ ...individualMeeting })).toEqual({});
  });

  test("of a group is its title, its places, its leaders and each need once, in one order", () => {
    expect(read({})).toEqual({
      form: "group",
      title: "Hakuilta",
      capacity: 12,
      needs: ["interpreter", "accessible"],
      coLeaders: { [memberNamed("oiva")]: { member: memberNamed("oiva") } },
    });
  });

  test("of a joint meeting are its partners, without those that say nobody", () => {
    const nobody = { item: "p2", organisation: null, person: "  " };
    expect(read({ form: "joint", partners: [partner, nobody] })).toEqual({
      form: "joint",
      needs: ["interpreter", "accessible"],
      partners: { p1: { organisation: recordNamed("workshop"), person: "Ohjaaja Esimerkki" } },
    });
  });

  test.each(formCodes)("of %s can be written into an appointment", (form) => {
    const meeting = read({ form });
    expect(readValues(appointmentKind.fields, meeting)).toEqual({
      ...readValues(appointmentKind.fields, {}),
      ...meeting,
    });
  });

  test("leaves nothing out of a form of another version", () => {
    expect(Object.keys(read({ form: "walk" })).sort()).toEqual([
      "capacity",
      "coLeaders",
      "form",
      "needs",
      "partners",
      "title",
    ]);
  });
});

describe("what is wrong is named once", () => {
  test("a group without a title; a site visit needs none", () => {
    expect(failures({ title: "  " })).toEqual(["title field.required"]);
    expect(failures({ title: "", form: "site-visit" })).toEqual([]);
  });

  test.each(["0", "-1", "1,5", "many", String(capacityMax + 1), "1e2"])("%s places", (capacity) => {
    expect(failures({ capacity })).toEqual(["capacity field.value_invalid"]);
  });

  test("no places and the most are taken", () => {
    expect(read({ capacity: " " }).capacity).toBeUndefined();
    expect(read({ capacity: String(capacityMax) }).capacity).toBe(capacityMax);
  });

  test("places of a form that has none do not count", () => {
    expect(failures({ form: "drop-in", capacity: "many" })).toEqual([]);
  });

  test("a personal code in the title or about a partner", () => {
    const code = "131052-308T";
    const partners = [{ ...partner, person: `Matti ${code}` }];
    expect(failures({ title: code })).toEqual(["title field.personal_code"]);
    expect(failures({ form: "joint", partners })).toEqual(["partners field.personal_code"]);
    expect(failures({ partners })).toEqual([]);
  });

  test("too much writing", () => {
    expect(failures({ title: "x".repeat(201) })).toEqual(["title field.too_long"]);
  });
});

test("only one client alone and a joint meeting are for a client", () => {
  expect(formCodes.filter((form) => partsOfForm(form).client)).toEqual(["individual", "joint"]);
  expect(formCodes.filter((form) => partsOfForm(form).roster)).toEqual(["group", "site-visit"]);
  expect(partsOfForm("constructor").client).toBe(false);
});
