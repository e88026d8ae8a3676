import type { MemberId } from "#domain/ids.ts";
import type { Conflict } from "#domain/kinds/conflict.ts";
import type { Instant } from "#domain/instant.ts";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import type { ValueWords } from "#features/parts/values/value-text.ts";

/** Who wrote one of two values, and when; whoever looks at it is not told their own name, but that it was them. */
export const authorText = (by: string, at: Instant, me: MemberId, words: ValueWords): string => {
  const { texts, formats, around, now } = words;
  const who = by === me ? texts.conflicts.you : adviserName(by, around, texts);
  return texts.conflicts.wrote(who, formats.moment(at, now));
};

/** The row of a conflict: who wrote the value that lost, and when. */
export const loserText = (
  { lostBy, lostAt }: Pick<Conflict, "lostBy" | "lostAt">,
  me: MemberId,
  { texts, formats, around, now }: ValueWords,
): string => {
  const when = formats.moment(lostAt, now);
  return lostBy === me
    ? texts.conflicts.youWroteOtherwise(when)
    : texts.conflicts.wroteOtherwise(adviserName(lostBy, around, texts), when);
};
