/** The lengths of the pieces, longest first. */
const lengths = [64, 8, 1] as const;

/**
 * Cuts rows into pieces to be written by one statement each: a push of hundreds of edits spends most of its time on the
 * number of its statements. The pieces have one of three lengths, so each statement has three texts to be prepared, and
 * not as many as there may be rows.
 */
export const inPieces = <T>(rows: readonly T[]): T[][] => {
  const pieces: T[][] = [];
  let at = 0;
  for (const length of lengths) {
    for (; rows.length - at >= length; at += length) pieces.push(rows.slice(at, at + length));
  }
  return pieces;
};
