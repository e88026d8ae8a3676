import type { Transaction } from "kysely";
import type { MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Entity } from "#domain/merge/entity.ts";
import { isSharedInto, projectRecord } from "#domain/fields/projection.ts";
import {
  type EndLine,
  type HeaderLine,
  lineToText,
  recordToWire,
  type WireAck,
} from "#protocol/sync-answer.ts";
import { byPlace } from "#protocol/by-place.ts";
import type { WireOp } from "#protocol/op.ts";
import { isWordOf } from "#protocol/scopes-word.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import { isScopeKindOf, PROTOCOL_VERSION } from "#protocol/version.ts";
import { type MemberScope, scopesOfMember } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { type Answered, loadAnswers } from "./acks.ts";
import { loadEntitiesUnless } from "./entities.ts";
import { pullLines } from "./pull.ts";

/** What an answer is made for. */
export type AnswerInput = {
  readonly member: MemberId;
  readonly answers: ReadonlyMap<OpId, Answered>;
  /** Records as the push left them: what they are if nobody has changed them since. */
  readonly states: ReadonlyMap<RecordId, Entity>;
  readonly cursors: { readonly [scope: string]: WireCursor };
  /** What earlier parts told the device; this one's records are added. */
  readonly told: Told;
  /**
   * The edits of later parts; none in the last. One that came once before has its answer already, and its record has it in
   * it: told of one without the other, the device would show it twice.
   */
  readonly later: readonly OpId[];
  /** The edits of this part of the request: what they say need not be said again. */
  readonly ops: readonly WireOp[];
  /** What the device takes the scopes of its cursors for, if it said so. */
  readonly scopesWord: string | undefined;
  readonly max: number;
  readonly now: Instant;
  readonly oldestPullVersion: number;
  /** The version the device speaks. */
  readonly version: number;
};

/** The records that a device was told of by the parts of an answer so far, by scope, and in which version. */
export type Told = Map<ScopeId, Map<RecordId, number>>;

/** A part of an answer, whole and in memory: its lines without line ends, how many records they hold, and the scopes it allows. */
export type Answer = {
  readonly lines: readonly string[];
  readonly rows: number;
  readonly scopes: ReadonlySet<ScopeId>;
};

/**
 * Reads a part of an answer from one snapshot that was taken after its edits were committed: its header, and, in the last part,
 * whatever else is new.
 */
export const readAnswer = async (
  snapshot: Transaction<Schema>,
  input: AnswerInput,
): Promise<Answer> => {
  const all = await scopesOfMember(snapshot, input.member);
  const scopes = all.filter(({ kind }) => isScopeKindOf(input.version, kind));
  const isLast = input.later.length === 0;
  const { given } = await loadAnswers(snapshot, input.later, input.member);
  const answers = new Map([...input.answers, ...given]);
  const said = await readHeader(snapshot, scopes, { ...input, answers });
  const fates = new Map([...answers].map(([id, { ack }]): [OpId, WireAck] => [id, ack]));
  const header =
    input.version > 1
      ? byPlace(said, fates, input.ops)
      : { ...said, ack: Object.fromEntries(fates) };
  noteTold(input.told, header);
  const allowed = new Set(scopes.map(({ id }) => id));
  if (!isLast) return { lines: [lineToText(header, input.version)], rows: 0, scopes: allowed };
  const pulled =
    input.version >= input.oldestPullVersion
      ? await pullLines(snapshot, scopes, input)
      : { lines: [], rows: 0, more: false };
  const end: EndLine = { end: 1, more: pulled.more };
  return {
    lines: [lineToText(header, input.version), ...pulled.lines, lineToText(end, input.version)],
    rows: pulled.rows,
    scopes: allowed,
  };
};

/** What an echo says need not come once more. */
const noteTold = (told: Told, { echo }: HeaderLine): void => {
  for (const { id, ver, in: seenIn } of echo) {
    for (const scope of seenIn) {
      told.set(scope, (told.get(scope) ?? new Map<RecordId, number>()).set(id, ver));
    }
  }
};

const readHeader = async (
  snapshot: Transaction<Schema>,
  scopes: readonly MemberScope[],
  { answers, states, told, cursors, now, oldestPullVersion, scopesWord }: AnswerInput,
): Promise<Omit<HeaderLine, "ack">> => ({
  h: 1,
  p: PROTOCOL_VERSION,
  minp: oldestPullVersion,
  now,
  ...(isWordOf(scopesWord, Object.keys(cursors), scopes)
    ? {}
    : {
        scopes: Object.fromEntries(scopes.map(({ id, kind, role }) => [id, [kind, role] as const])),
      }),
  echo: await readEcho(
    snapshot,
    scopes,
    [...[...answers.values()].map(({ record }) => record), ...changedSince(told, states)],
    states,
  ),
});

/** The records that an earlier part told of and this one changed once more: its edits have moved a time that meets theirs. */
const changedSince = (told: Told, states: AnswerInput["states"]): RecordId[] => {
  const before = new Map([...told.values()].flatMap((records) => [...records]));
  const isOlder = ({ id, ver }: Entity) => before.has(id) && before.get(id) !== ver;
  return [...states.values()].filter(isOlder).map(({ id }) => id);
};

/** The present state of the records that the answers are about, as far as the member may see them. */
const readEcho = async (
  snapshot: Transaction<Schema>,
  scopes: readonly MemberScope[],
  records: readonly RecordId[],
  states: ReadonlyMap<RecordId, Entity>,
): Promise<HeaderLine["echo"]> => {
  const entities = await loadEntitiesUnless(snapshot, records, states);
  return [...entities.values()].flatMap((entity) => echoesOf(withoutGone(entity), scopes));
};

/** A record as it is seen at home, and in each scope of the member that it is shared with. */
const echoesOf = (entity: Entity, scopes: readonly MemberScope[]): HeaderLine["echo"][number][] => {
  const isHome = scopes.some(({ id }) => id === entity.home);
  const shared = scopes.filter(({ id, kind }) => isSharedInto(kind) && entity.shares.includes(id));
  return [
    ...(isHome ? [{ ...recordToWire(entity), in: [entity.home] }] : []),
    ...shared.map(({ id }) => ({ ...recordToWire(projectRecord(entity, id)), in: [id] })),
  ];
};

const withoutGone = (entity: Entity): Entity =>
  entity.deleted ? { ...entity, fields: {} } : entity;
