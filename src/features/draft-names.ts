/** Where the device keeps what the last finished booking was like. */
export const habitDraftId = "booking.habit";

/** Whether a draft is something a person was writing; else it is what the device remembers. */
export const isBeingWritten = (draft: string): boolean => draft !== habitDraftId;
