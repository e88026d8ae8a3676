import type { FailureCode } from "#domain/failure.ts";

/** A few words for why an exchange waits, to stand after a count; other codes have one common wording. */
export type ReasonWords = Readonly<
  Partial<Record<FailureCode, string>> & Record<"network.offline", string>
>;
