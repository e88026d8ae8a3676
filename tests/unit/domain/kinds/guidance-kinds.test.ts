import { describe, expect, test } from "vitest";
import { guidanceCodes } from "#domain/kinds/appointment-codes.ts";
import { guidanceCode, guidanceName, offeredGuidance } from "#domain/kinds/guidance-kinds.ts";

const kind = (nameFi: string, nameSv = "", nameEn = "") => ({ nameFi, nameSv, nameEn });

describe("the kinds of guidance that are offered", () => {
  test("are the program's where the area has none in use", () => {
    expect(offeredGuidance(undefined)).toBe(guidanceCodes);
    expect(offeredGuidance({})).toBe(guidanceCodes);
    expect(offeredGuidance({ old: { ...kind("Vanha"), retired: true } })).toBe(guidanceCodes);
  });

  test("are the area's own alone where it has some, without those it has retired", () => {
    const own = { uraohjaus: kind("Uraohjaus"), old: { ...kind("Vanha"), retired: true } };
    expect(offeredGuidance(own)).toEqual(["uraohjaus"]);
  });
});

test("the program's own come first, and the order is the same whoever wrote what when", () => {
  const own = { zeta: kind("Z"), other: kind("Muu"), alfa: kind("A"), education: kind("Koulutus") };
  expect(offeredGuidance(own)).toEqual(["education", "other", "alfa", "zeta"]);
});

test("a kind goes by the name of the language, or by another where it has none in it", () => {
  expect(guidanceName(kind("Uraohjaus", "Karriärvägledning"), "sv")).toBe("Karriärvägledning");
  expect(guidanceName(kind("Uraohjaus"), "en")).toBe("Uraohjaus");
  expect(guidanceName(kind("", "Karriär"), "fi")).toBe("Karriär");
});

describe("a code", () => {
  test("is made of the name", () => {
    expect(guidanceCode("Työelämä & oppiminen", [])).toBe("tyoelama-oppiminen");
    expect(guidanceCode("2. asteen ohjaus", [])).toBe("asteen-ohjaus");
    expect(guidanceCode("консультация", [])).toBe("kind");
  });

  test("is another one than those that are taken, the program's own among them", () => {
    expect(guidanceCode("Uraohjaus", ["uraohjaus", "uraohjaus-2"])).toBe("uraohjaus-3");
    expect(guidanceCode("Education", [])).toBe("education-2");
  });
});
