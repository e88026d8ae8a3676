import { type Accessor, createMemo } from "solid-js";
import type { Instant } from "#domain/instant.ts";
import { standingOf } from "#domain/times/promise.ts";
import { type AppointmentRecord, standingFrom } from "./appointment-view.ts";
import { useStanding } from "#features/environment.tsx";

/** The coming times of the whole team that somebody else's booking holds: a person has to move them. */
export const createOpenClashes = (
  now: Accessor<Instant>,
): Accessor<readonly AppointmentRecord[]> => {
  const sorted = useStanding();
  return createMemo(() =>
    standingFrom(sorted(), now(), null).filter(
      ({ values: { slot, promise } }) => standingOf(slot, promise) === "clash",
    ),
  );
};
