import type { Instant } from "#domain/instant.ts";
import type { StartTexts } from "#i18n/fi/start.ts";
import type { Formats } from "#i18n/format.ts";
import { wordOf } from "#i18n/words.ts";
import type { SyncStatus } from "#sync/status.ts";
import type { Tone } from "#ui/tone.ts";

export type ExchangeFacts = {
  readonly status: SyncStatus;
  /** Saves that have not reached the endpoint. */
  readonly unsent: number;
  /** Those of them that only wait for another device, after the endpoint's data were restored. */
  readonly awaiting: number;
  /** Edits the endpoint refused, which wait for a person. */
  readonly refused: number;
  /** The last complete exchange, `null` before the first. */
  readonly last: Instant | null;
  readonly now: Instant;
};

/** How the exchange stands, as one sentence: count, reason, time. The tone only repeats it. */
export const exchangeSentence = (
  { status, unsent, awaiting, refused, last, now }: ExchangeFacts,
  texts: StartTexts["exchange"],
  formats: Formats,
): { readonly text: string; readonly tone: Tone } => {
  const time = last === null ? null : formats.moment(last, now);
  switch (status.kind) {
    case "exchanging":
      return { text: unsent > 0 ? texts.sending : texts.fetching, tone: "info" };
    case "settled":
      if (unsent > awaiting) return { text: texts.waitingFor(unsent), tone: "waiting" };
      if (unsent > 0) return { text: texts.awaiting(unsent), tone: "waiting" };
      if (refused > 0) return { text: texts.refusedBut(refused, time), tone: "broken" };
      return { text: time === null ? texts.nothingToSend : texts.allSent(time), tone: "certain" };
    case "waiting":
    case "stopped": {
      const reason = reasonWords(texts, status.reason);
      const tone = status.kind === "stopped" ? "broken" : "waiting";
      if (unsent > 0) return { text: texts.unsentBecause(unsent, reason), tone };
      return { text: texts.settledBecause(reason, time), tone };
    }
    default:
      return status satisfies never;
  }
};

const reasonWords = (texts: StartTexts["exchange"], code: string): string => {
  const words = wordOf(texts.reasons, code);
  return words === code ? texts.otherReason : words;
};
