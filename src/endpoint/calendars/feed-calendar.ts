import type { Kysely } from "kysely";
import {
  type CalendarEvent,
  eventContent,
  type EventStatus,
  eventUid,
} from "#domain/calendar/event.ts";
import { eventStatusOf } from "#domain/calendar/event-status.ts";
import { toIcalendarFeed } from "#domain/calendar/icalendar.ts";
import { sequenceOfEdits } from "#domain/calendar/sequence.ts";
import { riseOf } from "#domain/era.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { hourMs, type Instant } from "#domain/instant.ts";
import type { Kind } from "#domain/kind.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { Appointment } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { standingOf } from "#domain/times/promise.ts";
import { scopesOfMember } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { loadEntities } from "../records/entities.ts";
import { type FeedRecord, loadFeedRecords } from "./feed-records.ts";
import { feedWords } from "./feed-words.ts";
import type { FoundFeed } from "./feeds.ts";

/** How often a feed asks to be read, in milliseconds; the programs decide for themselves (Google every few hours). */
const refreshMs = hourMs;

/**
 * The calendar of a feed, as of `now`: the same text as long as nothing in it has changed. Each time is the event that its
 * client was handed, under the same UID and the same SEQUENCE. Neutral, unless the feed says whom each is for.
 */
export const writeFeed = async (
  database: Kysely<Schema>,
  feed: FoundFeed,
  now: Instant,
): Promise<string> => {
  const records = await loadFeedRecords(database, feed.member, now);
  const nameOf = await loadNames(database, feed.member, records);
  const words = feedWords[feed.language];
  const events = records.map(({ id, values, ver, changedAt }): CalendarEvent => {
    const { slot, channel } = values;
    const content = eventContent(
      {
        start: slot.start,
        end: slot.end,
        status: statusOf(values),
        place: channel === "phone" ? words.phone : nameOf(placeKind, slot.place),
        adviser: slot.adviser === feed.member ? "" : nameOf(adviserKind, slot.adviser),
      },
      words,
    );
    const whom = feed.names ? values.title || nameOf(clientKind, values.client) : "";
    const summary = whom === "" ? content.summary : `${content.summary}: ${whom}`;
    const sequence = sequenceOfEdits(riseOf(ver));
    return { ...content, summary, uid: eventUid(id), sequence, at: changedAt };
  });
  return toIcalendarFeed(events, { name: words.calendar, refreshMs });
};

const statusOf = ({ status, slot, promise }: Appointment): EventStatus =>
  eventStatusOf(status, standingOf(slot, promise) === "held");

type Named = Kind<string, { readonly name: string }>;

/**
 * The names of the places, advisers and clients of some appointments; empty for what is not there, or not for the member:
 * an appointment may name any record there is.
 */
const loadNames = async (
  database: Kysely<Schema>,
  member: MemberId,
  records: readonly FeedRecord[],
) => {
  const ids = records.flatMap(({ values: { slot, client } }) =>
    [slot.place, slot.adviser, client].filter((id) => id !== null),
  ) as RecordId[];
  const entities = await loadEntities(database, ids);
  const scopes = await scopesOfMember(database, member);
  const homes = new Set(scopes.map(({ id }) => id));
  return ({ name: kind }: Pick<Named, "name">, id: string | null): string => {
    const entity = entities.get(id as RecordId);
    const isSeen = entity?.kind === kind && !entity.deleted && homes.has(entity.home);
    const name = isSeen ? entity.fields["name"] : "";
    return typeof name === "string" ? name : "";
  };
};
