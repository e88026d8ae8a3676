import { fromPlaces } from "#protocol/by-place.ts";
import type { WireOp } from "#protocol/op.ts";
import type { AnswerLine, HeaderLine } from "#protocol/sync-answer.ts";
import type { WireCursor } from "#protocol/sync-request.ts";

/** What a device of the crowd keeps of an answer. */
export type ReadExchange = {
  readonly header: HeaderLine;
  readonly cursors: Readonly<Record<string, WireCursor>>;
};

/** What a header leaves out where there is none. */
const nothing = { ack: {}, echo: [] } as const;

/**
 * Reads an answer to these edits without judging each member of each record, as a device does: with thousands of devices in one process
 * that would be measured. Throws when it is cut, or brings a reset or more than it holds: these devices have all there is.
 */
export const readExchange = (text: string, ops: readonly WireOp[]): ReadExchange => {
  const lines = text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as AnswerLine);
  const [first] = lines;
  const end = lines.at(-1);
  if (first === undefined || !("h" in first)) throw new Error("an answer begins with a header");
  const header = fromPlaces({ ...nothing, ...first }, ops);
  if (!header.ok) throw new Error("the answer speaks of other edits");
  if (end === undefined || !("end" in end) || end.more) throw new Error("the answer was cut");
  const cursors: Record<string, WireCursor> = {};
  for (const line of lines.slice(1, -1)) {
    if (!("s" in line) || "reset" in line || "resetEnd" in line)
      throw new Error("a device that had everything was told to start anew");
    cursors[line.s] = line.c;
  }
  return { header: header.value, cursors };
};
