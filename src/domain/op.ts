import type { EraVersions } from "./era.ts";
import type { DeviceId, OpId, RecordId, ScopeId } from "./ids.ts";
import type { Instant } from "./instant.ts";
import type { Fields, Json } from "./json.ts";

/** Every edit there can be. The list is closed: whatever an older device may still hold, every later endpoint understands. */
export const verbs = [
  "new",
  "set",
  "text",
  "inc",
  "rem",
  "add",
  "del",
  "share",
  "unshare",
] as const;
export type Verb = (typeof verbs)[number];

/**
 * What the author had in sight when making an edit: the version of the record, or an edit of the author's own to the
 * same field that was still waiting to be sent. Whether two edits are concurrent is judged by this alone, never by a clock.
 */
export type Seen = { readonly ver: number } | { readonly after: OpId };

type OpBase = {
  readonly id: OpId;
  readonly record: RecordId;
  readonly seen: Seen;
  /** The device's own clock when the edit was made. It may be wrong by any amount. */
  readonly at: Instant;
  /** The endpoint's clock as the device last heard it before the edit was made; 0 before the first exchange. */
  readonly endpointAt: Instant;
  /**
   * Only of an edit that is sent again because the endpoint lost it in a restoration: the versions its record had when the
   * edit was acknowledged, one for each time. Whoever saw the record at such a version or a later one of the same era had
   * seen the edit, or the conflict that it lost in.
   */
  readonly was?: EraVersions;
};

/** Makes a record. The record's kind and home cannot change afterwards. */
export type NewOp = OpBase & {
  readonly verb: "new";
  readonly value: { readonly kind: string; readonly home: ScopeId; readonly fields: Fields };
};

/** Replaces the value of a register, or of one item of a field (`items.b7…`). */
export type SetOp = OpBase & { readonly verb: "set"; readonly field: string; readonly value: Json };

/**
 * Replaces a text. `hash` is the SHA-256 of the text the author saw, base64url; `base` is that text itself, which a
 * device keeps beside the edit and sends only when the endpoint no longer has it.
 */
export type TextOp = OpBase & {
  readonly verb: "text";
  readonly field: string;
  readonly value: string;
  readonly hash: string;
  readonly base?: string;
};

/** Deletes a record. */
export type DelOp = OpBase & { readonly verb: "del" };

/** Adds to a counter of a tally; a negative number takes away. `field` is the counter's path, such as `counts.station`. */
export type IncOp = OpBase & {
  readonly verb: "inc";
  readonly field: string;
  readonly value: number;
};

/** Removes an item, as far as the author had seen it: what somebody else made of it meanwhile stays. */
export type RemOp = OpBase & { readonly verb: "rem"; readonly field: string };

/** Adds an entry to a list of notes, under a name that nobody else makes. */
export type AddOp = OpBase & { readonly verb: "add"; readonly field: string; readonly value: Json };

/** Lets another scope see the record, or no longer. */
export type ShareOp = OpBase & { readonly verb: "share" | "unshare"; readonly scope: ScopeId };

/**
 * One edit: the unit that is written, sent, deduplicated by its id, merged, and kept until the endpoint has answered for it.
 */
export type Op = NewOp | SetOp | TextOp | IncOp | RemOp | AddOp | DelOp | ShareOp;

/** Who made an edit, as the endpoint knows it from the session: never taken from the message. */
export type Author = { readonly member: string; readonly device: DeviceId };
