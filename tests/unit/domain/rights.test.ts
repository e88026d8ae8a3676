import { describe, expect, test } from "vitest";
import type { Json } from "#domain/json.ts";
import type { HomeKind, Role } from "#domain/kind.ts";
import type { Op, Verb } from "#domain/op.ts";
import { checkOp, type Membership } from "#domain/rights.ts";
import { delOp, home, inheritedNames, newOp, otherOp, record, setOp, textOp } from "./edits.ts";

const seen = { ver: 1 };
const member = (role: Role, kind: HomeKind, id = "somebody"): Membership => ({
  member: id,
  scopes: new Map([[home, { kind, role }]]),
});
const judge = (who: Membership, kind: string, op: Op) => {
  const checked = checkOp(who, { id: record, kind, home }, op);
  return checked.ok ? "ok" : checked.failure;
};
const edits: Record<Verb, Op> = {
  new: newOp({}),
  set: setOp("s", seen, "name", "Uusi"),
  text: textOp("t", seen, "", "Uusi"),
  del: delOp("d", seen),
  inc: otherOp("i", "inc"),
  rem: otherOp("r", "rem"),
  share: otherOp("h", "share"),
  unshare: otherOp("u", "unshare"),
};

describe("who may make, change and delete what", () => {
  // For an adviser, a coordinator, and an adviser whose own record it is.
  const everybody = "adviser coordinator self";
  const rights: [kind: string, home: HomeKind, makes: string, changes: string][] = [
    ["client", "team", everybody, everybody],
    ["appointment", "team", everybody, everybody],
    ["conflict", "team", "", everybody],
    ["organisation", "area", "coordinator", "coordinator"],
    ["place", "area", "coordinator", "coordinator"],
    ["area", "area", "", "coordinator"],
    ["team", "area", "", "coordinator"],
    ["adviser", "area", "", "coordinator self"],
  ];
  const people = { adviser: "adviser", coordinator: "coordinator", self: "adviser" } as const;

  for (const [kind, homeKind, makes, changes] of rights) {
    for (const [who, role] of Object.entries(people)) {
      test(`${who} and a record of kind ${kind}`, () => {
        const membership = member(role, homeKind, who === "self" ? record : "somebody");
        for (const [verb, op] of Object.entries(edits)) {
          // A kind without free writing has no text to change; that is about the value, not about rights.
          const fitting =
            verb === "text"
              ? { ...op, field: "newer" }
              : verb === "set"
                ? { ...op, field: "newer" }
                : op;
          const may = (verb === "new" || verb === "del" ? makes : changes).includes(who);
          expect([verb, judge(membership, kind, fitting)]).toEqual([
            verb,
            may ? "ok" : "edit.not_allowed",
          ]);
        }
      });
    }
  }
});

describe("nobody writes outside the own scopes", () => {
  const stranger: Membership = { member: record, scopes: new Map() };
  for (const kind of ["client", "adviser", "newer-kind", ...inheritedNames]) {
    test(`a record of kind ${kind}`, () => {
      for (const op of Object.values(edits)) {
        expect(judge(stranger, kind, op)).toBe("edit.not_allowed");
      }
    });
  }
});

test("a record is made only in a scope of its kind", () => {
  expect(judge(member("coordinator", "area"), "client", edits.new)).toBe("edit.not_allowed");
  expect(judge(member("coordinator", "team"), "place", edits.new)).toBe("edit.not_allowed");
});

test("any member writes records of another version's kind", () => {
  for (const kind of ["newer-kind", ...inheritedNames]) {
    for (const op of Object.values(edits)) {
      expect(judge(member("adviser", "team"), kind, op)).toBe("ok");
    }
  }
});

describe("what a value may be", () => {
  const adviser = member("adviser", "team");
  const client = (field: string, value: Json) =>
    judge(adviser, "client", setOp("s", seen, field, value));

  test("a value that the field cannot hold is refused, in a change and in a new record", () => {
    expect(client("phone", "040 123")).toBe("edit.value_invalid");
    expect(client("name", "x".repeat(201))).toBe("edit.value_invalid");
    expect(judge(adviser, "client", newOp({ name: "Matti", phone: 17 }))).toBe(
      "edit.value_invalid",
    );
    expect(judge(adviser, "client", newOp({ name: "Matti", phone: "" }))).toBe("ok");
  });

  test("free writing is changed as a text and a register as a whole, never the other way", () => {
    expect(client("note", "Uusi")).toBe("edit.value_invalid");
    const asText = { ...textOp("t", seen, "", "Uusi"), field: "name" };
    expect(judge(adviser, "client", asText)).toBe("edit.value_invalid");
    expect(judge(adviser, "client", textOp("t", seen, "", "Uusi"))).toBe("ok");
  });

  test("a personal identity code is refused wherever it stands", () => {
    const code = "Matti 131052-908K";
    const carrying: Op[] = [
      newOp({ name: code }),
      newOp({ newer: [{ deep: code }] }),
      newOp({ "x.131052-908K": null }),
      setOp("s", seen, "name", code),
      setOp("s", seen, "newer", { [code]: 1 }),
      setOp("s", seen, "x.131052-908K", null),
      textOp("t", seen, "", code),
    ];
    for (const kind of ["client", "newer-kind", "constructor"]) {
      for (const op of carrying) expect(judge(adviser, kind, op)).toBe("edit.personal_code");
    }
  });

  test.each(inheritedNames)(
    "a field called %s is like any other that this version does not know",
    (name) => {
      for (const value of ["teksti", null, { a: 1 }]) {
        expect(client(name, value)).toBe(client("newer", value));
      }
      expect(client(name, "131052-908K")).toBe("edit.personal_code");
      const asText = { ...textOp("t", seen, "", "Uusi"), field: name };
      expect(judge(adviser, "client", asText)).toBe("ok");
      const made = newOp(JSON.parse(`{"${name}":"131052-908K"}`) as Record<string, string>);
      expect(judge(adviser, "client", made)).toBe("edit.personal_code");
      expect(judge(adviser, "place", setOp("s", seen, name, 1))).toBe("edit.not_allowed");
    },
  );
});
