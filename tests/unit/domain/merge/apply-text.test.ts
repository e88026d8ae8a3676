import { expect, test } from "vitest";
import type { Fields } from "#domain/json.ts";
import { applyOp } from "#domain/merge/apply.ts";
import {
  by,
  delOp,
  deviceNamed,
  freshEntity,
  inheritedNames,
  memberNamed,
  textOp,
} from "../edits.ts";

const seen = { ver: 1 };
const write = (present: Fields, base: string, value: string, isBaseKnown = true) =>
  applyOp(
    freshEntity(present),
    textOp("t", seen, base, value),
    by("aino", 5, isBaseKnown ? [base] : []),
  );

test("a text replaces the one its author saw, and the old one is kept", () => {
  expect(write({ note: "Eka." }, "Eka.", "Eka. Toka.")).toMatchObject({
    result: "applied",
    entity: { ver: 2, fields: { note: "Eka. Toka." } },
    earlier: [{ field: "note", value: "Eka.", why: "overwritten", by: null }],
    clashes: [],
  });
});

test("the content seen counts, not the version", () => {
  const op = textOp("t", { ver: 0 }, "Eka.", "Toka.");
  expect(
    applyOp({ ...freshEntity({ note: "Eka." }), ver: 9 }, op, by("aino", 5, ["Eka."])),
  ).toMatchObject({
    result: "applied",
    entity: { ver: 10, fields: { note: "Toka." } },
  });
});

test("what others wrote meanwhile stays", () => {
  expect(write({ note: "Eka. Muuta." }, "Eka.", "Eka. Lisää.")).toMatchObject({
    result: "merged",
    entity: { fields: { note: "Eka. Muuta. Lisää." } },
    earlier: [{ value: "Eka. Muuta.", why: "overwritten" }],
    clashes: [],
  });
});

test("what was merged into one's own text is deleted only once it was seen there", () => {
  const applied = write({ note: "Eka. Muuta." }, "Eka.", "Eka. Lisää.");
  if (applied.result !== "merged") return expect.fail(applied.result);
  expect(applyOp(applied.entity, delOp("d", seen), by("aino", 6))).toEqual({
    result: "refused",
    reason: "edit.record_changed",
  });
  expect(applyOp(applied.entity, delOp("d", { ver: 2 }), by("aino", 6))).toMatchObject({
    result: "applied",
    entity: { deleted: true },
  });
});

test("what cannot stand is kept whole, and shown", () => {
  expect(write({ note: "Summa 162 e" }, "Summa 142 e", "Summa 542 e")).toMatchObject({
    result: "conflict",
    entity: { ver: 2, fields: { note: "Summa 162 e" } },
    earlier: [
      { field: "note", value: "Summa 542 e", why: "conflict", by: { member: memberNamed("aino") } },
    ],
    clashes: [
      {
        field: "note",
        kept: "Summa 162 e",
        lost: "Summa 542 e",
        lostBy: memberNamed("aino"),
        lostAt: 5,
      },
    ],
  });
});

test("a clash in one sentence does not hold up the others", () => {
  const applied = write(
    { note: "Eka. Summa 162 e. Loppu. Muut." },
    "Eka. Summa 142 e. Loppu.",
    "Alku. Summa 542 e. Loppu.",
  );
  expect(applied).toMatchObject({
    result: "conflict",
    clashes: [{ kept: "Alku. Summa 162 e. Loppu. Muut." }],
    earlier: [{ value: "Eka. Summa 162 e. Loppu. Muut." }, { value: "Alku. Summa 542 e. Loppu." }],
  });
});

/** What is kept of `texts` when they are written one after the other, each by another person upon `base`, and then replaced. */
const keptOf = (base: string, ...texts: readonly (readonly [string, string])[]) => {
  let entity = freshEntity({ note: base });
  for (const [index, [who, text]] of texts.entries()) {
    const applied = applyOp(entity, textOp(who, seen, base, text), by(who, 5 + index, [base]));
    if (!("entity" in applied)) return expect.fail(applied.result);
    entity = applied.entity;
  }
  const present = entity.fields["note"] as string;
  const last = applyOp(entity, textOp("z", { ver: 9 }, present, "."), by("zoe", 50, [present]));
  return "entity" in last ? last.earlier[0] : undefined;
};

test("a text that stood against another one's words is still its writer's", () => {
  const kept = keptOf("Summa 142 e", ["aino", "Summa 162 e"], ["pekka", "Summa 542 e"]);
  expect(kept).toEqual({
    field: "note",
    value: "Summa 162 e",
    why: "overwritten",
    by: { member: memberNamed("aino"), device: deviceNamed("aino"), at: 5 },
  });
  expect(keptOf("Eka.", ["aino", "Eka. Toka."], ["pekka", "Eka."])?.by).toEqual(kept?.by);
  expect(keptOf("Eka.", ["aino", "Eka."])?.by).toBeNull();
});

test("a text out of several people's words is theirs, out of one's own edits one's own", () => {
  const [aino, pekka] = ["Eka. Toka.", "Alku. Eka."];
  expect(keptOf("Eka.", ["aino", aino], ["pekka", pekka])).toMatchObject({
    value: "Alku. Eka. Toka.",
    by: { member: memberNamed("pekka"), at: 6, isJoint: true },
  });
  expect(keptOf("Eka.", ["aino", aino], ["aino", pekka])?.by).not.toHaveProperty("isJoint");
  const joined = [
    ["aino", aino],
    ["pekka", pekka],
    ["pekka", "Eka. Loppu."],
  ] as const;
  expect(keptOf("Eka.", ...joined)?.by).toHaveProperty("isJoint", true);
});

test("without the text its author saw nothing happens, and it is asked for", () => {
  expect(write({ note: "Muuta." }, "Eka.", "Eka. Lisää.", false)).toEqual({ result: "needs-base" });
});

test("a text in a field that was not there is merged with nothing", () => {
  expect(write({}, "", "Eka.")).toMatchObject({
    result: "applied",
    entity: { fields: { note: "Eka." } },
    earlier: [{ value: "" }],
  });
  expect(write({}, "", "")).toMatchObject({ result: "applied", earlier: [] });
});

test("what another version kept in the field is not lost", () => {
  for (const odd of [{ rich: ["Eka"] }, [], 17, false]) {
    for (const value of ["Uusi.", ""]) {
      expect(write({ note: odd }, "", value)).toMatchObject({
        entity: { fields: { note: value } },
        earlier: [{ value: odd, why: "overwritten" }],
      });
    }
  }
});

test("an edit that changes nothing leaves the others' text and keeps nothing twice", () => {
  expect(write({ note: "Eka. Muuta." }, "Eka.", "Eka.")).toMatchObject({
    result: "merged",
    entity: { ver: 2, fields: { note: "Eka. Muuta." } },
    earlier: [],
    clashes: [],
  });
});

test("both wrote the same: nothing to keep, nothing to show", () => {
  expect(write({ note: "Eka. Toka." }, "Eka.", "Eka. Toka.")).toMatchObject({
    entity: { fields: { note: "Eka. Toka." } },
    earlier: [],
    clashes: [],
  });
});

test.each(inheritedNames)("a text field called %s begins empty", (field) => {
  const op = { ...textOp("t", seen, "", "Eka."), field };
  const applied = applyOp(freshEntity({}), op, by("aino", 5, [""]));
  expect(applied).toMatchObject({ result: "applied", earlier: [{ value: "", by: null }] });
  expect("entity" in applied && Object.entries(applied.entity.fields)).toEqual([[field, "Eka."]]);
});
