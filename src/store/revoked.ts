/**
 * Whether the endpoint has revoked a device that holds so many scopes. No mark is kept of it: whoever is a member has at
 * least the scope of the own person, so only a revocation takes the last one from a device that has come to the end of an
 * exchange, and one that is let in again gets them back. One whose disk was brought back (`spare/`) counts as such, for its
 * scopes came back with it.
 */
export const isRevokedWith = (scopeCount: number, hadScopes: boolean): boolean =>
  hadScopes && scopeCount === 0;
