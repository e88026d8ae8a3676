import type { LocalDate } from "#domain/instant.ts";
import type { RecordId } from "#domain/ids.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import type { Waiting } from "#domain/kinds/waiting.ts";
import { daysBetween } from "#domain/meeting/waited.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Formats } from "#i18n/format.ts";
import { wordOf } from "#i18n/words.ts";

type Words = { readonly texts: Texts; readonly formats: Formats; readonly today: LocalDate };

/** How long somebody has waited, and until when a time helps. */
export const waitText = (
  { asked, latest }: Pick<Waiting, "asked" | "latest">,
  { texts, formats, today }: Words,
): string => {
  const { waited, latestBy, tooLate } = texts.waitingList;
  const since = asked === null ? "" : waited(daysBetween(asked, today));
  const until = latest === null ? "" : latestBy(formats.dayShort(latest, today));
  return [since, latest !== null && latest < today ? tooLate : until].filter(Boolean).join(" · ");
};

/** What somebody waits for: what kind, how long, where and when. `municipalityName` gives the name of a code. */
export const wishText = (
  waiting: Waiting,
  { texts, formats }: Words,
  { places }: Pick<Around, "places">,
  municipalityName: (code: string) => string,
): string => {
  const { guidance, channel, lengthInMinutes, when } = waiting;
  const where = [
    ...waiting.places.map((id) => places.get(id as RecordId)?.values.name ?? ""),
    ...waiting.municipalities.map(municipalityName),
  ].filter(Boolean);
  return [
    wordOf(texts.words.guidance, guidance),
    wordOf(texts.words.channel, channel),
    formats.length(lengthInMinutes),
    isRemote(channel) ? "" : where.join(", ") || texts.waitingList.anywhere,
    when.map((part) => wordOf(texts.words.weekPart, part)).join(", ") || texts.waitingList.anyTime,
  ]
    .filter(Boolean)
    .join(" · ");
};
