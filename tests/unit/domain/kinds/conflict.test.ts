import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { conflictKind, isOpenConflict } from "#domain/kinds/conflict.ts";
import { readValues } from "#domain/fields/field.ts";
import type { Op } from "#domain/op.ts";
import type { Role } from "#domain/kind.ts";
import { checkOp } from "#domain/rights.ts";
import { home, record, setOp } from "../edits.ts";

const closed = { by: "somebody", at: toInstant(5), chose: "kept" };

test("a conflict is open until somebody has decided, in this version or the first", () => {
  expect(isOpenConflict({ state: "open", closed: null })).toBe(true);
  expect(isOpenConflict({ state: "open", closed })).toBe(false);
  expect(isOpenConflict({ state: "closed", closed: null })).toBe(false);
});

test("a conflict as the first version made it reads as an open one by nobody known", () => {
  expect(readValues(conflictKind.fields, { field: "name", kept: "a", lost: "b" })).toMatchObject({
    keptBy: "",
    keptAt: 0,
    state: "open",
    closed: null,
  });
});

test("a decision of a newer version closes a conflict too", () => {
  const newer = { ...closed, chose: "merged-by-hand", more: 1 };
  expect(readValues(conflictKind.fields, { closed: newer })).toMatchObject({ closed: newer });
});

describe("who may change what of a conflict", () => {
  const judge = (role: Role, op: Op, kind = "conflict") => {
    const scopes = new Map([[home, { kind: "team", role } as const]]);
    const target = { id: record, kind, home, shares: [], fields: {} };
    const checked = checkOp({ member: "somebody", scopes }, target, op, toInstant(5));
    return checked.ok ? "ok" : checked.failure;
  };
  const set = (field: string, value: Parameters<typeof setOp>[3]) =>
    setOp("s", { ver: 1 }, field, value);
  const closedBy = (by: string) => set("closed", { ...closed, by });

  test("anybody of the home closes it in the own name, and opens it again", () => {
    expect(judge("adviser", closedBy("somebody"))).toBe("ok");
    expect(judge("adviser", closedBy("somebody-else"))).toBe("edit.not_allowed");
    expect(judge("coordinator", closedBy("somebody-else"))).toBe("edit.not_allowed");
    expect(judge("adviser", set("closed", null))).toBe("ok");
    expect(judge("adviser", set("state", "closed"))).toBe("ok");
  });

  test("nobody changes what was written by whom", () => {
    for (const field of ["record", "field", "kept", "lost", "lostBy", "lostAt", "keptBy"]) {
      expect(judge("coordinator", set(field, null))).toBe("edit.not_allowed");
    }
    expect(judge("adviser", set("newer", 1))).toBe("ok");
  });

  test("a field of the same name elsewhere is none of its business", () => {
    expect(judge("adviser", closedBy("somebody-else"), "client")).toBe("ok");
  });
});
