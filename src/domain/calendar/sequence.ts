/** What a device last handed over of an appointment: the number, and what the event said. */
export type HandedOver = { readonly sequence: number; readonly said: string };

/** So many times may a device say the same state of an appointment in other words under a number of its own. */
const rewordingsMax = 15;
const step = rewordingsMax + 1;

/**
 * The SEQUENCE (RFC 5545, section 3.8.7.4) of an event as it first says a state of the appointment. `edits` counts everything
 * that was ever written in it as far as one knows: the record's version (`riseOf`) and, on a device, its own unsent edits on top.
 * It is the same for everybody who has seen the same, a feed and a device alike, and every edit is above whatever anybody
 * made of the state before it. Below 2³¹ until 2280.
 */
export const sequenceOfEdits = (edits: number): number => edits * step;

/**
 * The SEQUENCE of an event that a device hands over. What it handed over before is never undercut, and what says something
 * else of the same state, such as another language or a place by its new name, gets a number above it: fifteen times, then
 * DTSTAMP tells (RFC 5546, section 2.1.5).
 */
export const nextSequence = (edits: number, said: string, last: HandedOver | null): number => {
  const first = sequenceOfEdits(edits);
  if (last === null || first > last.sequence) return first;
  const isLastOfState = last.sequence % step === rewordingsMax;
  return last.said === said || isLastOfState ? last.sequence : last.sequence + 1;
};
