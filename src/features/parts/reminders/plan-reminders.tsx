import { createEffect } from "solid-js";
import { addMs, dayMs } from "#domain/instant.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import type { Reminders } from "./reminders.ts";

/** So far ahead times are handed over: whoever has not opened the program for longer is not reminded. */
const aheadMs = dayMs;

/** Keeps the device's reminders to the adviser's own times that are still to come. Shows nothing. */
export const PlanReminders = (props: { readonly reminders: Reminders }) => {
  const { member } = useEnvironment().store.identity;
  const sorted = useStanding();
  const now = createNow();
  createEffect(() => {
    const until = addMs(now(), aheadMs);
    const starts = standingFrom(sorted(), now(), member)
      .filter(({ values }) => values.status === "booked")
      .map(({ values }) => values.slot.start)
      .filter((start) => start > now() && start <= until);
    props.reminders.plan(starts);
  });
  return null;
};
