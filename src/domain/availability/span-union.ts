import type { Instant } from "../instant.ts";
import type { Span } from "../times/day-plan.ts";

/** Stretches of time by their start, none of them touching another: where they lie is found by halving. */
export type SpanUnion = readonly Span[];

/** Puts stretches of time together, in whatever order and however they overlap. Those without length are left out. */
export const unionOf = (spans: Iterable<Span>): SpanUnion => {
  const sorted = [...spans]
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start);
  const union: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of sorted) {
    const last = union.at(-1);
    if (last === undefined || last.end < start) union.push({ start, end });
    else if (last.end < end) last.end = end;
  }
  return union;
};

/** Where the first stretch that ends after `at` stands; the number of stretches when there is none. */
export const firstEndingAfter = (union: SpanUnion, at: Instant): number => {
  let low = 0;
  let high = union.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((union[middle]?.end ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether a time has a moment in common with any of the stretches. */
export const isTouching = (union: SpanUnion, span: Span): boolean => {
  const next = union[firstEndingAfter(union, span.start)];
  return next !== undefined && next.start < span.end;
};

/** Whether a time lies wholly within one of the stretches. */
export const isWithin = (union: SpanUnion, span: Span): boolean => {
  const next = union[firstEndingAfter(union, span.start)];
  return next !== undefined && next.start <= span.start && span.end <= next.end;
};

/** The stretches that have a moment in common with a time. */
export const touchingOf = (union: SpanUnion, span: Span): SpanUnion => {
  const first = firstEndingAfter(union, span.start);
  let end = first;
  while ((union[end]?.start ?? span.end) < span.end) end += 1;
  return union.slice(first, end);
};

/** The parts of a time that none of the stretches covers, in their order. */
export const gapsIn = (whole: Span, union: SpanUnion): Span[] => {
  const gaps: Span[] = [];
  let { start } = whole;
  for (let index = firstEndingAfter(union, start); start < whole.end; index += 1) {
    const next = union[index];
    const until = next === undefined || next.start > whole.end ? whole.end : next.start;
    if (until > start) gaps.push({ start, end: until });
    start = next?.end ?? whole.end;
  }
  return gaps;
};
