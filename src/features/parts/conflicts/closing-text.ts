import type { MemberId } from "#domain/ids.ts";
import type { Closing } from "#domain/kinds/conflict.ts";
import { wordOf } from "#i18n/words.ts";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import type { ValueWords } from "#features/parts/values/value-text.ts";

/** Who decided a conflict, when, and what, told to `me`; the first version kept only that somebody did. */
export const closingText = (closed: Closing | null, me: MemberId, words: ValueWords): string => {
  const { texts, formats, around, now } = words;
  if (closed === null) return texts.conflicts.closed;
  const { by, at, chose } = closed;
  const when = formats.moment(at, now);
  const decided =
    by === me
      ? texts.conflicts.closedByYou(when)
      : texts.conflicts.closedBy(adviserName(by, around, texts), when);
  const known: Readonly<Record<string, string>> = texts.conflicts.chose;
  return Object.hasOwn(known, chose) ? `${decided} ${wordOf(known, chose)}` : decided;
};
