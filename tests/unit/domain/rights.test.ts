import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { noteOpenMs } from "#domain/fields/item-fields.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { HomeKind, Role } from "#domain/kind.ts";
import { kindOf } from "#domain/kinds/all.ts";
import type { Op, Verb } from "#domain/op.ts";
import { checkOp, type Membership } from "#domain/rights.ts";
import {
  addOp,
  delOp,
  home,
  incOp,
  inheritedNames,
  memberNamed,
  newOp,
  partner,
  record,
  remOp,
  setOp,
  shareOp,
  textOp,
} from "./edits.ts";

const seen = { ver: 1 };
const member = (role: Role, kind: HomeKind, id = "somebody"): Membership => ({
  member: id,
  scopes: new Map([[home, { kind, role }]]),
});
const judge = (who: Membership, kind: string, op: Op) => {
  const target = { id: record, kind, home, shares: [], fields: {} };
  const checked = checkOp(who, target, op, toInstant(5));
  return checked.ok ? "ok" : checked.failure;
};
const edits: Record<Verb, Op> = {
  new: newOp({}),
  set: setOp("s", seen, "name", "Uusi"),
  text: textOp("t", seen, "", "Uusi"),
  del: delOp("d", seen),
  inc: incOp("i", "newer.a", 1),
  rem: remOp("r", seen, "newer.a"),
  add: addOp("n", "newer.b", 1),
  share: shareOp("h", "share", partner),
  unshare: shareOp("u", "unshare", partner),
};

describe("who may make, change and delete what", () => {
  // For an adviser, a coordinator, and an adviser whose own record it is.
  const everybody = "adviser coordinator self";
  const rights: [kind: string, home: HomeKind, makes: string, changes: string][] = [
    ["client", "team", everybody, everybody],
    ["appointment", "team", everybody, everybody],
    ["allotment", "team", everybody, everybody],
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
          const isShare = verb === "share" || verb === "unshare";
          const isShareable = !isShare || kindOf(kind)?.shared !== undefined;
          const isMade = verb === "new" || verb === "del";
          const may = isShareable && (isMade ? makes : changes).includes(who);
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

test("nothing is made in a partner's scope", () => {
  const inPartner: Membership = {
    member: "somebody",
    scopes: new Map([[home, { kind: "partner", role: "coordinator" }]]),
  };
  for (const kind of ["client", "referral", "newer-kind"]) {
    expect(judge(inPartner, kind, edits.new)).toBe("edit.not_allowed");
  }
});

describe("a record that is shared with the own organisation", () => {
  const instructor: Membership = {
    member: memberNamed("instructor"),
    scopes: new Map([[partner, { kind: "partner", role: "adviser" }]]),
  };
  const by = (op: Op, kind = "referral", shares = [partner]) => {
    const target = { id: record, kind, home, shares, fields: {} };
    const checked = checkOp(instructor, target, op, toInstant(5));
    return checked.ok ? "ok" : checked.failure;
  };
  const entry = { text: "Sopii.", by: memberNamed("instructor"), at: 5 };

  test("is answered in the fields that are meant for that", () => {
    expect(by(setOp("s", seen, "state", "accepted"))).toBe("ok");
    expect(by(addOp("n", "messages.m", entry))).toBe("ok");
  });

  test("is otherwise left alone: other fields, other verbs, and sharing it on", () => {
    const others = [
      setOp("s", seen, "person", "Joku"),
      setOp("s", seen, "ownNote", "x"),
      { ...textOp("t", seen, "", "x"), field: "question" },
      setOp("s", seen, "newer", "x"),
      newOp({}, "referral"),
      delOp("d", seen),
      shareOp("h", "share", partner),
      shareOp("u", "unshare", partner),
    ];
    for (const op of others) expect([op.verb, by(op)]).toEqual([op.verb, "edit.not_allowed"]);
  });

  test("is out of reach once it is taken back, and so is a kind that is never shared", () => {
    const answer = setOp("s", seen, "state", "accepted");
    expect(by(answer, "referral", [])).toBe("edit.not_allowed");
    expect(by(answer, "client")).toBe("edit.not_allowed");
    expect(by(answer, "newer-kind")).toBe("edit.not_allowed");
  });
});

describe("an entry of a list of notes", () => {
  const aino: Membership = {
    member: memberNamed("aino"),
    scopes: new Map([[home, { kind: "team", role: "coordinator" }]]),
  };
  const entry = (by: string, at = 100) => ({ text: "Sovittu.", by: memberNamed(by), at });
  const at = (op: Op, fields: Fields, now: number) => {
    const target = { id: record, kind: "referral", home, shares: [], fields };
    const checked = checkOp(aino, target, op, toInstant(now));
    return checked.ok ? "ok" : checked.failure;
  };

  test("is written in one's own name only", () => {
    expect(at(addOp("n", "messages.m", entry("aino")), {}, 100)).toBe("ok");
    expect(at(addOp("n", "messages.m", entry("veera")), {}, 100)).toBe("edit.not_allowed");
    expect(at(addOp("n", "messages.m", { text: "x" }), {}, 100)).toBe("edit.value_invalid");
    expect(at(addOp("n", "messages", entry("aino")), {}, 100)).toBe("edit.value_invalid");
  });

  test("is changed by its author for a while, and by nobody else, coordinator or not", () => {
    const change = setOp("s", seen, "messages.m", { ...entry("aino"), text: "Siirretty." });
    const own = { messages: { m: entry("aino") } };
    expect(at(change, own, 100 + noteOpenMs)).toBe("ok");
    expect(at(change, own, 101 + noteOpenMs)).toBe("edit.not_allowed");
    expect(at(change, { messages: { m: entry("veera") } }, 100)).toBe("edit.not_allowed");
    expect(at(change, {}, 100)).toBe("edit.not_allowed");
    const passedOn = setOp("s", seen, "messages.m", entry("veera"));
    expect(at(passedOn, own, 100)).toBe("edit.not_allowed");
    expect(at(remOp("r", seen, "messages.m"), own, 100)).toBe("edit.value_invalid");
  });
});

describe("what fits a field that holds items", () => {
  const adviser = member("adviser", "area");
  const event = (op: Op) => judge(adviser, "event", op);
  const item = { text: "Varaa pöytä", phase: "before", done: false, by: null, at: null };

  test("a counter is counted, a thing to do is replaced or removed, one by one", () => {
    expect(event(incOp("i", "counts.work", -2))).toBe("ok");
    expect(event(setOp("s", seen, "checklist.a", item))).toBe("ok");
    expect(event(remOp("r", seen, "checklist.a"))).toBe("ok");
  });

  test("a wrong verb, no item, an item's bad name or a bad value is refused", () => {
    const bad = [
      setOp("s", seen, "counts.work", 3),
      setOp("s", seen, "counts", { work: 3 }),
      incOp("i", "checklist.a", 1),
      incOp("i", "counts", 1),
      incOp("i", "counts.work", 0),
      incOp("i", "counts.work", 1.5),
      incOp("i", "counts.work", 2_000_000_000),
      incOp("i", "counts.a.b", 1),
      setOp("s", seen, "checklist", { a: item }),
      setOp("s", seen, "checklist.a", { ...item, done: "yes" }),
      setOp("s", seen, "title.a", "x"),
      remOp("r", seen, "title"),
      addOp("n", "checklist.a", item),
      { ...textOp("t", seen, "", "x"), field: "note.a" },
    ];
    for (const op of bad) {
      expect([op.verb, op.field, event(op)]).toEqual([op.verb, op.field, "edit.value_invalid"]);
    }
  });

  test("a personal identity code is refused in an item and in its name", () => {
    expect(event(setOp("s", seen, "checklist.a", { ...item, text: "131052-908K" }))).toBe(
      "edit.personal_code",
    );
    expect(event(incOp("i", "counts.131052-908K", 1))).toBe("edit.personal_code");
    expect(event(remOp("r", seen, "checklist.131052-908K"))).toBe("edit.personal_code");
  });
});

test("any member writes records of another version's kind", () => {
  for (const kind of ["newer-kind", ...inheritedNames]) {
    for (const [verb, op] of Object.entries(edits)) {
      const isShare = verb === "share" || verb === "unshare";
      const expected = isShare ? "edit.not_allowed" : "ok";
      expect(judge(member("adviser", "team"), kind, op)).toBe(expected);
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
