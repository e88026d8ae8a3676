import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Figure, Group } from "./figure.ts";
import { screenGroup } from "./screen.ts";
import { shellGroup } from "./shell.ts";
import { syncGroup } from "./sync/group.ts";

/*
 * npm run bench                      every group
 * npm run bench -- shell             only groups whose name begins so
 * npm run bench -- --json FILE       writes the figures as JSON as well
 */
const groups: readonly Group[] = [shellGroup, screenGroup, syncGroup];

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});

const wanted = groups.filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);
if (wanted.length === 0) {
  throw new Error(`no such group; there are: ${groups.map(({ name }) => name).join(", ")}`);
}

const figures: Figure[] = [];
for (const group of wanted) figures.push(...(await group.measure()));

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const write = (value: number) => (value >= 100 ? whole : number).format(value);
const rowOf = ({ name, value, unit, aim, range }: Figure) => [
  name,
  `${write(value)} ${unit}`,
  range === undefined ? "" : range.map(write).join(" – "),
  aim === null ? "" : `≤ ${write(aim)}`,
  aim === null ? "" : value <= aim ? "met" : "NOT MET",
];
const rows = [["figure", "median", "range", "aim", ""], ...figures.map(rowOf)];
const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
for (const row of rows) {
  console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
}
if (values.json !== undefined) {
  const plain = figures.map(({ name, value, unit, aim }) => ({ name, value, unit, aim }));
  await writeFile(values.json, `${JSON.stringify({ figures: plain }, null, 2)}\n`);
}
