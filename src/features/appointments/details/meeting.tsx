import { Show } from "solid-js";
import { hasRoster } from "#domain/meeting/states.ts";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { OfferSection } from "#features/parts/waiting/offer-section.tsx";
import { AttendanceSection } from "./attendance/attendance-section.tsx";
import { AfterSection } from "./after/after-section.tsx";
import { NextTime } from "./after/next-time.tsx";

/** What there is to write about a meeting once it has been: who came, what came of it, and the next time. */
export const Meeting = (props: { readonly record: AppointmentRecord; readonly around: Around }) => {
  const values = () => props.record.values;
  const isWritten = () => {
    const { status, minutes, outcome, next } = values();
    return status === "done" || minutes !== null || outcome !== "" || next !== null;
  };
  return (
    <>
      <Show when={hasRoster(values())}>
        <AttendanceSection record={props.record} around={props.around} />
      </Show>
      <NextTime record={props.record} />
      <OfferSection of={props.record.id} around={props.around} />
      <Show when={isWritten()}>
        <AfterSection record={props.record} around={props.around} />
      </Show>
    </>
  );
};
