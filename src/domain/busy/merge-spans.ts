import type { Span } from "../kinds/absence.ts";

/**
 * Stretches of time as few as they can be said in: cut to a window, by their start, none touching another. What has no
 * length, or lies outside the window, is left out.
 */
export const mergeSpans = (spans: Iterable<Span>, window: Span): Span[] => {
  const cut = [...spans]
    .map(({ start, end }) => ({
      start: start < window.start ? window.start : start,
      end: end > window.end ? window.end : end,
    }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start);
  const merged: Span[] = [];
  for (const span of cut) {
    const last = merged.at(-1);
    if (last === undefined || last.end < span.start) merged.push(span);
    else if (last.end < span.end) merged[merged.length - 1] = { ...last, end: span.end };
  }
  return merged;
};
