import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import { addMs, type Instant } from "#domain/instant.ts";
import { absenceKind, type Span } from "#domain/kinds/absence.ts";
import { toLocal, toLocalDate } from "#domain/local-time.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Formats } from "#i18n/format.ts";
import type { Edit } from "#store/write.ts";

/** When an absence is: its days when they are whole ones, else with the times. */
export const absenceText = (
  { start, end }: Span,
  now: Instant,
  formats: Formats,
  { common }: Texts,
): string => {
  const today = toLocalDate(now);
  const day = (at: Instant) => formats.dayShort(toLocalDate(at), today);
  if (toLocal(start).minute === 0 && toLocal(end).minute === 0) {
    const last = day(addMs(end, -1));
    return day(start) === last ? last : `${day(start)} – ${last}`;
  }
  if (day(start) === day(end)) return `${day(start)} ${common.at(formats.span(start, end))}`;
  const moment = (at: Instant) => `${day(at)} ${common.at(formats.time(at))}`;
  return `${moment(start)} – ${moment(end)}`;
};

/** A new absence as it is written. */
export const absenceEdit = (
  record: RecordId,
  home: ScopeId,
  adviser: MemberId,
  { start, end }: Span,
): Edit => ({
  verb: "new",
  record,
  kind: absenceKind.name,
  home,
  fields: { adviser, span: { start, end } },
});
