import type { EraVersions } from "../era.ts";
import type { DeviceId, OpId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import type { Json } from "../json.ts";
import type { RecordState } from "../record.ts";

/**
 * Who wrote a value when (corrected time), and on which device. `isJoint`: a text that was merged out of several people's
 * words; then it is whoever's edit came last.
 */
export type Writer = {
  readonly member: string;
  readonly device: DeviceId;
  readonly at: Instant;
  readonly isJoint?: true;
};

/**
 * Which edit gave a field (or an item) its present value: the record's version after it, its id, its corrected time, and
 * who made it. `same` are further edits to the very same value: whoever saw one of them saw this value.
 * `isMixed`: the value holds what others wrote that its writer had not seen, for it was merged with it. `writer` is whose
 * words a text is, where that is not the author of the edit alone; `null` for those the record was made with.
 * `was` and `past` are there only after a restoration of the endpoint's data, see `tracesOf`.
 */
export type FieldStamp = {
  readonly ver: number;
  readonly op: OpId;
  readonly same?: readonly OpId[];
  readonly at: Instant;
  readonly member: string;
  readonly device: DeviceId;
  readonly isMixed?: true;
  readonly writer?: Writer | null;
  readonly was?: EraVersions;
  readonly past?: EraVersions;
};

/** A record as the endpoint keeps it. A field without a stamp has the value its record was made with; a removed item keeps its stamp. */
export type Entity = RecordState & {
  readonly stamps: { readonly [field: string]: FieldStamp };
};

/**
 * A value that no longer stands, kept for people to look back at: overwritten by somebody who saw it, or the loser of a
 * concurrent edit.
 */
export type Earlier = {
  readonly field: string;
  readonly value: Json;
  readonly why: "overwritten" | "conflict";
  readonly by: Writer | null;
};

/** A concurrent edit that could not stand: what is kept, what lost, and whose it was. It becomes a `conflict` record. */
export type Clash = {
  readonly field: string;
  readonly kept: Json;
  readonly lost: Json;
  readonly lostBy: string;
  readonly lostAt: Instant;
};
