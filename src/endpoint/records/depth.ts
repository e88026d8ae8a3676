import type { Json } from "#domain/json.ts";

/** Values lie at most this deep inside each other. Nothing of ours goes beyond four; deeper ones are an attack. */
const depthMax = 50;

/** Whether a value lies too deep to be read or written by anything that calls itself for each level. */
export const isTooDeep = (value: Json): boolean => {
  let level: Json[] = [value];
  for (let depth = 0; depth <= depthMax; depth += 1) {
    level = level.flatMap((item): readonly Json[] =>
      typeof item === "object" && item !== null ? Object.values(item) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
};
