import type { Transaction } from "kysely";
import { arbitrate, type ClaimChange, type Ruling, rulingsOf } from "#domain/times/arbitrate.ts";
import { type Claim, claimOf, isClaimKind, type RuledClaim } from "#domain/times/claim.ts";
import type { DeviceId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { isSameJson, ownMember } from "#domain/json.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Author } from "#domain/op.ts";
import { isProjected } from "#domain/fields/projection.ts";
import { isSameTime, promiseMaxWith, type TimePromise } from "#domain/times/promise.ts";
import { among } from "../database/among.ts";
import type { Schema } from "../database/schema.ts";
import type { Calendars } from "./calendars.ts";
import { lockEntities, saveEntities } from "../records/entities.ts";
import type { Touched } from "../records/feed.ts";
import { claimsOfRecords, saveClaims } from "./slot-rows.ts";

/** Records that edits of one author have changed, and when; `touched` hears of what is said about them and others. */
export type ChangedRecords = {
  readonly records: ReadonlyMap<RecordId, Entity>;
  /** `null`: nobody's, so nothing is given out of an allotment. */
  readonly author: Author | null;
  readonly at: Instant;
  readonly touched: Touched;
};

type Claims = ReadonlyMap<RecordId, RuledClaim>;

/** What a ruling came to: the claims before and after it, and the records whose word is another now. */
export type Ruled = {
  readonly before: Claims;
  readonly after: Claims;
  readonly promised: readonly Entity[];
};

const nothingRuled: Ruled = { before: new Map(), after: new Map(), promised: [] };

/**
 * Rules on the times that changed records claim and puts the word about each into the `promise` of every record it is about,
 * theirs and others'. A promise has no stamp, so nobody's edit is ever concurrent with it; a record that only it has changed
 * gets the next version. Writes nothing: see {@link saveRuled}.
 */
export const ruleSlots = async (
  transaction: Transaction<Schema>,
  calendars: Calendars,
  changed: ChangedRecords,
): Promise<Ruled> => {
  const claiming = [...changed.records.values()].filter(({ kind }) => isClaimKind(kind));
  if (claiming.length === 0) return nothingRuled;
  const present = await claimsOfRecords(
    transaction,
    claiming.map(({ id }) => id),
  );
  const presentOf = new Map(present.map((claim) => [claim.record, claim]));
  const isNews = ({ record, claim }: Claiming) => !isUnchanged(presentOf.get(record), claim);
  const wanted = claiming
    .map((one) => ({ record: one.id, home: one.home, claim: claimOf(one) }))
    .filter(isNews);
  const claims = (await ofOwnTeams(transaction, wanted)).filter(isNews);
  if (claims.length === 0) return nothingRuled;
  const old = claims.flatMap(({ record }) => presentOf.get(record) ?? []);
  await calendars.include([...old, ...claims.flatMap(({ claim }) => claim ?? [])]);
  const before = calendars.claims;
  const isGiven = claims.some(({ claim }) => claim !== null && claim.allotment !== null);
  const devices = new Set(isGiven ? await devicesOf(transaction, changed.author) : []);
  const changes = claims.map(({ record, claim }): ClaimChange => {
    const turn = claim === null ? 0 : calendars.nextTurn(claim.adviser);
    return { record, claim, turn, devices };
  });
  const after = arbitrate(before, changes);
  const promised = await promiseAnew(transaction, before, after, changed);
  for (const entity of promised) {
    const shares = isProjected(entity.kind, "promise") ? entity.shares : [];
    changed.touched.put(entity, [entity.home, ...shares]);
  }
  return { before, after, promised };
};

/**
 * Writes what a ruling came to: the records that are given, those with another word unless told otherwise, and the claims, so
 * the records that the claims are of are there by then.
 */
export const saveRuled = async (
  transaction: Transaction<Schema>,
  { before, after, promised }: Ruled,
  records: readonly Entity[] = promised,
): Promise<void> => {
  await saveEntities(transaction, records);
  const fresh = [...after.values()].filter(
    (claim) => !isSameJson(claim, before.get(claim.record) ?? null),
  );
  const gone = [...before.keys()].filter((id) => !after.has(id));
  await saveClaims(transaction, [...gone, ...fresh.map(({ record }) => record)], fresh);
};

/** What a record claims, `null` for nothing, and the team it lives with. */
type Claiming = {
  readonly record: RecordId;
  readonly home: ScopeId;
  readonly claim: Claim | null;
};

/**
 * The claims without those on somebody who is not in the record's own team: they claim nothing. Whoever could claim them
 * would take the time of strangers, and read in the ruling when they are busy.
 */
const ofOwnTeams = async (
  transaction: Transaction<Schema>,
  claims: readonly Claiming[],
): Promise<readonly Claiming[]> => {
  const advisers = [...new Set(claims.flatMap(({ claim }) => claim?.adviser ?? []))];
  if (advisers.length === 0) return claims;
  const rows = await transaction
    .selectFrom("membership")
    .select(["member_id", "scope_id"])
    .where(among(transaction, "member_id", advisers))
    .execute();
  const known = new Set(rows.map((row) => `${row.member_id} ${row.scope_id}`));
  return claims.map(({ claim, ...of }) => ({
    ...of,
    claim: claim !== null && known.has(`${claim.adviser} ${of.home}`) ? claim : null,
  }));
};

/** Most edits are about something else than the time: there is nothing to rule on, and no calendar to wait for. */
const isUnchanged = (present: RuledClaim | undefined, claim: Claim | null): boolean =>
  present === undefined || claim === null
    ? present === undefined && claim === null
    : isSameTime(present, claim) && present.holder === claim.holder;

const devicesOf = async (
  transaction: Transaction<Schema>,
  author: Author | null,
): Promise<readonly DeviceId[]> => {
  if (author === null) return [];
  const rows = await transaction
    .selectFrom("device")
    .select("id")
    .where("member_id", "=", author.member)
    .execute();
  return rows.map(({ id }) => id as DeviceId);
};

const promiseAnew = async (
  transaction: Transaction<Schema>,
  before: Claims,
  after: Claims,
  { records, at }: ChangedRecords,
): Promise<readonly Entity[]> => {
  const [old, fresh] = [rulingsOf(before), rulingsOf(after)];
  const touched = [...new Set([...before.keys(), ...after.keys()])].filter((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const isSameClaim = was !== undefined && is !== undefined && isSameTime(was, is);
    return !isSameClaim || !isSameJson(old.get(id) ?? null, fresh.get(id) ?? null);
  });
  const others = await lockEntities(
    transaction,
    touched.filter((id) => !records.has(id)),
  );
  return touched.flatMap((id): Entity[] => {
    const entity = records.get(id) ?? others.get(id);
    if (entity === undefined) return [];
    const promise = promiseOf(after.get(id), fresh.get(id), at);
    const before = ownMember(entity.fields, "promise") ?? null;
    if (promise === null ? before === null : isSameWord(before as TimePromise | null, promise)) {
      return [];
    }
    const ver = records.has(id) ? entity.ver : entity.ver + 1;
    return [{ ...entity, ver, fields: { ...entity.fields, promise } }];
  });
};

const promiseOf = (
  claim: RuledClaim | undefined,
  ruling: Ruling | undefined,
  at: Instant,
): TimePromise | null => {
  if (claim === undefined || ruling === undefined) return null;
  const { start, end, adviser, state } = claim;
  return { state, with: ruling.with.slice(0, promiseMaxWith), at, start, end, adviser };
};

/** Whether the word is the one that was given before, whenever that was. */
const isSameWord = (before: TimePromise | null, promise: TimePromise): boolean =>
  before !== null && isSameJson({ ...before, at: 0 }, { ...promise, at: 0 });
