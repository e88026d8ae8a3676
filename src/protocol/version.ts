/**
 * The version of the exchange that this program speaks. Every change of a message raises it; a test holds it against a
 * hash of the schemas. The endpoint takes pushes of every version there ever was, and may refuse a pull.
 *
 * 1  the first: registers and texts, `new` and `del`, scopes of teams and areas
 */
export const PROTOCOL_VERSION = 1;

/** The oldest version that the endpoint still answers with records. */
export const OLDEST_PULL_VERSION = 1;

/** Whether the endpoint understands a push of this version. */
export const isKnownVersion = (version: number): boolean =>
  Number.isInteger(version) && version >= 1 && version <= PROTOCOL_VERSION;
