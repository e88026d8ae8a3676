import { writeFile } from "node:fs/promises";
import type { Figure } from "./figure.ts";

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const write = (value: number) => (value >= 100 ? whole : number).format(value);

const isMet = ({ value, aim, isAtLeast }: Figure): boolean =>
  aim === null || (isAtLeast === true ? value >= aim : value <= aim);

const rowOf = (figure: Figure): string[] => {
  const { name, value, unit, aim, range, isAtLeast } = figure;
  return [
    name,
    `${write(value)} ${unit}`,
    range === undefined ? "" : range.map(write).join(" – "),
    aim === null ? "" : `${isAtLeast === true ? "≥" : "≤"} ${write(aim)}`,
    aim === null ? "" : isMet(figure) ? "met" : "NOT MET",
  ];
};

/** Prints figures as a table, each with its aim. */
export const printFigures = (figures: readonly Figure[]): void => {
  const rows = [["figure", "median", "range", "aim", ""], ...figures.map(rowOf)];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
  }
};

/** Writes figures to a file as JSON. */
export const writeFigures = async (file: string, figures: readonly Figure[]): Promise<void> => {
  const plain = figures.map(({ name, value, unit, aim }) => ({ name, value, unit, aim }));
  await writeFile(file, `${JSON.stringify({ figures: plain }, null, 2)}\n`);
};
