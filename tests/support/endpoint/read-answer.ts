import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { readerOfPlaces } from "#protocol/by-place.ts";
import type { WireOp } from "#protocol/op.ts";
import {
  type AnswerLine,
  type ChunkLine,
  type HeaderLine,
  parseAnswerLine,
  type WireAck,
  type WireRecord,
} from "#protocol/sync-answer.ts";
import type { WireCursor } from "#protocol/sync-request.ts";

/** A header that names the scopes: so it does to whoever did not name them in the request. */
type WholeHeader = HeaderLine & { readonly scopes: NonNullable<HeaderLine["scopes"]> };

/** An answer as a test looks at it. */
export type ReadAnswer = {
  readonly lines: readonly AnswerLine[];
  readonly header: WholeHeader;
  readonly more: boolean;
  readonly chunks: readonly ChunkLine[];
  /** Every record that came, by id; the last one counts. */
  readonly records: ReadonlyMap<RecordId, WireRecord>;
  /** Where the device would go on from, given where it was before. */
  readonly cursors: Readonly<Record<string, WireCursor>>;
  ack(op: { readonly id: OpId }): WireAck | undefined;
  chunksOf(scope: ScopeId): readonly ChunkLine[];
};

/** Reads a whole answer to these edits; throws when it was refused or cut, or a line is none of the protocol's. */
export const readAnswer = async (
  response: Response,
  ops: readonly WireOp[],
): Promise<ReadAnswer> => {
  const body = await response.text();
  if (!response.ok) throw new Error(`refused with ${response.status}: ${body}`);
  const lines = linesOf(body);
  const readHeader = readerOfPlaces(ops);
  const headers = lines
    .filter((line) => "h" in line)
    .map((line) => {
      const header = readHeader(line);
      if (!header.ok) throw new Error("the answer speaks of other edits");
      return header.value;
    });
  const [first] = headers;
  if (first === undefined || !("h" in (lines[0] ?? {})))
    throw new Error("an answer begins with a header");
  const whole = headers.reduce((one, next) => ({
    ...next,
    ack: { ...one.ack, ...next.ack },
    echo: [...one.echo, ...next.echo],
  }));
  return answerOf(
    whole,
    lines.filter((line) => !("h" in line)),
  );
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

const answerOf = (header: HeaderLine, others: readonly AnswerLine[]): ReadAnswer => {
  const lines = [header, ...others];
  const end = lines.at(-1);
  const { scopes } = header;
  if (scopes === undefined) throw new Error("the scopes are to be named");
  if (end === undefined || !("end" in end)) throw new Error("the answer was cut");
  const chunks = lines.filter((line): line is ChunkLine => "put" in line);
  const ack = new Map(Object.entries(header.ack));
  return {
    lines,
    header: { ...header, scopes },
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
