import * as v from "valibot";
import type { Fields } from "../json.ts";

/**
 * An object with whatever members it has, kept to the letter. Valibot's `record` passes over members called `__proto__`,
 * `prototype` and `constructor` without a word (its `_isValidObjectKey`), and a field of another version may be called so.
 */
export const membersSchema: v.GenericSchema<unknown, Fields> = v.custom<Fields>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "an object",
);
