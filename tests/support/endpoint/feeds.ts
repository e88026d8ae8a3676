import ICAL from "ical.js";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, dayMs, hourMs, type Instant } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type FeedsAnswer, feedsAnswerSchema, type FeedsRequest } from "#protocol/feeds.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import * as v from "valibot";
import type { TestDevice } from "./device.ts";
import type { TestDialect } from "./dialects.ts";
import { twoAdvisers } from "./two-advisers.ts";

type Asked = FeedsRequest extends infer One
  ? One extends FeedsRequest
    ? Omit<One, "p">
    : never
  : never;

/** A feed to be made, unless `over` says otherwise. */
export const neutralFeed = { do: "make", label: "Työ", lang: "fi", names: false } as const;

/** Asks about feeds as a device does. */
export const askFeeds = (device: TestDevice, request: Asked): Promise<Response> =>
  device.post("/feeds", { p: PROTOCOL_VERSION, ...request });

/** The same, and reads the answer; throws when it was refused. */
export const readFeeds = async (device: TestDevice, request: Asked): Promise<FeedsAnswer> => {
  const response = await askFeeds(device, request);
  if (!response.ok) throw new Error(await response.text());
  return v.parse(feedsAnswerSchema, await response.json());
};

/** Makes a feed and returns its address. */
export const makeFeed = async (
  device: TestDevice,
  over: Partial<Extract<Asked, { do: "make" }>> = {},
): Promise<string> => {
  const { path } = await readFeeds(device, { ...neutralFeed, ...over });
  if (path === undefined) throw new Error("no address was told");
  return path;
};

/** An event as a calendar program finds it in a feed. */
export type FedEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly start: number;
};

/** The events of a feed. */
export const eventsIn = (text: string): FedEvent[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((entry) => {
    const textOf = (name: string) => entry.getFirstPropertyValue(name) as string | null;
    return {
      uid: textOf("uid") ?? "",
      sequence: Number(entry.getFirstPropertyValue("sequence")),
      status: textOf("status") ?? "",
      summary: textOf("summary") ?? "",
      location: textOf("location"),
      description: textOf("description"),
      start: (entry.getFirstPropertyValue("dtstart") as ICAL.Time).toUnixTime() * 1_000,
    };
  });

/** What an appointment is made with: tomorrow at this hour for an hour, unless `over` says otherwise. */
export const appointmentAt = (
  now: Instant,
  adviser: string | null,
  client: RecordId | null,
  over: { readonly slot?: Partial<Slot> } & Fields = {},
): Fields => {
  const start = addMs(now, dayMs);
  const { slot, ...others } = over;
  return {
    client,
    guidance: "education",
    channel: "visit",
    slot: {
      start,
      end: addMs(start, hourMs),
      place: null,
      adviser: adviser as MemberId | null,
      ...slot,
    },
    language: "fi",
    status: "booked",
    note: "",
    ...others,
  };
};

/** Two advisers, a booked time of the first, and a feed of the first. */
export const withFeed = async (dialect: TestDialect) => {
  const team = await twoAdvisers(dialect);
  const { one, edits, endpoint, client } = team;
  const now = endpoint.clock.now();
  const booking = edits.create("appointment", appointmentAt(now, one.member, client));
  await one.push(booking);
  const path = await makeFeed(one);
  const get = (at = path, headers: Record<string, string> = {}) =>
    endpoint.app.request(at, { headers });
  const read = async (at = path) => eventsIn(await (await get(at)).text());
  return { ...team, path, get, read, booking: booking.record, now };
};
