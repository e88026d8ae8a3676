import type { Json } from "#domain/json.ts";
import type { Dice } from "#endpoint/demo/dice.ts";
import { recordMaxBytes } from "#endpoint/records/size.ts";
import { fieldsOf, valueAt } from "../world/catalog.ts";
import type { Form, Phone } from "../world/phone.ts";
import { editProse } from "../world/prose.ts";
import type { World } from "../world/world.ts";
import { authorOf } from "./author.ts";
import { anyOf } from "./step.ts";

/** What somebody does to a field: `field` is the path, `value` what stands there then, or is added. */
type Chosen =
  | { readonly verb: "set" | "add"; readonly field: string; readonly value: Json }
  | { readonly verb: "text"; readonly field: string; readonly value: string }
  | { readonly verb: "inc"; readonly field: string; readonly value: number }
  | { readonly verb: "rem"; readonly field: string };

/** Chooses what becomes of one field of an opened form, by how the field is edited; `null` when it cannot take more. */
export const chooseValue = (
  world: World,
  dice: Dice,
  phone: Phone,
  { sight, kind, shown }: Form,
  field: string,
): Chosen | null => {
  const declared = fieldsOf(kind)[field];
  if (declared === undefined) throw new Error(`${kind} has no ${field}`);
  const by = authorOf(phone, kind, world.nth + 1);
  switch (declared.kind) {
    case "text": {
      const seen = valueAt(shown, field);
      const text = typeof seen === "string" ? seen : "";
      return { verb: "text", field, value: editProse(dice, text, by.nth) };
    }
    case "register": {
      // Now and then somebody writes what somebody else has written: equal values are no conflict.
      const others = world.oracle.at(sight.record, field);
      const equal = dice.below(12) === 0 && others.length > 0 ? anyOf(dice, others) : null;
      const isLarge = isUndeclared(field) && dice.below(10) === 0;
      const own = isLarge ? oversized(by.nth) : declared.make(by);
      return { verb: "set", field, value: equal?.gave.get(field) ?? own };
    }
    case "items": {
      const path = `${field}.i${dice.below(3)}`;
      if (dice.below(4) === 0) return { verb: "rem", field: path };
      return { verb: "set", field: path, value: declared.make(by) };
    }
    case "notes": {
      const there = Object.entries((shown[field] ?? {}) as Record<string, { by?: Json }>);
      const own = there.filter(([, note]) => note.by === by.member);
      const [name] = own.length > 0 && dice.below(3) === 0 ? anyOf(dice, own) : [];
      const verb = name === undefined ? "add" : "set";
      return { verb, field: `${field}.${name ?? `m${by.nth}`}`, value: declared.make(by) };
    }
    case "tally": {
      const path = `${field}.c${dice.below(2)}`;
      const nth = world.oracle.at(sight.record, path).length;
      return nth > incrementsMax ? null : { verb: "inc", field: path, value: 4 ** nth };
    }
    default:
      return declared.kind satisfies never;
  }
};

/**
 * Each addition to a counter is a digit of its own to the base of four, so the number on a screen says which additions are
 * in it, and a digit of two that one was counted twice. A counter holds a thousand million: fifteen digits.
 */
const incrementsMax = 13;

const isUndeclared = (field: string): boolean => field.startsWith("later");

/** A value that a phone takes, for it knows nothing of the field, and that makes the record too large for the endpoint. */
const oversized = (nth: number): Json => `${nth} ${"pitkä ".repeat(recordMaxBytes / 6)}`;
