import * as v from "valibot";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import {
  feedLabelMaxLength,
  type FeedLanguage,
  feedsAnswerSchema,
  type FeedsRequest,
} from "#protocol/feeds.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { TransportFailure } from "./transport.ts";
import { type SessionParts, withSession } from "./with-session.ts";

/** Longest name of a feed, in UTF-16 units. */
export const calendarFeedLabelMaxLength: number = feedLabelMaxLength;

/** A calendar that the member's own calendar program subscribes to: `made` and `read` are when its address was. */
export type CalendarFeed = {
  readonly id: string;
  readonly label: string;
  readonly names: boolean;
  readonly made: Instant;
  readonly read: Instant | null;
};

/** The member's feeds, and after making or renewing one its address, which is told this once. */
export type CalendarFeedsAnswer = {
  readonly feeds: readonly CalendarFeed[];
  readonly address: string | null;
};

type Answer = Promise<Result<CalendarFeedsAnswer, TransportFailure>>;

/**
 * The member's calendar feeds, which the endpoint alone keeps. Each call fails as the transport does; `make` also with
 * `feed.too_many`, `renew` with `feed.unknown`.
 */
export type CalendarFeeds = {
  list(): Answer;
  make(feed: {
    readonly label: string;
    readonly language: FeedLanguage;
    readonly names: boolean;
  }): Answer;
  /** Gives a feed another address in place of the one it has. */
  renew(id: string): Answer;
  revoke(id: string): Answer;
};

/** Asks the endpoint. Addresses are on `origin`. */
export const makeCalendarFeeds = (
  parts: SessionParts & { readonly origin: string },
): CalendarFeeds => {
  const ask = async (request: FeedsRequest): Answer => {
    const answer = await withSession<string, TransportFailure>(parts, () =>
      parts.transport.post("/feeds", request),
    );
    if (!answer.ok) return answer;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), feedsAnswerSchema), answer.value);
    if (!parsed.success) return fail({ code: "network.not_katve" });
    const { feeds, path } = parsed.output;
    return ok({ feeds, address: path === undefined ? null : `${parts.origin}${path}` });
  };
  const p = PROTOCOL_VERSION;
  return {
    list: () => ask({ p, do: "list" }),
    make: ({ label, language, names }) => ask({ p, do: "make", label, lang: language, names }),
    renew: (id) => ask({ p, do: "renew", id }),
    revoke: (id) => ask({ p, do: "revoke", id }),
  };
};
