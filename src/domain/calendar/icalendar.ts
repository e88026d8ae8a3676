import ICAL from "ical.js";
import { addMs, dayMs, hourMs, type Instant } from "../instant.ts";
import { fromLocal, toLocal, workTimeZone } from "../local-time.ts";
import type { CalendarEvent } from "./event.ts";
import { makeWorkZone } from "./work-zone.ts";

/** Who made a calendar (RFC 5545, section 3.7.3). */
const producer = "-//Katve//Katve//FI";

/** An alarm rings so long before the start. */
const alarmLeadMs = dayMs;

/**
 * The event alone, with its times in UTC: the shortest form that says all, for a QR code. Lines end in CRLF and are folded
 * at 75 octets (RFC 5545, section 3.1).
 */
export const toCompactIcalendar = (event: CalendarEvent): string => {
  const entry = makeEntry(event);
  entry.addPropertyWithValue("dtstart", inUtc(event.start));
  entry.addPropertyWithValue("dtend", inUtc(event.end));
  return written([entry]);
};

/**
 * The event as a file that is published (RFC 5546, section 3.2.1): private, its times on the wall clock of the work's time
 * zone with the zone's rules, and an alarm a day before unless the event is off or that moment is past.
 */
export const toIcalendarFile = (event: CalendarEvent): string => {
  const entry = makePrivateEntry(event);
  const isAhead = addMs(event.start, -alarmLeadMs) > event.at;
  if (event.status !== "cancelled" && isAhead) entry.addSubcomponent(makeAlarm(event.reminder));
  return written([makeWorkZone(), entry], [publishing]);
};

/**
 * Many events as one calendar that programs subscribe to, under a name (RFC 7986, section 5.1; the older name beside it):
 * private, on the wall clock of the work's time zone, without alarms, for whoever subscribes has their own. It asks to be
 * read again every `refreshMs` milliseconds (RFC 7986, section 5.7; Outlook reads `X-PUBLISHED-TTL`, [MS-OXCICAL] section 2.1.3.1.1.4).
 * What is off leaves the time free, for programs that do not look at the status (RFC 5545, section 3.8.2.7).
 */
export const toIcalendarFeed = (
  events: readonly CalendarEvent[],
  { name, refreshMs }: { readonly name: string; readonly refreshMs: number },
): string => {
  const refresh = ICAL.Duration.fromSeconds(refreshMs / 1_000).toString();
  const entries = events.map((event) => {
    const entry = makePrivateEntry(event);
    if (event.status === "cancelled") entry.addPropertyWithValue("transp", "TRANSPARENT");
    return entry;
  });
  return written(
    [makeWorkZone(), ...entries],
    [
      publishing,
      new ICAL.Property(["name", {}, "text", name]),
      new ICAL.Property(["x-wr-calname", {}, "text", name]),
      new ICAL.Property(["refresh-interval", {}, "duration", refresh]),
      new ICAL.Property(["x-published-ttl", {}, "unknown", refresh]),
    ],
  );
};

/** RFC 5546, section 1.4. */
const publishing = new ICAL.Property(["method", {}, "text", "PUBLISH"]);

const makePrivateEntry = (event: CalendarEvent): ICAL.Component => {
  const entry = makeEntry(event);
  addTime(entry, "dtstart", event.start);
  addTime(entry, "dtend", event.end);
  entry.addPropertyWithValue("class", "PRIVATE");
  return entry;
};

const makeEntry = (event: CalendarEvent): ICAL.Component => {
  const entry = new ICAL.Component("vevent");
  entry.addPropertyWithValue("uid", event.uid);
  entry.addPropertyWithValue("dtstamp", inUtc(event.at));
  entry.addPropertyWithValue("sequence", event.sequence);
  addText(entry, "summary", event.summary);
  if (event.location !== "") addText(entry, "location", event.location);
  if (event.description !== "") addText(entry, "description", event.description);
  entry.addPropertyWithValue("status", event.status.toUpperCase());
  return entry;
};

/**
 * A text holds no control characters but tabs and line ends (RFC 5545, section 3.3.11), and the library quotes a line feed
 * alone: readers that end a line at any other sign would take the rest of a name for a property of its own.
 */
const addText = (entry: ICAL.Component, name: string, text: string): void => {
  const plain = text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, " ");
  entry.addPropertyWithValue(name, plain);
};

const makeAlarm = (reminder: string): ICAL.Component => {
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("trigger", ICAL.Duration.fromSeconds(-alarmLeadMs / 1_000));
  alarm.addPropertyWithValue("description", reminder);
  return alarm;
};

/** A line has 75 octets at most; the library does not count the blank that a continuation begins with. */
const foldedOctets = 74;

const written = (
  components: readonly ICAL.Component[],
  properties: readonly ICAL.Property[] = [],
): string => {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", producer);
  for (const property of properties) calendar.addProperty(property);
  for (const component of components) calendar.addSubcomponent(component);
  ICAL.foldLength = foldedOctets;
  // Every line ends in CRLF, the last one too; the library writes it between lines only.
  return `${calendar.toString()}\r\n`;
};

const addTime = (entry: ICAL.Component, name: "dtstart" | "dtend", at: Instant): void => {
  const { date, minute } = toLocal(at);
  if (!isPlain(at)) {
    entry.addPropertyWithValue(name, inUtc(at));
    return;
  }
  const [year, month, day] = date.split("-").map(Number);
  const wall = { year, month, day, hour: Math.floor(minute / 60), minute: minute % 60, second: 0 };
  const property = new ICAL.Property(name);
  property.setParameter("tzid", workTimeZone);
  property.setValue(ICAL.Time.fromData({ ...wall, isDate: false }));
  entry.addProperty(property);
};

/**
 * Whether the wall clock tells this moment and no other. In autumn an hour comes twice, and readers do not agree which of
 * the two is meant: there a file says it in UTC.
 */
const isPlain = (at: Instant): boolean => {
  const shown = toLocal(at);
  const later = toLocal(addMs(at, hourMs));
  const comesAgain = later.date === shown.date && later.minute === shown.minute;
  return !comesAgain && fromLocal(shown.date, shown.minute) === at;
};

const inUtc = (at: Instant): ICAL.Time => ICAL.Time.fromJSDate(new Date(at), true);
