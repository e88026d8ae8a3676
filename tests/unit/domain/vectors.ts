import { readFileSync } from "node:fs";

/** Reads the published examples of a rule of the domain: `tests/vectors/domain/<name>.json`. */
export const readVectors = (name: string): readonly unknown[] => {
  const file = new URL(`../../vectors/domain/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly examples: readonly unknown[] })
    .examples;
};
