import { type Claim, isRival, type RuledClaim } from "./claim.ts";
import { HeldTimes } from "./held-times.ts";
import type { DeviceId, RecordId } from "../ids.ts";
import { isSameTime, type PromiseState } from "./promise.ts";

/** A record's claim as an edit has left it, `null` when it claims nothing any more, and the turn at which it came. */
export type ClaimChange = {
  readonly record: RecordId;
  readonly claim: Claim | null;
  readonly turn: number;
  /** The devices of the member whose edit it was. */
  readonly devices: ReadonlySet<DeviceId>;
};

type Claims = ReadonlyMap<RecordId, RuledClaim>;

/**
 * Rules about claims after changes, in the order in which they came. Who holds a time keeps it; a newcomer over a held time
 * becomes a clash. What the changes set free goes to the clashes that now overlap nothing held, the oldest first.
 *
 * `before` has to hold every claim that the old and the new times of the changed ones overlap, and all that those overlap
 * in turn. A claim that has not changed its time is not a newcomer. A booking is given out of an allotment when it names
 * it, is sent by its holder or another device of the same member, which may have taken over what the holder
 * could not send, and lies inside it. The two are then never in each other's way, and while the allotment is held, nothing but
 * another booking of the same allotment can be in the booking's.
 */
export const arbitrate = (before: Claims, changes: readonly ClaimChange[]): Claims => {
  const after = new Map(before);
  const held = new HeldTimes(before.values());
  const put = (claim: RuledClaim) => {
    after.set(claim.record, claim);
    held.add(claim);
  };
  for (const change of changes) {
    const present = after.get(change.record);
    const { record, claim, turn } = change;
    if (present !== undefined) {
      after.delete(record);
      held.remove(present);
    }
    if (claim === null) continue;
    const isNew = present === undefined || !isSameTime(present, claim);
    put(
      isNew
        ? rule(newcomer(change, claim, after), turn, held)
        : { ...present, holder: claim.holder },
    );
  }
  const waiting = [...after.values()].filter(({ state }) => state === "clash").sort(byTurn);
  for (const claim of waiting) {
    if (held.isFree(claim)) put({ ...claim, state: "held" });
  }
  return after;
};

const newcomer = ({ devices }: ClaimChange, claim: Claim, claims: Claims): Claim => {
  const allotment = claim.allotment === null ? undefined : claims.get(claim.allotment);
  const isGiven =
    allotment !== undefined &&
    allotment.kind === "allotment" &&
    allotment.holder !== null &&
    devices.has(allotment.holder) &&
    allotment.adviser === claim.adviser &&
    allotment.start <= claim.start &&
    claim.end <= allotment.end;
  return isGiven ? claim : { ...claim, allotment: null };
};

const rule = (claim: Claim, turn: number, held: HeldTimes): RuledClaim => ({
  ...claim,
  turn,
  state: held.isFree(claim) ? "held" : "clash",
});

const byTurn = (one: RuledClaim, other: RuledClaim): number =>
  one.turn - other.turn || (one.record < other.record ? -1 : 1);

/** What is said of a claim: how it stands, and with which others it clashes, the oldest first. */
export type Ruling = { readonly state: PromiseState; readonly with: readonly RecordId[] };

/** What is to be said of each claim. A held one names the clashes over its time, a clash the claims that hold its time. */
export const rulingsOf = (claims: Claims): ReadonlyMap<RecordId, Ruling> => {
  const rivals = new Map<RecordId, RuledClaim[]>();
  const note = (claim: RuledClaim, rival: RuledClaim) =>
    rivals.set(claim.record, [...(rivals.get(claim.record) ?? []), rival]);
  const sorted = [...claims.values()].sort((one, other) => one.start - other.start);
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.start >= one.end) break;
      if (one.state === other.state || !isRival(one, other)) continue;
      note(one, other);
      note(other, one);
    }
  }
  return new Map(
    sorted.map(({ record, state }) => {
      const others = (rivals.get(record) ?? []).sort(byTurn).map((rival) => rival.record);
      return [record, { state, with: others }];
    }),
  );
};
