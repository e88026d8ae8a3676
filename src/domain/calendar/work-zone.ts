import ICAL from "ical.js";
import { workTimeZone } from "../local-time.ts";

/**
 * The rules of the work's time zone as a file carries them (RFC 5545, section 3.6.5): summer time from the last Sunday of
 * March to the last of October, at 01:00 UTC (Directive 2000/84/EC; in Finland so since 1996, IANA time zone database).
 */
export const makeWorkZone = (): ICAL.Component => {
  const zone = new ICAL.Component("vtimezone");
  zone.addPropertyWithValue("tzid", workTimeZone);
  zone.addSubcomponent(makeRule("daylight", "EEST", ["+02:00", "+03:00"], 3));
  zone.addSubcomponent(makeRule("standard", "EET", ["+03:00", "+02:00"], 10));
  return zone;
};

/** Both changes are on a last Sunday; on the wall clock that is left behind at three and at four. */
const makeRule = (
  name: "daylight" | "standard",
  zoneName: string,
  [from, to]: readonly [string, string],
  month: 3 | 10,
): ICAL.Component => {
  const rule = new ICAL.Component(name);
  const first = month === 3 ? "1996-03-31T03:00:00" : "1996-10-27T04:00:00";
  rule.addPropertyWithValue("tzname", zoneName);
  rule.addPropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString(from));
  rule.addPropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString(to));
  rule.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString(first));
  const yearly = ICAL.Recur.fromData({ freq: "YEARLY", bymonth: [month], byday: ["-1SU"] });
  rule.addPropertyWithValue("rrule", yearly);
  return rule;
};
