import { createHash } from "node:crypto";
import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { ApplyContext } from "#domain/merge/standing.ts";
import type {
  AddOp,
  DelOp,
  IncOp,
  NewOp,
  RemOp,
  Seen,
  SetOp,
  ShareOp,
  TextOp,
} from "#domain/op.ts";

/** Ids that a failing test can be read by: the name, filled up to the length of a real one. */
export const recordNamed = (name: string): RecordId => name.padEnd(22, "0") as RecordId;
export const scopeNamed = (name: string): ScopeId => name.padEnd(22, "0") as ScopeId;
export const deviceNamed = (name: string): DeviceId => name.padEnd(22, "0") as DeviceId;
export const memberNamed = (name: string): MemberId => name.padEnd(22, "0") as MemberId;
export const opNamed = (name: string): OpId => name.padEnd(16, "0") as OpId;

export const record = recordNamed("record");
export const home = scopeNamed("team");

/** Names that every JavaScript object answers to without having them itself. */
export const inheritedNames = [
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
] as const;

export const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

const start = (id: string, seen: Seen) => ({
  id: opNamed(id),
  record,
  seen,
  at: toInstant(1_000),
  endpointAt: toInstant(0),
});

export const newOp = (fields: Fields, kind = "client"): NewOp => ({
  ...start("new", { ver: 0 }),
  verb: "new",
  value: { kind, home, fields },
});

export const setOp = (id: string, seen: Seen, field: string, value: Json): SetOp => ({
  ...start(id, seen),
  verb: "set",
  field,
  value,
});

export const textOp = (id: string, seen: Seen, base: string, value: string): TextOp => ({
  ...start(id, seen),
  verb: "text",
  field: "note",
  value,
  hash: hashOf(base),
  base,
});

export const delOp = (id: string, seen: Seen): DelOp => ({ ...start(id, seen), verb: "del" });

export const incOp = (id: string, field: string, value: number): IncOp => ({
  ...start(id, { ver: 1 }),
  verb: "inc",
  field,
  value,
});

export const remOp = (id: string, seen: Seen, field: string): RemOp => ({
  ...start(id, seen),
  verb: "rem",
  field,
});

export const addOp = (id: string, field: string, value: Json): AddOp => ({
  ...start(id, { ver: 1 }),
  verb: "add",
  field,
  value,
});

export const shareOp = (id: string, verb: "share" | "unshare", scope: ScopeId): ShareOp => ({
  ...start(id, { ver: 1 }),
  verb,
  scope,
});

/** The scope of an organisation that records are shared with. */
export const partner = scopeNamed("partner");

/** A record as the endpoint has it right after it was made. */
export const freshEntity = (fields: Fields): Entity => ({
  id: record,
  kind: "client",
  home,
  shares: [],
  ver: 1,
  deleted: false,
  fields,
  stamps: {},
});

/** The circumstances of an edit: a device, whose member has the same name, and the corrected time. Every base is known. */
export const by = (device: string, at: number, bases: readonly string[] = []): ApplyContext => ({
  author: { member: memberNamed(device), device: deviceNamed(device) },
  at: toInstant(at),
  textOf: (hash) => bases.find((text) => hashOf(text) === hash),
});
