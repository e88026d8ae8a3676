import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** What a file imports at once and for more than types; what it fetches later is left out. */
const importsOf = (file: string): string[] => {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(
    /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"|^import "([^"]+)"/gm,
  );
  return [...found].flatMap(([, from, alone]) => {
    const name = from ?? alone ?? "";
    if (name.startsWith("#")) return [join(root, "src", name.slice(1))];
    return name.startsWith(".") ? [join(dirname(file), name)] : [];
  });
};

/** Every file that is there before somebody leaves the start page. */
const startFiles = (): string[] => {
  const seen = new Set<string>();
  const waiting = ["src/app/main.tsx", "src/app/open-program.tsx"].map((file) => join(root, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue;
    seen.add(file);
    waiting.push(...importsOf(file));
  }
  return [...seen].map((file) => file.slice(root.length + 1));
};

test("nothing of the start page says what is fetched only with the pages behind it", () => {
  const files = startFiles();
  expect(files).toContain("src/features/today/page.tsx");
  expect(files).toContain("src/i18n/fi/start.ts");
  expect(files.filter((file) => /src\/i18n\/\w+\/(pages|all)\.ts$/.test(file))).toEqual([]);
  const asking = files.filter((file) =>
    /\buseLocale\(\)/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(asking).toEqual([]);
});
