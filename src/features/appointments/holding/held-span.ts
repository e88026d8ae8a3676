import type { Instant } from "#domain/instant.ts";
import type { Allotment } from "#domain/kinds/allotment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Formats } from "#i18n/format.ts";

/** The day and the hours of held times: `to 26.11. klo 12.00–14.00`. */
export const heldSpan = (
  { slot: { start, end } }: Allotment,
  now: Instant,
  formats: Formats,
  texts: Texts,
): string => {
  const day = formats.dayShort(toLocalDate(start), toLocalDate(now));
  return `${day} ${texts.common.at(formats.span(start, end))}`;
};
