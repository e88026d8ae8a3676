import type { Closing } from "#domain/kinds/conflict.ts";
import { wordOf } from "#i18n/words.ts";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import type { ValueWords } from "#features/parts/values/value-text.ts";

/** Who decided a conflict, when, and what; the first version kept only that somebody did. */
export const closingText = (closed: Closing | null, words: ValueWords): string => {
  const { texts, formats, around, now } = words;
  if (closed === null) return texts.conflicts.closed;
  const { by, at, chose } = closed;
  const who = adviserName(by, around, texts);
  const decided = texts.conflicts.closedBy(who, formats.moment(at, now));
  const known: Readonly<Record<string, string>> = texts.conflicts.chose;
  return Object.hasOwn(known, chose) ? `${decided} ${wordOf(known, chose)}` : decided;
};
