import { makeOpId } from "#domain/ids.ts";
import type { Chance } from "#domain/chance.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";
import type { Dice } from "../support/dice.ts";
import { twistJson } from "./twist-json.ts";

/**
 * Makes a sync that is understood of one that was, with edits nobody would make: about others' records and scopes, on top
 * of edits of anybody, with values that their fields do not hold, cursors of others, and questions about others' edits.
 */
export const twistEdits = (
  request: SyncRequest,
  edits: readonly object[],
  dice: Dice,
  chance: Chance,
  words: readonly string[],
): unknown => {
  const ids = words.filter((word) => word.length === 22);
  const opIds = words.filter((word) => word.length === 16);
  const epochs = words.filter((word) => word.length === 8);
  const twistEdit = (edit: object): object => {
    const { v, f, a, b, ...rest } = edit as Record<string, unknown>;
    const seen = dice.once(4)
      ? { a: dice.pick(opIds) }
      : dice.once(2)
        ? { b: dice.below(20) }
        : { a, b };
    const isShare = typeof v === "string" && v.length === 22;
    const value = isShare || !dice.once(2) ? v : twistJson(v, dice, words);
    return {
      ...rest,
      ...seen,
      ...(v === undefined ? {} : { v: isShare && dice.once(2) ? dice.pick(ids) : value }),
      ...(f === undefined ? {} : { f: dice.once(4) ? dice.pick(fields) : f }),
      o: dice.once(12) ? dice.pick(opIds) : makeOpId(chance),
      e: dice.once(2) ? dice.pick(ids) : rest["e"],
      t: dice.once(6) ? dice.pick([-62_135_510_400_000, 0, 253_402_214_399_999]) : rest["t"],
      st: dice.once(6) ? dice.pick([-62_135_510_400_000, 253_402_214_399_999]) : rest["st"],
    };
  };
  const count = 1 + dice.below(4);
  return {
    ...request,
    ops: Array.from({ length: count }, () => twistEdit(dice.pick(edits))),
    q: Array.from({ length: dice.below(4) }, () => dice.pick(opIds)),
    cur: Object.fromEntries(
      Array.from({ length: dice.below(4) }, () => [
        dice.pick(ids),
        [
          dice.pick(epochs),
          dice.pick([0, 1, 3, Number.MAX_SAFE_INTEGER]),
          ...(dice.once(3) ? [1] : []),
        ],
      ]),
    ),
  };
};

const fields = [
  "name",
  "note",
  "slot",
  "ownNote",
  "messages.m1",
  "checklist.b7",
  "counts.work",
  "counts.constructor",
  "crew.__proto__",
  "name.x",
  "later.a.b",
  "toString",
  "constructor.x",
];
