/**
 * Describes a valibot schema by its structure, so that two schemas with the same description accept the same messages:
 * types, members, literals, limits, patterns, unions and steps. A function inside one is described by its name and, where
 * the schema words its failure, by that wording: say something else there when it comes to check something else.
 */
export const describeSchema = (schema: unknown): unknown => {
  if (typeof schema === "function") return `function ${schema.name}`;
  if (schema instanceof RegExp) return String(schema);
  if (Array.isArray(schema)) return schema.map(describeSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  const described: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(schema).sort(byName)) {
    if (!ignored.has(member) && !member.startsWith("~") && value !== undefined) {
      described[member] = describeSchema(value);
    }
  }
  return described;
};

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

/** How a schema does its work; nothing of what it accepts. */
const ignored = new Set(["async", "expects", "reference", "kind"]);
