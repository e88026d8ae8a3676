import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { isSameJson } from "#domain/json.ts";
import { parseNews } from "#protocol/news.ts";
import {
  type AnswerLine,
  type HeaderLine,
  parseAnswerLine,
  type WireRecord,
} from "#protocol/sync-answer.ts";
import { projectedOf } from "../world/catalog.ts";
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

/** The edits that an answer tells the fate of. */
export const answeredIn = (answer: string): OpId[] =>
  linesOf(answer).flatMap((line) => ("h" in line ? (Object.keys(line.ack) as OpId[]) : []));

/** The versions in which the echoes of an answer tell of records. */
export const versionsIn = (answer: string): ReadonlyMap<RecordId, ReadonlySet<number>> => {
  const versions = new Map<RecordId, Set<number>>();
  for (const line of linesOf(answer)) {
    for (const { id, ver } of "h" in line ? line.echo : []) {
      versions.set(id, (versions.get(id) ?? new Set()).add(ver));
    }
  }
  return versions;
};

/** I4 on the wire: nothing but what the member is in, and exactly that list of scopes. */
export const judgeAnswer = (scopes: ReadonlyMap<ScopeId, Place>, answer: string): void => {
  for (const line of linesOf(answer)) {
    if ("h" in line) {
      const right = [...scopes].map(([id, { kind, role }]) => [id, [kind, role]] as const);
      const isRight = isSameJson(line.scopes, Object.fromEntries(right));
      hold(isRight, "I4", () => `the answer lists scopes ${JSON.stringify(line.scopes)}`);
      for (const echo of line.echo) for (const scope of echo.in) judgeRecord(scopes, scope, echo);
    } else if ("s" in line) {
      hold(scopes.has(line.s), "I4", () => `a line brings scope ${line.s}`);
      for (const record of "put" in line ? line.put : []) judgeRecord(scopes, line.s, record);
    }
  }
};

/** I4 on the line: nobody is told news of a scope that the member is not in, or more of a record than is seen there. */
export const judgeHeard = (scopes: ReadonlyMap<ScopeId, Place>, news: string): void => {
  for (const line of expectOk(parseNews(news))) {
    hold(scopes.has(line.s), "I4", () => `news bring scope ${line.s}`);
    for (const record of line.put) judgeRecord(scopes, line.s, record);
  }
};

/** A record comes whole into its home; into a partner's scope it comes shared, and with no more than may be seen there. */
const judgeRecord = (
  scopes: ReadonlyMap<ScopeId, Place>,
  scope: ScopeId,
  { id, s, t, sh = [], f }: WireRecord,
): void => {
  const isWhole = s === scope;
  const isPartOf =
    scopes.get(scope)?.kind === "partner" &&
    sh.every((other) => other === scope) &&
    Object.keys(f).every((field) => projectedOf(t).includes(field));
  const isRight = scopes.has(scope) && (isWhole || isPartOf);
  hold(isRight, "I4", () => `${id} of ${s} comes in ${scope} with ${Object.keys(f).join()}`);
};
