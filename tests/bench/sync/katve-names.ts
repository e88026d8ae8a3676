import { bytesToBase64Url, type RecordId } from "#domain/ids.ts";

/** What the page and the server of Katve agree on. */

/** A row's id says the same 128 bits as its record's. */
export const recordIdOf = (rowId: string): RecordId => {
  const bytes = rowId.replaceAll("-", "").match(/../g) ?? [];
  return bytesToBase64Url(Uint8Array.from(bytes, (hex) => Number.parseInt(hex, 16))) as RecordId;
};

/** How many devices may enrol with one of the codes of {@link benchCode}. */
export const benchCodeCount = 500;

/** An enrolment code that the server was filled with: a page cannot ask for one. */
export const benchCode = (nth: number): string => `KATVE${String(nth).padStart(5, "0")}`;
