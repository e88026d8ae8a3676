import { type Kysely, sql } from "kysely";
import type { Schema } from "#endpoint/database/schema.ts";
import { placeOf, type Writer } from "./writer.ts";

/** What must be nought when nothing was lost, nothing done twice, and nobody waited in a circle. */
export type Faults = {
  /** Records that a writer does not have in their present version, over all writers and scopes. */
  readonly rowsMissed: number;
  readonly setBacks: number;
  /** Numbers of scopes that nothing got, or two got. */
  readonly gaps: number;
  readonly numbersTwice: number;
  /** Edits that were answered and are not there, that were never answered, or answered otherwise than as applied. */
  readonly answersLost: number;
  readonly unanswered: number;
  readonly refused: number;
  /** By how much all counters together, and all versions of events, differ from what was counted once. */
  readonly countsOff: number;
  readonly versionsOff: number;
  readonly deadlocks: number;
};

/** Writes down every number that is given from now on, for a feed keeps only each record's last one. */
export const watchNumbers = async (database: Kysely<Schema>): Promise<void> => {
  for (const statement of [
    "create table number_given (scope_id text not null, seq bigint not null)",
    "insert into number_given select scope_id, seq from feed",
    `create function write_number_down() returns trigger language plpgsql as
      'begin insert into number_given values (new.scope_id, new.seq); return null; end'`,
    `create trigger number_given after insert or update on feed
      for each row execute function write_number_down()`,
  ]) {
    await sql.raw(statement).execute(database);
  }
};

/** Holds what writers did and saw against what is in the database. */
export const judge = async (
  database: Kysely<Schema>,
  writers: readonly Writer[],
): Promise<Faults> => ({
  ...(await judgeRows(database, writers)),
  ...(await judgeNumbers(database)),
  ...(await judgeAnswers(database, writers)),
  ...(await judgeCounts(database, writers)),
  setBacks: writers.reduce((sum, { setBacks }) => sum + setBacks, 0),
  deadlocks: await countOf(
    database,
    "select deadlocks from pg_stat_database where datname = current_database()",
  ),
});

const judgeRows = async (database: Kysely<Schema>, writers: readonly Writer[]) => {
  let rowsMissed = 0;
  for (const { device, seen } of writers) {
    const rows = await database
      .selectFrom("membership")
      .innerJoin("feed", "feed.scope_id", "membership.scope_id")
      .innerJoin("entity", "entity.id", "feed.entity_id")
      .select(["feed.scope_id", "entity.id", "entity.ver"])
      .where("membership.member_id", "=", device.member)
      .execute();
    rowsMissed += rows.filter(
      ({ scope_id, id, ver }) => seen.get(placeOf(scope_id, id)) !== ver,
    ).length;
  }
  return { rowsMissed };
};

const judgeNumbers = async (database: Kysely<Schema>) => ({
  // What was written before anybody watched was written once: the feed still held every number of it.
  gaps: await countOf(
    database,
    `select coalesce(sum(seq - given), 0) as n from (
      select scope.seq, count(distinct number_given.seq) as given
      from scope join number_given on number_given.scope_id = scope.id group by scope.id) as each_scope`,
  ),
  numbersTwice: await countOf(
    database,
    "select count(*) - count(distinct (scope_id, seq)) as n from number_given",
  ),
});

const judgeAnswers = async (database: Kysely<Schema>, writers: readonly Writer[]) => {
  const rows = await database.selectFrom("applied").select(["op_id", "ack"]).execute();
  const written = new Map<string, string>(rows.map(({ op_id, ack }) => [op_id, ack]));
  const there = await database.selectFrom("entity").select("id").execute();
  const records = new Set<string>(there.map(({ id }) => id));
  let [answersLost, unanswered, refused] = [0, 0, 0];
  for (const { made, acks } of writers) {
    for (const [id, { record }] of made) {
      const ack = acks.get(id);
      if (ack === undefined) unanswered += 1;
      else if (ack !== "a") refused += 1;
      else if (written.get(id) !== ack || !records.has(record)) answersLost += 1;
    }
  }
  return { answersLost, unanswered, refused };
};

/** How many edits were applied although their answer was lost: those sent again after the database had them. */
export const countAppliedUnheard = async (
  database: Kysely<Schema>,
  writers: readonly Writer[],
): Promise<number> => {
  const rows = await database.selectFrom("applied").select(["op_id", "at"]).execute();
  const appliedAt = new Map<string, number>(rows.map(({ op_id, at }) => [op_id, at]));
  return writers
    .flatMap(({ resentAt }) => [...resentAt])
    .filter(([id, at]) => (appliedAt.get(id) ?? Infinity) < at).length;
};

/** Each `inc` raises its event's version by one and its counter by its value, once however often it was sent. */
const judgeCounts = async (database: Kysely<Schema>, writers: readonly Writer[]) => {
  const incs = writers
    .flatMap(({ made }) => [...made.values()])
    .flatMap((op) => (op.verb === "inc" ? [op] : []));
  const rows = await database
    .selectFrom("entity")
    .select(["id", "ver", "fields"])
    .where("kind", "=", "event")
    .execute();
  let [countsOff, versionsOff] = [0, 0];
  for (const { id, ver, fields } of rows) {
    const own = incs.filter(({ record }) => (record as string) === id);
    const { counts = {} } = JSON.parse(fields) as { counts?: Record<string, number> };
    for (const name of new Set(own.map(({ field }) => field))) {
      const sum = own
        .filter(({ field }) => field === name)
        .reduce((total, { value }) => total + value, 0);
      countsOff += Math.abs(sum - (counts[name.replace("counts.", "")] ?? 0));
    }
    versionsOff += Math.abs(ver - 1 - own.length);
  }
  return { countsOff, versionsOff };
};

const countOf = async (database: Kysely<Schema>, statement: string): Promise<number> => {
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(statement)}`.execute(database);
  return Number(Object.values(rows[0] ?? {})[0]);
};
