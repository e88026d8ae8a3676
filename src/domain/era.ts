/**
 * How far apart the versions of two eras lie. An era is the time between two restorations of the endpoint's data: each
 * begins its versions at a new multiple of this, so that a version from a past that was undone is never taken for one of
 * the present. No record has this many edits in one era.
 */
export const eraSize = 100_000;

/** The era a record's version belongs to; 0 for an endpoint that was never restored. */
export const eraOf = (ver: number): number => Math.floor(ver / eraSize);

/**
 * A version as one number that rises with every edit, over restorations too, and stays below 2³¹ for four thousand years: eras
 * are counted in minutes, and no record is edited once a minute from one restoration to the next.
 */
export const riseOf = (ver: number): number => eraOf(ver) + (ver % eraSize);

/** The eras that the endpoint's data went through: what a version says means something only in one of them. */
export type Lineage = ReadonlySet<number>;

/** The eras of data that were never restored. */
export const unbroken: Lineage = new Set([0]);

/** The version of a record that is made in the latest era of a lineage. */
export const firstVersion = (lineage: Lineage): number => Math.max(...lineage) * eraSize + 1;

/** Versions of one record in several eras, at most one of each. */
export type EraVersions = readonly number[];

/** The latest version of each era among these. */
export const latestOfEach = (versions: readonly number[]): EraVersions =>
  ofEach(versions, Math.max);

/** The earliest version of each era among these. */
export const earliestOfEach = (versions: readonly number[]): EraVersions =>
  ofEach(versions, Math.min);

const ofEach = (
  versions: readonly number[],
  choose: (one: number, other: number) => number,
): EraVersions => {
  const chosen = new Map<number, number>();
  for (const ver of versions) chosen.set(eraOf(ver), choose(ver, chosen.get(eraOf(ver)) ?? ver));
  return [...chosen.values()];
};

/**
 * Whether somebody who had a record at one of the versions `seen` had what was in it at one of the versions `vers`. Two
 * versions of one era lie on one line; of two eras nothing is known from the numbers.
 */
export const reaches = (seen: EraVersions, vers: EraVersions): boolean =>
  seen.some((one) => vers.some((ver) => eraOf(one) === eraOf(ver) && one >= ver));
