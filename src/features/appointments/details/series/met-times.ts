import type { Slot } from "#domain/times/slot.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import {
  encountersOf,
  isElsewhen,
  type Landing,
  landingsOf,
  type SeriesChanges,
} from "#domain/series/landing.ts";
import type { Against, Lookout } from "#features/parts/times/lookout.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";

/** A following time that a change would put onto something: what, or that it is another time of the series. */
export type MetTime = {
  readonly landing: Landing;
  readonly against: Against | { readonly kind: "going" } | { readonly kind: "staying" };
};

/** What the place alone has against a time: of one that keeps its hours the rest is as it was. */
const ofPlace: readonly string[] = ["room", "travel", "elsewhere"];
/** What a time that has it already may go on having without anybody being asked. */
const borne: readonly string[] = ["travel", "elsewhere"];

/**
 * The following times that a change would put onto something, in their order. Those of the kind `staying` do so only if
 * the others stay where they are. `changedTo` is where the changed time itself will be.
 */
export const metTimes = (
  changed: AppointmentRecord,
  changedTo: Slot,
  following: readonly AppointmentRecord[],
  changes: SeriesChanges,
  lookout: Lookout,
): MetTime[] => {
  const landings = landingsOf(following, changes);
  const leaving = new Set([changed.id, ...landings.filter(isElsewhen).map(({ id }) => id)]);
  const found = new Map<Landing, Against>();
  const againstOf = (landing: Landing): Against | null => {
    const { id, from, to } = landing;
    const except = new Set([...leaving, id]);
    const against = lookout(to, except, from);
    if (against === null || against.kind === "off-hours") return null;
    if (!isElsewhen(landing) && !ofPlace.includes(against.kind)) return null;
    const isBorne =
      borne.includes(against.kind) && lookout(from, except, from)?.kind === against.kind;
    return isBorne ? null : against;
  };
  const isOnChanged = ({ to }: Landing) =>
    to.adviser === changedTo.adviser && isOverlapping(to, changedTo);
  const met = encountersOf(landings, (landing) => {
    const against = isOnChanged(landing)
      ? { kind: "clash" as const, other: changed }
      : againstOf(landing);
    if (against !== null) found.set(landing, against);
    return against !== null;
  });
  return landings.flatMap((landing): MetTime[] => {
    const encounter = met.get(landing.id);
    if (encounter === undefined) return [];
    const outside = found.get(landing);
    return [
      { landing, against: outside ?? { kind: encounter.kind === "staying" ? "staying" : "going" } },
    ];
  });
};
