import { fail, ok } from "#domain/result.ts";
import { listTeams } from "../access/people.ts";
import { type Found, findByName } from "../lifetime/find.ts";
import { askLine } from "./ask-line.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Most records that are listed. */
const listedMax = 50;

/** Finds the id of whom a request to erase is about. What it prints is for the terminal alone. */
export const findCommand: Command = {
  usage: "find [NAME]",
  summary: "the records of a name, or a part of one, with the ids that erase takes",
  details:
    "Without NAME it asks for it: what is written on the command line stays in the shell's history and in npm's log.\n" +
    "Also found are records that were deleted but not yet purged, and those that once had the name.\n" +
    "The last column counts the records that an erasure would take, the one itself and all that are about it.\n",
  operand: "NAME",
  options: {},
  run: async ({ database }, { NAME: given }) => {
    const name = (typeof given === "string" ? given : await askLine("Name: ")).trim();
    if (name === "") return fail("Which name? A part of it will do.");
    const found = await findByName(database, name);
    if (found.length === 0) return fail("No record has this name. Is it written otherwise?");
    const teams = new Map(
      (await listTeams(database)).map((team): [string, string] => [team.id, team.name]),
    );
    const rows = found.slice(0, listedMax).map((one) => rowOf(one, teams.get(one.home) ?? ""));
    const left = found.length - rows.length;
    const rest = left > 0 ? `and ${left} more: write more of the name\n` : "";
    return ok(`${table([["id", "kind", "name", "team", "changed", "records"], ...rows])}${rest}`);
  },
};

const rowOf = ({ id, kind, name, once, changedAt, isDeleted, withIt }: Found, team: string) => [
  id,
  kind,
  [name, once === null ? "" : `(once ${once})`, isDeleted ? "(deleted)" : ""]
    .filter((part) => part !== "")
    .join(" "),
  team,
  changedAt === null ? "" : new Date(changedAt).toISOString().slice(0, 10),
  String(withIt),
];
