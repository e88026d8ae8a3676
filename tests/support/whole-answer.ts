import { roles, scopeKinds } from "#domain/kind.ts";
import { readerOfPlaces } from "#protocol/by-place.ts";
import { scopesWord } from "#protocol/scopes-word.ts";
import { type AnswerLine, type HeaderLine, parseAnswerLine } from "#protocol/sync-answer.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";

/**
 * The lines of an answer with everything that they leave out because the request said it: for those who judge an answer
 * without having asked for it. What is no answer to such a request comes back as it is.
 */
export const wholeAnswer = (request: unknown, lines: readonly unknown[]): readonly unknown[] => {
  if (!isRequest(request)) return lines;
  const { ops = [], cur = {}, sc } = request;
  const readHeader = readerOfPlaces(ops);
  return lines.map((line) => {
    const header = parseAnswerLine(JSON.stringify(line));
    if (!header.ok || !("h" in header.value)) return line;
    const read = readHeader(header.value);
    if (!read.ok) throw new Error("the answer is to another request");
    const scopes = header.value.scopes ?? scopesOf(Object.keys(cur), sc ?? "");
    return { ...read.value, scopes } satisfies AnswerLine;
  });
};

const isRequest = (request: unknown): request is Partial<SyncRequest> =>
  typeof request === "object" && request !== null && "p" in request && request.p !== 1;

const scopesOf = (ids: readonly string[], word: string): NonNullable<HeaderLine["scopes"]> =>
  Object.fromEntries(
    ids.map((id, at) => {
      const letters = word.slice(2 * at, 2 * at + 2);
      const all = scopeKinds.flatMap((kind) => roles.map((role) => ({ kind, role })));
      const scope = all.find((one) => scopesWord([one]) === letters);
      if (scope === undefined) throw new Error(`no kind and role are ${letters}`);
      return [id, [scope.kind, scope.role] as const];
    }),
  );
