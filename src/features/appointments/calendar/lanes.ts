/** From when to when something is drawn, in minutes of the day. */
export type Extent = { readonly from: number; readonly until: number };

/** Where among those beside it something is drawn: in which of how many lanes. */
export type Lane = { readonly lane: number; readonly lanes: number };

/**
 * Puts what overlaps beside each other, in the first lane that is free; all of a row of overlapping things are as wide as each
 * other. `sorted` is by the start. What is shorter than `leastMinutes` is drawn that long, and so it is here.
 */
export const layOutLanes = (sorted: readonly Extent[], leastMinutes: number): Lane[] => {
  const lanes: Lane[] = [];
  let row: number[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const lane of row) lanes.push({ lane, lanes: ends.length });
    row = [];
    ends = [];
  };
  for (const { from, until } of sorted) {
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(until, from + leastMinutes);
    row.push(lane);
  }
  close();
  return lanes;
};
