import type { Result } from "#domain/result.ts";

/** The value of an outcome that has to be one; a failure is shown as it is. */
export const expectOk = <T, F>(result: Result<T, F>): T => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.failure)}`);
  return result.value;
};

/** The failure of an outcome that has to be one. */
export const expectFailure = <T, F>(result: Result<T, F>): F => {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.failure;
};
