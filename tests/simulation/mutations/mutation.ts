/** A fault that is put into the product's sources as they are loaded, to see that the simulation finds it. */
export type Mutation = {
  readonly name: string;
  readonly changes: readonly {
    readonly file: string;
    /** Each piece has to be in the file exactly once. */
    readonly pieces: readonly (readonly [piece: string, instead: string])[];
  }[];
  /** Within how many schedules, from the first seed on, it has to be caught. */
  readonly within: number;
  /** Whether only schedules in which the endpoint loses data are looked at. */
  readonly isOfLosses?: true;
  /** Which promises it breaks: one of them has to be the one that catches it. */
  readonly by: readonly string[];
};

/** The pieces of one file that a mutation replaces. */
export const change = (
  file: string,
  ...pieces: readonly (readonly [string, string])[]
): Mutation["changes"][number] => ({
  file,
  pieces,
});
