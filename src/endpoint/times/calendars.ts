import type { Kysely } from "kysely";
import { type Claim, claimOf, isClaimKind, type RuledClaim } from "#domain/times/claim.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import type { Schema } from "../database/schema.ts";
import { loadEntities } from "../records/entities.ts";
import { claimsBetween, lockCalendar } from "./slot-rows.ts";

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
 * calendars, then records, then scopes, each in sorted order, so that two of them do not wait for each other.
 */
export const openCalendars = async (
  database: Kysely<Schema>,
  ops: readonly Op[],
): Promise<Calendars> => {
  const calendars = makeCalendars(database, ops.length);
  await calendars.include(await foreseen(database, ops));
  return calendars;
};

/** Every stretch of time that the edits' records claim now or may come to claim, whatever becomes of each edit. */
const foreseen = async (database: Kysely<Schema>, ops: readonly Op[]): Promise<Stretch[]> => {
  const claiming = ops.filter(isClaiming);
  const known = claiming.filter((op) => op.verb !== "new").map((op) => op.record);
  const states = new Map<RecordId, RecordState>(await loadEntities(database, known));
  const found: (Claim | null)[] = [...states.values()].map(possibleClaim);
  for (const op of claiming) {
    const state = changedBy(op, states.get(op.record));
    if (state === undefined) continue;
    states.set(op.record, state);
    found.push(possibleClaim(state));
  }
  return found.filter((claim) => claim !== null);
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

type Calendar = { start: number; end: number; turn: number };

/** Calendars of nobody yet, for at most `turns` claims. */
export const makeCalendars = (database: Kysely<Schema>, turns: number): Calendars => {
  const claims = new Map<RecordId, RuledClaim>();
  const calendars = new Map<MemberId, Calendar>();

  /** Reads until nothing that was read reaches beyond what was asked for. */
  const widen = async (adviser: MemberId, calendar: Calendar, stretch: Stretch) => {
    let wanted = hullOf([calendar, stretch]);
    while (wanted.start < calendar.start || wanted.end > calendar.end) {
      Object.assign(calendar, wanted);
      const found = await claimsBetween(database, adviser, calendar);
      for (const claim of found) claims.set(claim.record, claim);
      wanted = hullOf([calendar, ...found]);
    }
  };

  return {
    claims,
    async include(stretches) {
      for (const [adviser, stretch] of hullByAdviser(stretches)) {
        let calendar = calendars.get(adviser);
        if (calendar === undefined) {
          const turn = await lockCalendar(database, adviser, turns);
          calendar = { start: stretch.start, end: stretch.start, turn };
          calendars.set(adviser, calendar);
        }
        await widen(adviser, calendar, stretch);
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

type Hull = { readonly start: number; readonly end: number };

const hullOf = (spans: readonly Hull[]): Hull => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

const hullByAdviser = (stretches: readonly Stretch[]): [MemberId, Stretch][] => {
  const hulls = new Map<MemberId, Stretch>();
  for (const stretch of stretches) {
    const before = hulls.get(stretch.adviser) ?? stretch;
    hulls.set(stretch.adviser, { ...stretch, ...hullOf([before, stretch]) } as Stretch);
  }
  return [...hulls].sort(([one], [other]) => (one < other ? -1 : 1));
};
