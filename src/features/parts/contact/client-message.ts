import type { Instant } from "#domain/instant.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { CallReason } from "#domain/meeting/calls.ts";
import { clientMessages } from "#i18n/client-messages.ts";
import { clientLocale } from "#i18n/client-words.ts";
import { makeFormats } from "#i18n/format.ts";

/** A message about a time in its client's language: neutral, and signed by the adviser if the name is known. */
export const clientMessage = (
  about: CallReason | "offer",
  facts: {
    readonly language: string;
    readonly start: Instant;
    /** Later times that the same is said of. */
    readonly later?: readonly Instant[];
    readonly now: Instant;
    readonly adviser: string;
    readonly isCall: boolean;
  },
): string => {
  const locale = clientLocale(facts.language);
  const formats = makeFormats(locale);
  const when = (at: Instant) => ({
    day: formats.dayShort(toLocalDate(at), toLocalDate(facts.now)),
    time: formats.time(at),
  });
  return clientMessages[locale][about]({
    ...when(facts.start),
    later: (facts.later ?? []).map(when),
    adviser: facts.adviser,
    isCall: facts.isCall,
  });
};
