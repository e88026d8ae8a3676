/** Things whose numbers follow each other without a gap. */
export type Run<T> = {
  readonly first: number;
  readonly last: number;
  readonly items: readonly T[];
};

/** Cuts numbered things into unbroken runs of at most `most` things, in the order of their numbers. No number comes twice. */
export const runsOf = <T extends { readonly n: number }>(
  numbered: readonly T[],
  most = Number.POSITIVE_INFINITY,
): Run<T>[] => {
  const runs: { first: number; last: number; items: T[] }[] = [];
  for (const item of [...numbered].sort((one, other) => one.n - other.n)) {
    const run = runs.at(-1);
    if (run !== undefined && item.n === run.last + 1 && run.items.length < most) {
      run.last = item.n;
      run.items.push(item);
    } else runs.push({ first: item.n, last: item.n, items: [item] });
  }
  return runs;
};
