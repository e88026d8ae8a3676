import type { Role, ScopeKind } from "#domain/kind.ts";

const kindLetters: Readonly<Record<ScopeKind, string>> = {
  team: "t",
  area: "a",
  person: "p",
  partner: "o",
};
const roleLetters: Readonly<Record<Role, string>> = { adviser: "a", coordinator: "c" };

/** A scope of a member, as far as the header of an answer tells of it. */
type ToldScope = { readonly kind: ScopeKind; readonly role: Role };

/**
 * What a device takes its scopes for, two letters each: the kind and the role. Beside the ids in the same order this says
 * the whole list, so an endpoint that would say the same need not: a list of three is 100 B of an answer.
 */
export const scopesWord = (scopes: Iterable<ToldScope>): string =>
  Array.from(scopes, ({ kind, role }) => kindLetters[kind] + roleLetters[role]).join("");

/** Whether the scopes that a device has by these ids, and takes for what the word says, are exactly these. */
export const isWordOf = (
  word: string | undefined,
  ids: readonly string[],
  scopes: readonly (ToldScope & { readonly id: string })[],
): boolean => {
  const byId = new Map(scopes.map((scope) => [scope.id, scope]));
  const told = ids.flatMap((id) => byId.get(id) ?? []);
  return ids.length === scopes.length && told.length === ids.length && scopesWord(told) === word;
};
