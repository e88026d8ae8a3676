/** A value that was reached. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** An expected failure: a plain object with a closed `code` and the facts a sentence about it needs. */
export type Fail<F> = { readonly ok: false; readonly failure: F };

/**
 * The outcome of everything that may be refused for a reason a person can act on.
 * Broken invariants are not outcomes: they throw.
 */
export type Result<T, F> = Ok<T> | Fail<F>;

/** Wraps a reached value. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Wraps an expected failure. */
export const fail = <F>(failure: F): Fail<F> => ({ ok: false, failure });
