/** What a field may hold: exactly what JSON can carry (RFC 8259). */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [member: string]: Json };

/** The fields of a record by name. */
export type Fields = { readonly [field: string]: Json };

/** Whether two values would read the same after a trip through JSON. The order of an object's members does not count. */
export const isSameJson = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameJson(item as Json, other[index] as Json))
    );
  }
  const left = one as Fields;
  const right = other as Fields;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  );
};

/** A member that an object has itself. One that every object inherits, such as `constructor`, reads as missing. */
export const ownMember = <T>(
  members: { readonly [member: string]: T },
  name: string,
): T | undefined => (Object.hasOwn(members, name) ? members[name] : undefined);

/** Every piece of text inside a value, members' names included, in the order it is written. */
export function* textsInside(value: Json): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsInside(item as Json);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      yield* textsInside(inner);
    }
  }
}
