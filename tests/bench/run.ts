import { parseArgs } from "node:util";
import type { Choice, Figure, Group } from "./figure.ts";
import { calendarGroup } from "./calendar.ts";
import { screenGroup } from "./screen.ts";
import { shellGroup } from "./shell.ts";
import { syncGroup } from "./sync/group.ts";
import { printFigures, writeFigures } from "./table.ts";

/*
 * npm run bench                      every group
 * npm run bench -- shell             only groups whose name begins so
 * npm run bench -- --json FILE       writes the figures as JSON as well
 * npm run bench -- sync --rows 1000,50000 --rounds 1     only these sizes, so many rounds of each
 */
const groups: readonly Group[] = [shellGroup, screenGroup, calendarGroup, syncGroup];

const { values, positionals } = parseArgs({
  options: { json: { type: "string" }, rows: { type: "string" }, rounds: { type: "string" } },
  allowPositionals: true,
});

const wanted = groups.filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);
if (wanted.length === 0) {
  throw new Error(`no such group; there are: ${groups.map(({ name }) => name).join(", ")}`);
}

const choice: Choice = {
  ...(values.rows === undefined ? {} : { rows: values.rows.split(",").map(Number) }),
  ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
};
const figures: Figure[] = [];
for (const group of wanted) figures.push(...(await group.measure(choice)));

printFigures(figures);
if (values.json !== undefined) await writeFigures(values.json, figures);
