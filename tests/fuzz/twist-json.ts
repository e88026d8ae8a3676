import type { Dice } from "../support/dice.ts";

/** Values that are seldom what anybody expects, apart from the names of the world they are thrown at. */
const strange: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 0.1,
  () => 1e308,
  () => -0,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => "",
  () => "\u0000",
  () => "a\u0000b",
  () => "\uD800",
  () => "\uDC00\uD800",
  () => "e\u0301".repeat(2_000),
  () => "x".repeat(20_001),
  () => "katve ".repeat(4_000),
  () => "010190-123A",
  () => [],
  () => ({}),
  () => Array.from({ length: 3_000 }, () => 1),
  () => ({ constructor: { prototype: {} }, toString: 1, valueOf: null }),
  () => JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  () => deep(60),
  () => deep(3_000),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, at])),
];

const names = ["__proto__", "constructor", "toString", "", "\u0000", "length", "then", "a.b", "x"];

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { d: value };
  return value;
};

/** Changes a message in one place, or a few: values of another kind, members too many or too few, and others' names. */
export const twistJson = (message: unknown, dice: Dice, words: readonly string[]): unknown => {
  let twisted = message;
  for (let times = 1 + dice.below(3); times > 0; times -= 1) {
    twisted = twistOnce(twisted, dice, words);
  }
  return twisted;
};

const twistOnce = (value: unknown, dice: Dice, words: readonly string[]): unknown => {
  if (typeof value !== "object" || value === null) return replacement(dice, words);
  if (Array.isArray(value)) return twistList(value, dice, words);
  const entries = Object.entries(value);
  const at = dice.below(entries.length + 2);
  const entry = entries[at];
  if (entry === undefined) {
    return withMember(entries, [dice.pick(names), replacement(dice, words)]);
  }
  const others = entries.filter((_, index) => index !== at);
  if (dice.once(8)) return withMember(others);
  const [name, inner] = entry;
  const twisted = dice.once(4) ? replacement(dice, words) : twistOnce(inner, dice, words);
  return withMember(entries.toSpliced(at, 1, [name, twisted]));
};

const twistList = (list: readonly unknown[], dice: Dice, words: readonly string[]): unknown => {
  const at = dice.below(list.length + 1);
  if (at === list.length || dice.once(8)) return [...list, replacement(dice, words)];
  if (dice.once(8)) return list.toSpliced(at, 1);
  if (dice.once(8)) return [...list, ...list];
  return list.toSpliced(at, 1, twistOnce(list[at], dice, words));
};

/** Members are defined one by one: assigning `__proto__` would make it the object's own parent instead of a member. */
const withMember = (
  entries: readonly (readonly [string, unknown])[],
  ...more: (readonly [string, unknown])[]
) => Object.fromEntries([...entries, ...more]);

const replacement = (dice: Dice, words: readonly string[]): unknown =>
  dice.once(2) && words.length > 0 ? dice.pick(words) : dice.pick(strange)();
