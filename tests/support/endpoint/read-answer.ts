import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import {
  type AnswerLine,
  type ChunkLine,
  type HeaderLine,
  parseAnswerLine,
  type WireAck,
  type WireRecord,
} from "#protocol/sync-answer.ts";
import type { WireCursor } from "#protocol/sync-request.ts";

/** An answer as a test looks at it. */
export type ReadAnswer = {
  readonly lines: readonly AnswerLine[];
  readonly header: HeaderLine;
  readonly more: boolean;
  readonly chunks: readonly ChunkLine[];
  /** Every record that came, by id; the last one counts. */
  readonly records: ReadonlyMap<RecordId, WireRecord>;
  /** Where the device would go on from, given where it was before. */
  readonly cursors: Readonly<Record<string, WireCursor>>;
  ack(op: { readonly id: OpId }): WireAck | undefined;
  chunksOf(scope: ScopeId): readonly ChunkLine[];
};

/** Reads a whole answer; throws when it was refused or cut, or a line is none of the protocol's. */
export const readAnswer = async (response: Response): Promise<ReadAnswer> => {
  const body = await response.text();
  if (!response.ok) throw new Error(`refused with ${response.status}: ${body}`);
  return answerOf(linesOf(body));
};

/** The lines of an unpacked answer; throws when one is none of the protocol's. */
export const linesOf = (body: string): AnswerLine[] =>
  body
    .split("\n")
    .slice(0, -1)
    .map((text) => {
      const line = parseAnswerLine(text);
      if (!line.ok) throw new Error(`not a line of an answer: ${text.slice(0, 200)}`);
      return line.value;
    });

const answerOf = (lines: readonly AnswerLine[]): ReadAnswer => {
  const [header] = lines;
  const end = lines.at(-1);
  if (header === undefined || !("h" in header)) throw new Error("an answer begins with a header");
  if (end === undefined || !("end" in end)) throw new Error("the answer was cut");
  const chunks = lines.filter((line): line is ChunkLine => "put" in line);
  const ack = new Map(Object.entries(header.ack));
  return {
    lines,
    header,
    more: end.more,
    chunks,
    records: new Map(chunks.flatMap((chunk) => chunk.put.map((record) => [record.id, record]))),
    cursors: cursorsAfter(lines),
    ack: (op) => ack.get(op.id),
    chunksOf: (scope) => chunks.filter((chunk) => chunk.s === scope),
  };
};

const cursorsAfter = (lines: readonly AnswerLine[]): Record<string, WireCursor> => {
  const resetting = new Map<string, number>();
  const cursors: Record<string, WireCursor> = {};
  for (const line of lines) {
    if ("resetEnd" in line) resetting.delete(line.s);
    if ("reset" in line) resetting.set(line.s, line.c?.[1] ?? 1);
    else if ("c" in line) {
      const resetAt = resetting.get(line.s);
      cursors[line.s] = resetAt === undefined ? line.c : [...line.c, resetAt];
    }
  }
  return cursors;
};
