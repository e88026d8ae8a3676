import { type Instant, minuteMs } from "../instant.ts";
import type { Appointment, Cancelling } from "../kinds/appointment.ts";
import { partsOfForm } from "../kinds/appointment-forms.ts";
import type { StatusCode } from "../kinds/appointment-codes.ts";
import type { Span } from "../times/day-plan.ts";

/** From so long before the start on a client may be at the door, in milliseconds. */
export const doorOpensMs: number = 30 * minuteMs;

/** Where a time is: still ahead, at the door (soon or going on), or over. */
export type Phase = "ahead" | "at-hand" | "over";

/** In which phase a time is. */
export const phaseOf = ({ start, end }: Span, now: Instant): Phase => {
  if (now >= end) return "over";
  return now >= start - doorOpensMs ? "at-hand" : "ahead";
};

/** Whether an appointment of this form has a roster: who came is ticked by each one's attendance, not by the state of the time. */
export const hasRoster = ({ form }: Pick<Appointment, "form">): boolean => partsOfForm(form).roster;

type Stated = Pick<Appointment, "status" | "slot" | "form">;

/** What follows on a state in each phase, the usual first. */
const steps: Readonly<Record<StatusCode, Readonly<Record<Phase, readonly StatusCode[]>>>> = {
  booked: {
    ahead: ["cancelled"],
    "at-hand": ["arrived", "no-show", "cancelled"],
    over: ["done", "no-show", "cancelled"],
  },
  arrived: { ahead: ["booked"], "at-hand": ["done", "booked"], over: ["done", "booked"] },
  "no-show": { ahead: ["booked"], "at-hand": ["arrived", "booked"], over: ["done", "booked"] },
  done: { ahead: ["booked"], "at-hand": ["booked"], over: ["booked"] },
  cancelled: { ahead: ["booked"], "at-hand": ["booked"], over: ["booked"] },
};

const isKnownStatus = (status: string): status is StatusCode => Object.hasOwn(steps, status);

/**
 * The states that a person may put a time into now, the usual one first: before it is at hand it can be called off, when it
 * is at hand the client comes or does not, and once it is over it was held or not. Every state leads back to `booked`, so
 * that a slip is mended whenever it is seen. Of a form with a roster the time is held or called off, and nothing else. A
 * state of another version is left alone.
 */
export const offeredStates = (
  { status, slot, form }: Stated,
  now: Instant,
): readonly StatusCode[] => {
  if (!isKnownStatus(status)) return [];
  const phase = phaseOf(slot, now);
  if (!hasRoster({ form })) return steps[status][phase];
  if (status !== "booked") return ["booked"];
  return phase === "ahead" ? ["cancelled"] : ["done", "cancelled"];
};

/** What a state is written with. */
export type StateFields = Partial<Pick<Appointment, "status" | "cancelling">>;

/**
 * The fields that putting a time into a state changes: the state, and who called it off, which goes when it is on again.
 * Nothing where nothing changes.
 */
export const stateFields = (
  before: Pick<Appointment, "status" | "cancelling">,
  status: string,
  cancelling: Cancelling | null,
): StateFields => {
  const after = status === "cancelled" ? cancelling : null;
  const isSameReason = before.cancelling?.by === after?.by && before.cancelling?.why === after?.why;
  return {
    ...(before.status === status ? {} : { status }),
    ...(isSameReason ? {} : { cancelling: after }),
  };
};
