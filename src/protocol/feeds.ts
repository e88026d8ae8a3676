import * as v from "valibot";
import { type Instant, isInstant } from "#domain/instant.ts";
import { hasPersonalCode } from "#domain/personal-code.ts";

/** Languages that a feed can be in. */
export const feedLanguages = ["fi", "sv", "en"] as const;
export type FeedLanguage = (typeof feedLanguages)[number];

/** Most feeds of one member: a calendar program at work, one at home, a phone, and two to spare. */
export const feedsMaxCount = 5;
/** Longest name of a feed, in UTF-16 units. */
export const feedLabelMaxLength = 60;

/**
 * The body of `POST /feeds`: the calendars that the member's own calendar programs subscribe to.
 *
 *   p      version of the exchange          do     list, make, renew or revoke
 *   label  what the member calls it         lang   the language of what it says
 *   names  whether it says whom a time is   id     which one is renewed or revoked
 *          for
 *
 * Renewing gives a feed another address; the one before is unknown from then on.
 */
export type FeedsRequest =
  | { readonly p: number; readonly do: "list" }
  | {
      readonly p: number;
      readonly do: "make";
      readonly label: string;
      readonly lang: FeedLanguage;
      readonly names: boolean;
    }
  | { readonly p: number; readonly do: "renew" | "revoke"; readonly id: string };

const id = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

export const feedsRequestSchema: v.GenericSchema<unknown, FeedsRequest> = v.variant("do", [
  v.strictObject({ p: v.number(), do: v.literal("list") }),
  v.strictObject({
    p: v.number(),
    do: v.literal("make"),
    label: v.pipe(
      v.string(),
      v.maxLength(feedLabelMaxLength),
      v.check((label) => !hasPersonalCode(label), "no personal identity code is kept"),
    ),
    lang: v.picklist(feedLanguages),
    names: v.boolean(),
  }),
  v.strictObject({ p: v.number(), do: v.picklist(["renew", "revoke"]), id }),
]);

/** One feed: `made` when its present address was made, `read` when a calendar program last asked for it, `null` for never. */
export type WireFeed = {
  readonly id: string;
  readonly label: string;
  readonly names: boolean;
  readonly made: Instant;
  readonly read: Instant | null;
};

/**
 * The answer: the member's feeds, the oldest first. `path` is there after making and renewing one: its secret address
 * on the endpoint's origin, which is told this once and kept nowhere.
 */
export type FeedsAnswer = { readonly feeds: readonly WireFeed[]; readonly path?: string };

const instant = v.custom<Instant>(isInstant);

export const feedsAnswerSchema: v.GenericSchema<unknown, FeedsAnswer> = v.object({
  feeds: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      names: v.boolean(),
      made: instant,
      read: v.nullable(instant),
    }),
  ),
  path: v.exactOptional(v.pipe(v.string(), v.regex(/^\/feed\/[\w-]+\.ics$/))),
});
