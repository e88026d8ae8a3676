import type { Kysely } from "kysely";
import { type Claim, claimOf, isClaimKind, type RuledClaim } from "#domain/times/claim.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import type { Schema } from "../database/schema.ts";
import { loadEntities } from "../records/entities.ts";
import { claimsWithin, lockCalendars } from "./slot-rows.ts";
import { Stretches } from "./stretches.ts";

type Stretch = Pick<Claim, "adviser" | "start" | "end">;

/** The locked calendars of the advisers whose times a push may change, as far as it may change them. */
export type Calendars = {
  /** Every claim that overlaps an included stretch, and those that overlap these in turn, as they were when locked. */
  readonly claims: ReadonlyMap<RecordId, RuledClaim>;
  /** Locks the calendars of these stretches and reads what overlaps them; what is there already costs nothing. */
  include(stretches: readonly Stretch[]): Promise<void>;
  /** The next turn of an included adviser. */
  nextTurn(adviser: MemberId): number;
};

/**
 * Foresees whose calendars edits may change, and locks those. Done before the records are read: a transaction takes
 * calendars, then records, then scopes, each in sorted order, so that two of them do not wait for each other. `read` are the
 * records where nobody else writes, and they may be read first.
 */
export const openCalendars = async (
  database: Kysely<Schema>,
  ops: readonly Op[],
  read: ReadonlyMap<RecordId, RecordState> | null,
): Promise<Calendars> => {
  const calendars = makeCalendars(database, ops.length);
  await calendars.include(await foreseen(database, ops, read));
  return calendars;
};

/** Every stretch of time that the edits' records claim now or may come to claim, whatever becomes of each edit. */
const foreseen = async (
  database: Kysely<Schema>,
  ops: readonly Op[],
  read: ReadonlyMap<RecordId, RecordState> | null,
): Promise<Stretch[]> => {
  const claiming = ops.filter(isClaiming);
  const known = claiming.filter((op) => op.verb !== "new").map((op) => op.record);
  const loaded = read ?? (await loadEntities(database, known));
  const moved = new Set(claiming.filter((op) => mayMove(op, loaded.get(op.record))).map(recordOf));
  const states = new Map<RecordId, RecordState>([...loaded].filter(([id]) => moved.has(id)));
  const found: (Claim | null)[] = [...states.values()].map(possibleClaim);
  for (const op of claiming) {
    const state = moved.has(op.record) ? changedBy(op, states.get(op.record)) : undefined;
    if (state === undefined) continue;
    states.set(op.record, state);
    found.push(possibleClaim(state));
  }
  return found.filter((claim) => claim !== null);
};

const recordOf = ({ record }: Op): RecordId => record;

/**
 * Whether an edit may change what its record claims. One status after another that all take the time leave it as it is. What
 * somebody else makes of the record before it is locked is seen then: its calendar is taken late, and should two wait for
 * each other so, one of them runs anew.
 */
const mayMove = (op: Op, state: RecordState | undefined): boolean => {
  if (op.verb !== "set" || op.field !== "status" || state === undefined) return true;
  const fields = { ...state.fields, status: op.value };
  return (claimOf({ ...state, fields }) === null) !== (claimOf(state) === null);
};

const isClaiming = (op: Op): boolean => {
  switch (op.verb) {
    case "new":
      return isClaimKind(op.value.kind);
    case "set":
      return op.field === "slot" || op.field === "status";
    default:
      return op.verb === "del";
  }
};

const changedBy = (op: Op, state: RecordState | undefined): RecordState | undefined => {
  if (op.verb === "new") return { id: op.record, shares: [], ver: 0, deleted: false, ...op.value };
  if (state === undefined || op.verb !== "set" || op.field !== "slot") return state;
  return { ...state, fields: { ...state.fields, slot: op.value } };
};

/** What a record would claim if it stood: whether it does may be about to change. */
const possibleClaim = (state: RecordState): Claim | null => {
  const { status: _, ...fields } = state.fields;
  return claimOf({ ...state, deleted: false, fields });
};

/** Calendars of nobody yet, for at most `turns` claims. */
export const makeCalendars = (database: Kysely<Schema>, turns: number): Calendars => {
  const claims = new Map<RecordId, RuledClaim>();
  const calendars = new Map<MemberId, { readonly read: Stretches; turn: number }>();

  const lock = async (advisers: readonly MemberId[]) => {
    const fresh = advisers.filter((adviser) => !calendars.has(adviser)).sort();
    for (const [adviser, turn] of await lockCalendars(database, fresh, turns)) {
      calendars.set(adviser, { read: new Stretches(), turn });
    }
  };
  const unread = (stretches: readonly Stretch[]) =>
    stretches.filter(({ adviser, start, end }) => {
      const read = calendars.get(adviser)?.read;
      return start < end && read?.isWithin(start, end) !== true;
    });

  return {
    claims,
    async include(stretches) {
      await lock([...new Set(stretches.map(({ adviser }) => adviser))]);
      // What is found may reach beyond what was asked for: then that is asked for too, until nothing does.
      for (let wanted = unread(stretches); wanted.length > 0;) {
        for (const { adviser, start, end } of wanted) calendars.get(adviser)?.read.add(start, end);
        const found = await claimsWithin(database, wanted);
        for (const claim of found) claims.set(claim.record, claim);
        wanted = unread(found);
      }
    },
    nextTurn(adviser) {
      const calendar = calendars.get(adviser);
      if (calendar === undefined) throw new Error("a calendar was ruled on that is not locked");
      calendar.turn += 1;
      return calendar.turn;
    },
  };
};
