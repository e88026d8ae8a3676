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
    readonly now: Instant;
    readonly adviser: string;
    readonly isCall: boolean;
  },
): string => {
  const locale = clientLocale(facts.language);
  const formats = makeFormats(locale);
  return clientMessages[locale][about]({
    day: formats.dayShort(toLocalDate(facts.start), toLocalDate(facts.now)),
    time: formats.time(facts.start),
    adviser: facts.adviser,
    isCall: facts.isCall,
  });
};
