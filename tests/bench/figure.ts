/** One measured figure beside its aim. `range` is the smallest and the largest of the runs. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** `×`: as a multiple of the same with the floor, in the same round. */
  readonly unit: Unit;
  readonly aim: number | null;
  /** The aim is to reach it, and not to stay below it. */
  readonly isAtLeast?: true;
  readonly range?: readonly [least: number, most: number];
};

type Unit = "ms" | "s" | "B" | "MB" | "×" | "%" | "/s" | "requests" | "devices" | "errors";

/** What of a group is to be measured: `rows` only these sizes and nothing beside them, `rounds` so many of each. */
export type Choice = { readonly rows?: readonly number[]; readonly rounds?: number };

/** A group of figures that are measured together; `-- NAME` runs only the groups whose name begins so. */
export type Group = { readonly name: string; measure(choice: Choice): Promise<Figure[]> };

/** The middle of several runs, with their range. */
export const medianFigure = (
  name: string,
  unit: Figure["unit"],
  aim: number | null,
  runs: readonly number[],
): Figure => {
  const sorted = [...runs].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error(`${name} was not run`);
  return { name, value: middle, unit, aim, range: [sorted[0] ?? middle, sorted.at(-1) ?? middle] };
};
