import type { ScopeKind } from "#domain/kind.ts";

/**
 * The version of the exchange that this program speaks. Every change of a message raises it; a test holds it against a
 * hash of the schemas. The endpoint takes pushes of every version there ever was, and may refuse a pull.
 *
 * 1  the first: registers and texts, `new` and `del`, scopes of teams and areas
 * 2  tallies, sets, ticks and notes (`inc`, `rem`, `new` with a field); sharing; scopes of persons and partners;
 *    earlier values of a field; edits that come again after the endpoint lost them (`w`); what is empty, usual or known
 *    already is left out of messages
 */
export const PROTOCOL_VERSION = 2;

/** The oldest version that the endpoint still answers with records. */
export const OLDEST_PULL_VERSION = 1;

/** Whether a device of a version can read of scopes of a kind. One of version 1 takes an answer with others for broken. */
export const isScopeKindOf = (version: number, kind: ScopeKind): boolean =>
  version > 1 || kind === "team" || kind === "area";

/** Whether the endpoint understands a push of this version. */
export const isKnownVersion = (version: number): boolean =>
  Number.isInteger(version) && version >= 1 && version <= PROTOCOL_VERSION;
