import { encode } from "uqr";

/**
 * The largest code that is shown: a finer one is hard to read across a table. At the lowest level of error correction,
 * because a screen is neither torn nor stained, and every further level makes the squares smaller.
 */
const maxVersion = 15;
/** The white around a code, in squares (ISO/IEC 18004:2015, section 6.3.8). */
const quietZone = 4;

/** A code as it is drawn: dark squares as one path of an image of `size` by `size` squares, the white around included. */
export type QrDrawing = { readonly size: number; readonly path: string };

/** Draws the code of a text of at most 520 octets (ISO/IEC 18004:2015, table 7); throws for a longer one. */
export const drawQr = (text: string): QrDrawing => {
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, maxVersion, border: quietZone });
  const path = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: path.join("") };
};

/** The dark stretches of a row, each by its start and length. */
const runsOf = (row: readonly boolean[]): [start: number, length: number][] => {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
};
