import { type Accessor, createMemo } from "solid-js";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allotmentKind, isOpenAllotment } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import type { Readable } from "#domain/record.ts";
import type { Slot } from "#domain/times/slot.ts";
import { fittingFor } from "#domain/waiting/fitting.ts";
import { type FreedTime, freedTimes, takenBy } from "#domain/waiting/freed-times.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { createWorkCalendars } from "#features/parts/times/work-calendars.ts";

export type WaitingEntry = Readable<typeof waitingKind>;

/** A time that is free again, and whom it helps, in their turn. */
export type Offer = { readonly freed: FreedTime; readonly entries: readonly WaitingEntry[] };

/**
 * The times that are free again and help somebody on the waiting list, soonest first: of all appointments, or of one. It
 * follows what arrives, so a time that another device set free is among them as soon as that is heard of. What its adviser
 * cannot keep is not: on a holiday, in an absence, by another calendar, or while leading something with others.
 */
export const createOffers = (
  now: Accessor<Instant>,
  of?: Accessor<RecordId>,
): Accessor<readonly Offer[]> => {
  const { device } = useEnvironment().store.identity;
  const appointments = createRecords(appointmentKind);
  const allotments = createRecords(allotmentKind);
  const places = createRecords(placeKind);
  const list = createRecords(waitingKind);
  const sorted = useStanding();
  const waiting = createMemo(() =>
    [...list().values()].filter(({ values }) => values.status === "waiting"),
  );
  const calendars = createWorkCalendars();
  /** Outside of the hours a time may be given again: somebody agreed it there on purpose. */
  const isKept = (slot: Slot) => {
    const against = calendars()(slot.adviser).obstacle(slot);
    return against === null || against.kind === "off-hours";
  };
  return createMemo(() => {
    if (waiting().length === 0) return [];
    const booked = standingFrom(sorted(), now(), null).flatMap(
      ({ values: { slot, coLeaders } }) => [
        slot,
        ...Object.keys(coLeaders).map((leader) => ({ ...slot, adviser: leader as MemberId })),
      ],
    );
    const held = [...allotments().values()].flatMap(({ values }) =>
      isOpenAllotment(values) && values.holder !== device ? values.slot : [],
    );
    const isTaken = takenBy([...booked, ...held]);
    const one = of === undefined ? undefined : appointments().get(of());
    const asked = of === undefined ? appointments().values() : one === undefined ? [] : [one];
    return freedTimes(asked, isTaken, now())
      .map((freed): Offer => {
        const { place } = freed.slot;
        const municipality = place === null ? undefined : places().get(place)?.values.municipality;
        const time = { slot: freed.slot, municipality: municipality ?? "" };
        return { freed, entries: fittingFor(time, waiting()) };
      })
      .filter(({ freed, entries }) => entries.length > 0 && isKept(freed.slot));
  });
};
