import type { Obstacle } from "#domain/availability/work-calendar.ts";
import type { RecordId } from "#domain/ids.ts";
import { allotmentKind, isOpenAllotment } from "#domain/kinds/allotment.ts";
import { isLedBy } from "#domain/kinds/appointment.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { allotmentAgainst } from "#domain/times/allotted.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import { placeClashes } from "#domain/times/place-clash.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { ShortTravel } from "#domain/times/travel.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { type AppointmentRecord, type Around, standingWithin } from "./appointment-view.ts";
import type { InTheWay } from "./held-times.ts";
import { shortDrives } from "./short-drives.ts";
import { createWorkCalendars } from "./work-calendars.ts";

/**
 * What stands against a time: what its adviser has then, what is held, no working time, somebody else in the room, a drive
 * that does not fit, or that the adviser's hours are at another place.
 */
export type Against =
  | { readonly kind: "clash"; readonly other: AppointmentRecord }
  | { readonly kind: "held"; readonly held: InTheWay }
  | { readonly kind: "room"; readonly other: AppointmentRecord }
  | { readonly kind: "travel"; readonly travel: ShortTravel }
  | { readonly kind: "elsewhere"; readonly place: RecordId }
  | Obstacle;

/**
 * Tells what stands against a time, the weightiest first; `except` are appointments that will be elsewhere then, `standing` is
 * where the one that the time is for stands now.
 */
export type Lookout = (
  slot: Slot,
  except?: ReadonlySet<RecordId>,
  standing?: Slot,
) => Against | null;

/** Tells everything that stands against a time, the weightiest first, one at a time: whoever wants the first looks no further. */
export type FullLookout = (...looked: Parameters<Lookout>) => Iterable<Against>;

/** Looks at any time of any adviser, as far as this device knows; what it reads is followed. */
export const createLookout = (around: () => Around): Lookout => {
  const everything = createFullLookout(around);
  return (...looked) => {
    const [first] = everything(...looked);
    return first ?? null;
  };
};

/** Like {@link createLookout}, for all that there is: of what takes the adviser's time only the weightiest. */
export const createFullLookout = (around: () => Around): FullLookout => {
  const { device } = useEnvironment().store.identity;
  const sorted = useStanding();
  const allotments = createRecords(allotmentKind);
  const calendars = createWorkCalendars();

  const heldAgainst = (
    slot: Slot,
    except: ReadonlySet<RecordId>,
    standing?: Slot,
  ): InTheWay | null => {
    const open = [...allotments().values()].filter(({ values }) => isOpenAllotment(values));
    if (open.length === 0) return null;
    const given = sorted().filter(
      ({ id, values }) => values.slot.allotment !== undefined && !except.has(id),
    );
    const against = allotmentAgainst(slot, device, open, given, standing);
    if (against === null) return null;
    const { label, slot: held, holder } = against.values;
    return { label, slot: held, isOwn: holder === device };
  };
  const placeOfHours = (slot: Slot): RecordId | null => {
    const hours = calendars()(slot.adviser).stretchesOn(toLocalDate(slot.start));
    return hours.find((stretch) => isOverlapping(stretch, slot))?.place ?? null;
  };
  const takenBy = (
    slot: Slot,
    thatDay: readonly AppointmentRecord[],
    except: ReadonlySet<RecordId>,
    standing?: Slot,
  ): Against | null => {
    const { adviser } = slot;
    const other = thatDay.find(
      ({ values }) =>
        adviser !== null && isLedBy(values, adviser) && isOverlapping(values.slot, slot),
    );
    if (other !== undefined) return { kind: "clash", other };
    const held = heldAgainst(slot, except, standing);
    return held === null ? calendars()(adviser).obstacle(slot) : { kind: "held", held };
  };
  return function* everything(slot, except = new Set(), standing) {
    const date = toLocalDate(slot.start);
    const until = Math.max(slot.end, fromLocal(addDays(date, 1), 0)) as Slot["end"];
    const thatDay = standingWithin(sorted(), fromLocal(date, 0), until).filter(
      ({ id }) => !except.has(id),
    );
    const taken = takenBy(slot, thatDay, except, standing);
    if (taken !== null && taken.kind !== "off-hours") yield taken;
    const [room] = placeClashes(slot, thatDay);
    if (room?.kind === "room") yield { kind: "room", other: room.use };
    const [travel] = shortDrives(slot, thatDay, around());
    if (travel !== undefined) yield { kind: "travel", travel };
    const place = placeOfHours(slot);
    const isElsewhere = place !== null && slot.place !== null && place !== slot.place;
    if (isElsewhere) yield { kind: "elsewhere", place };
    if (taken?.kind === "off-hours") yield taken;
  };
};
