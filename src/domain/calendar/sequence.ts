/** What a device last handed over of an appointment: the number, and what the event said. */
export type HandedOver = { readonly sequence: number; readonly said: string };

/**
 * The SEQUENCE of an event (RFC 5545, section 3.8.7.4). `edits` counts everything that was ever written in the
 * appointment as far as this device knows: the record's version and its own unsent edits on top. It rises with every edit
 * and is the same on every device that has seen the same. What the device handed over before is never undercut, and what
 * says something else, such as a place by its new name, gets a number above it.
 */
export const nextSequence = (edits: number, said: string, last: HandedOver | null): number => {
  if (last === null) return edits;
  return Math.max(edits, last.said === said ? last.sequence : last.sequence + 1);
};
