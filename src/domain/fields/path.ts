import { type Fields, type Json, ownMember } from "../json.ts";

/**
 * What an edit names: a whole field (`note`), or one item inside a field that holds several (`items.b7…`). The item's
 * name is everything behind the first dot.
 */
export type FieldPath = { readonly field: string; readonly item: string | null };

/** Reads a path. Any text is one. */
export const parsePath = (path: string): FieldPath => {
  const dot = path.indexOf(".");
  return dot === -1
    ? { field: path, item: null }
    : { field: path.slice(0, dot), item: path.slice(dot + 1) };
};

/** Whether a name is one for an item: an id or a code, of letters, digits, `_` and `-`. */
export const isItemName = (name: string): boolean => /^[\w-]{1,40}$/.test(name);

/** The items of a field by name; `null` for a field that holds something else. A missing field has none. */
export const itemsOf = (fields: Fields, field: string): Fields | null => {
  const value = ownMember(fields, field) ?? {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Fields) : null;
};

/** The value at a path; `undefined` where there is none. */
export const readPath = (fields: Fields, path: string): Json | undefined => {
  const { field, item } = parsePath(path);
  if (item === null) return ownMember(fields, field);
  return ownMember(itemsOf(fields, field) ?? {}, item);
};

/** The fields with another value at a path, or without it (`undefined`). An item of what holds no items takes its place. */
export const writePath = (fields: Fields, path: string, value: Json | undefined): Fields => {
  const { field, item } = parsePath(path);
  if (item === null) return withMember(fields, field, value);
  return withMember(fields, field, withMember(itemsOf(fields, field) ?? {}, item, value));
};

/** Whether an item can be written there without destroying something else that the field holds. */
export const hasRoom = (fields: Fields, path: string): boolean => {
  const { field, item } = parsePath(path);
  return item === null || itemsOf(fields, field) !== null;
};

const withMember = (members: Fields, name: string, value: Json | undefined): Fields => {
  if (value !== undefined) return { ...members, [name]: value };
  return Object.fromEntries(Object.entries(members).filter(([member]) => member !== name));
};
