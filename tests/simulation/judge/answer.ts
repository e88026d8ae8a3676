import type { ScopeId } from "#domain/ids.ts";
import { isSameJson } from "#domain/json.ts";
import { type AnswerLine, type HeaderLine, parseAnswerLine } from "#protocol/sync-answer.ts";
import { expectOk } from "../../support/result.ts";
import { hold } from "../world/violation.ts";
import type { Place } from "../world/server.ts";

/** The lines of a whole answer. */
export const linesOf = (answer: string): AnswerLine[] =>
  answer
    .split("\n")
    .slice(0, -1)
    .map((line) => expectOk(parseAnswerLine(line)));

/** The first line of an answer. */
export const headerOf = (answer: string): HeaderLine => {
  const [first] = linesOf(answer);
  if (first === undefined || !("h" in first)) throw new Error("an answer begins with a header");
  return first;
};

/** I4 on the wire: nothing but what the member is in, and exactly that list of scopes. */
export const judgeAnswer = (scopes: ReadonlyMap<ScopeId, Place>, answer: string): void => {
  for (const line of linesOf(answer)) {
    if ("h" in line) {
      const right = [...scopes].map(([id, { kind, role }]) => [id, [kind, role]] as const);
      const isRight = isSameJson(line.scopes, Object.fromEntries(right));
      hold(isRight, "I4", () => `the answer lists scopes ${JSON.stringify(line.scopes)}`);
      for (const { id, s, in: within } of line.echo) {
        const isOurs = scopes.has(s) && within.every((scope) => scopes.has(scope));
        hold(isOurs, "I4", () => `an echo brings ${id} of scope ${s}`);
      }
    } else if ("s" in line) {
      hold(scopes.has(line.s), "I4", () => `a line brings scope ${line.s}`);
      for (const { id, s } of "put" in line ? line.put : []) {
        hold(s === line.s, "I4", () => `${id} of ${s} comes in ${line.s}`);
      }
    }
  }
};
