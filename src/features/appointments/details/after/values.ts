import type { Appointment } from "#domain/kinds/appointment.ts";
import { type AfterForm, plannedMinutes } from "#domain/meeting/after.ts";

/** The form as the record says it; minutes that nobody has written yet are those that were planned. */
export const afterFormOf = ({
  minutes,
  outcome,
  next,
  slot,
}: Pick<Appointment, "minutes" | "outcome" | "next" | "slot">): AfterForm => ({
  minutes: String(minutes ?? plannedMinutes(slot)),
  outcome,
  what: next?.what ?? "",
  by: next?.by ?? "client",
  due: next?.due ?? "",
});
