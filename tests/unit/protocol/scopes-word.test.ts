import { expect, test } from "vitest";
import { roles, scopeKinds } from "#domain/kind.ts";
import { isWordOf, scopesWord } from "#protocol/scopes-word.ts";

const scopes = [
  { id: "one", kind: "area", role: "adviser" },
  { id: "two", kind: "team", role: "coordinator" },
] as const;
const word = scopesWord(scopes);

test("a word says the kind and the role of each scope, and no two say the same", () => {
  const words = scopeKinds.flatMap((kind) => roles.map((role) => scopesWord([{ kind, role }])));
  expect(new Set(words).size).toBe(scopeKinds.length * roles.length);
  expect(words.every(({ length }) => length === 2)).toBe(true);
});

test("a list is known only if every scope is, as what it is, and no other", () => {
  expect(isWordOf(word, ["one", "two"], scopes)).toBe(true);
  expect(isWordOf(scopesWord([scopes[1], scopes[0]]), ["two", "one"], scopes)).toBe(true);
  expect(isWordOf(word, ["two", "one"], scopes)).toBe(false);
  expect(isWordOf(word, ["one", "three"], scopes)).toBe(false);
  expect(isWordOf(word, ["one"], scopes)).toBe(false);
  expect(isWordOf(scopesWord([scopes[0]]), ["one"], scopes)).toBe(false);
  expect(isWordOf(word, ["one", "two"], scopes.slice(0, 1))).toBe(false);
  expect(isWordOf(word, ["one", "two"], [scopes[0], { ...scopes[1], role: "adviser" }])).toBe(
    false,
  );
  expect(isWordOf(undefined, [], [])).toBe(false);
});
