import type { RecordId } from "../ids.ts";
import { isOverlapping } from "../times/day-plan.ts";
import type { Slot } from "../times/slot.ts";
import type { Change, SeriesTime } from "./following.ts";

/** Where a time of a series is, and where a change would put it. */
export type Landing = { readonly id: RecordId; readonly from: Slot; readonly to: Slot };

/** What each time of a series is to become, by its id. */
export type SeriesChanges = ReadonlyMap<RecordId, readonly Change[]>;

/** Of times that change, those whose slot does, in the order of `times`. */
export const landingsOf = (times: readonly SeriesTime[], changes: SeriesChanges): Landing[] =>
  times.flatMap(({ id, values }): Landing[] => {
    const to = changes.get(id)?.find(({ field }) => field === "slot")?.value;
    return to === undefined ? [] : [{ id, from: values.slot, to: to as Slot }];
  });

/** Whether it takes another stretch of somebody's time than before, and not only another place. */
export const isElsewhen = ({ from, to }: Landing): boolean =>
  from.start !== to.start || from.end !== to.end || from.adviser !== to.adviser;

/**
 * Why a time would rather stay where it is: it lands on something that is no part of the change (`outside`), on another time
 * that the change puts there as well (`going`), or on one that stays because it lands on something itself (`staying`).
 */
export type Encounter =
  | { readonly kind: "outside" }
  | { readonly kind: "going" | "staying"; readonly other: RecordId };

/**
 * What of a change lands on something, in the order of the times. `isMet` says so of what is no part of the change. Whatever
 * is in the answer may stay where it is: the others then land on nothing, neither outside, nor on each other, nor on
 * what stays. Those of kind `staying` meet something only if others are left where they are.
 */
export const encountersOf = (
  landings: readonly Landing[],
  isMet: (landing: Landing) => boolean,
): ReadonlyMap<RecordId, Encounter> => {
  const moving = landings.filter(isElsewhen);
  const found = new Map<RecordId, Encounter>();
  for (const landing of landings) {
    const other = moving.find((one) => one.id !== landing.id && isOn(landing.to, one.to));
    if (isMet(landing)) found.set(landing.id, { kind: "outside" });
    else if (other !== undefined && isElsewhen(landing))
      found.set(landing.id, { kind: "going", other: other.id });
  }
  const staying = moving.filter(({ id }) => found.has(id));
  // Each one that stays may keep another from its new time.
  for (const one of staying) {
    for (const landing of moving) {
      if (found.has(landing.id) || !isOn(landing.to, one.from)) continue;
      found.set(landing.id, { kind: "staying", other: one.id });
      staying.push(landing);
    }
  }
  const inOrder = landings.flatMap(({ id }): [RecordId, Encounter][] => {
    const encounter = found.get(id);
    return encounter === undefined ? [] : [[id, encounter]];
  });
  return new Map(inOrder);
};

const isOn = (one: Slot, other: Slot): boolean =>
  one.adviser === other.adviser && isOverlapping(one, other);

/** What goes with the place and the hours of a time: how the two meet says whether it has a place. */
export const fieldsOfMove: readonly string[] = ["slot", "movedFrom", "channel"];

/** The changes with some of the times left where they are; what else changes of those still does. */
export const withoutMoves = (
  changes: SeriesChanges,
  staying: ReadonlyMap<RecordId, unknown>,
): SeriesChanges => {
  const left = [...changes].map(([id, fields]): [RecordId, readonly Change[]] => [
    id,
    staying.has(id) ? fields.filter(({ field }) => !fieldsOfMove.includes(field)) : fields,
  ]);
  return new Map(left.filter(([, fields]) => fields.length > 0));
};
