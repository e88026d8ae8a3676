/** Where the device keeps what the last finished booking was like. */
export const habitDraftId = "booking.habit";

/** Where the device keeps which teams it is in, so that it can tell when it is taken out of one. */
export const teamsDraftId = "teams";

/** Where the device keeps how the calendar was last looked at. */
export const calendarDraftId = "calendar";

/** Where unsaved changes of an appointment are kept. */
export const detailsDraftId = (appointment: string): string => `appointment.${appointment}`;

/** Where what is being written after a meeting is kept. */
export const afterDraftId = (appointment: string): string => `after.${appointment}`;

/** Where unsaved changes of somebody's wait are kept, and an unfinished entry: one for each known client, and one for a new one. */
export const waitingDraftId = (entry: string): string => `waiting.${entry}`;
export const newWaitingDraftId = (client: string | null): string => `waiting.new.${client ?? ""}`;

/** Where the device keeps what it last handed over of an appointment. */
export const handedDraftId = (appointment: string): string => `${handedPrefix}${appointment}`;
const handedPrefix = "handed.";

/** Whether a draft is something a person was writing; else it is what the device remembers. */
export const isBeingWritten = (draft: string): boolean =>
  draft !== habitDraftId &&
  draft !== teamsDraftId &&
  draft !== calendarDraftId &&
  !draft.startsWith(handedPrefix);
