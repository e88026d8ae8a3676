/** A promise that the program did not keep: which one, and how. */
export class Violation extends Error {
  override name = "Violation";
  readonly invariant: string;

  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

/** Throws a violation unless the promise was kept. */
export const hold = (isKept: boolean, invariant: string, what: () => string): void => {
  if (!isKept) throw new Violation(invariant, what());
};
