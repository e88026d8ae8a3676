import type { DeviceId, OpId, RecordId, ScopeId } from "./ids.ts";
import type { Instant } from "./instant.ts";
import type { Fields, Json } from "./json.ts";

/**
 * Every edit there can be. `set`, `text`, `new` and `del` are merged by this version; the others have their place in the
 * exchange so that its messages need not change when they come.
 */
export const verbs = ["new", "set", "text", "inc", "rem", "del", "share", "unshare"] as const;
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
};

/** Makes a record. The record's kind and home cannot change afterwards. */
export type NewOp = OpBase & {
  readonly verb: "new";
  readonly value: { readonly kind: string; readonly home: ScopeId; readonly fields: Fields };
};

/** Replaces the value of a register. */
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

/** An edit of a verb that this version passes on but does not merge. */
export type OtherOp = OpBase & {
  readonly verb: Exclude<Verb, "new" | "set" | "text" | "del">;
  readonly field?: string;
  readonly value?: Json;
};

/**
 * One edit: the unit that is written, sent, deduplicated by its id, merged, and kept until the endpoint has answered for it.
 */
export type Op = NewOp | SetOp | TextOp | DelOp | OtherOp;

/** Who made an edit, as the endpoint knows it from the session: never taken from the message. */
export type Author = { readonly member: string; readonly device: DeviceId };
