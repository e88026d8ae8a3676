import { describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { toInstant } from "#domain/instant.ts";
import { makeFormats } from "#i18n/format.ts";
import { parseLocaleCode } from "#i18n/language.ts";
import { wordOf } from "#i18n/words.ts";

const thursday = "2026-11-26" as LocalDate;
const at = (iso: string) => toInstant(Date.parse(iso));
const [fi, sv, en] = [makeFormats("fi"), makeFormats("sv"), makeFormats("en")];

describe("days and times", () => {
  it("are written as each language writes them", () => {
    expect([fi, sv, en].map((formats) => formats.dayShort(thursday, thursday))).toEqual([
      "to 26.11.",
      "tors 26.11",
      "Thu 26 Nov",
    ]);
    expect([fi, sv, en].map((formats) => formats.dayLong(thursday, thursday))).toEqual([
      "torstai 26.11.",
      "torsdag 26.11",
      "Thursday 26 Nov",
    ]);
    expect([fi, sv, en].map((formats) => formats.daySpoken(thursday, thursday))).toEqual([
      "torstai 26. marraskuuta",
      "torsdag 26 november",
      "Thursday 26 November",
    ]);
    expect([fi, sv, en].map((formats) => formats.minute(13 * 60))).toEqual([
      "13.00",
      "13.00",
      "13:00",
    ]);
    expect([fi, sv, en].map((formats) => formats.minute(9 * 60 + 5))).toEqual([
      "9.05",
      "9.05",
      "09:05",
    ]);
  });

  it("tell the year when it is another", () => {
    const next = "2027-01-04" as LocalDate;
    expect([fi, sv, en].map((formats) => formats.dayLong(next, thursday))).toEqual([
      "maanantai 4.1.2027",
      "måndag 4.1.2027",
      "Monday 4 Jan 2027",
    ]);
    expect([fi, sv, en].map((formats) => formats.dayShort(next, thursday))).toEqual([
      "ma 4.1.2027",
      "mån 4.1.2027",
      "Mon 4 Jan 2027",
    ]);
    expect(fi.daySpoken(next, thursday)).toBe("maanantai 4. tammikuuta 2027");
  });

  it("are those of a clock in Finland, over the turn of summer time too", () => {
    expect(fi.time(at("2026-11-26T11:00:00Z"))).toBe("13.00");
    expect(fi.time(at("2026-07-01T10:00:00Z"))).toBe("13.00");
    expect(fi.span(at("2026-11-26T11:00:00Z"), at("2026-11-26T11:45:00Z"))).toBe("13.00–13.45");
  });

  it("are the title of a day, long and short", () => {
    const wednesday = "2026-12-02" as LocalDate;
    const long = [fi, sv, en].map((formats) => formats.dayHeading(wednesday, thursday));
    expect(long).toEqual(["Keskiviikko 2.12.", "Onsdag 2.12", "Wednesday 2 Dec"]);
    const short = [fi, sv, en].map((formats) => formats.dayHeadingShort(wednesday, thursday));
    expect(short).toEqual(["Ke 2.12.", "Ons 2.12", "Wed 2 Dec"]);
  });

  it("near today are said in words", () => {
    expect(fi.dayRelative(thursday, thursday)).toBe("tänään");
    expect(sv.dayHeading("2026-11-27" as LocalDate, thursday)).toBe("I morgon");
    expect(sv.dayHeadingShort("2026-11-27" as LocalDate, thursday)).toBe("I morgon");
    expect(en.dayRelative("2026-11-25" as LocalDate, thursday)).toBe("yesterday");
    const now = at("2026-11-26T12:00:00Z");
    expect(fi.moment(at("2026-11-26T08:42:00Z"), now)).toBe("10.42");
    expect(fi.moment(at("2026-11-25T08:42:00Z"), now)).toBe("eilen 10.42");
    expect(fi.moment(at("2026-11-20T08:42:00Z"), now)).toBe("perjantai 20.11. 10.42");
  });

  it("have lengths and countdowns", () => {
    expect([45, 60, 90, 120, 150].map((minutes) => fi.length(minutes))).toEqual([
      "45 min",
      "60 min",
      "90 min",
      "2 h",
      "2 h 30 min",
    ]);
    expect([1, 12_000, 60_000, 62_000].map((left) => fi.countdown(left))).toEqual([
      "1 s",
      "12 s",
      "1 min",
      "1 min 2 s",
    ]);
  });
});

describe("languages and codes", () => {
  it("are read from tags of the browser", () => {
    expect(["sv-FI", "FI", "en-GB", "se", null].map(parseLocaleCode)).toEqual([
      "sv",
      "fi",
      "en",
      null,
      null,
    ]);
  });

  it("that are unknown are shown as they are", () => {
    expect(wordOf({ fi: "suomi" }, "se")).toBe("se");
    expect(wordOf({ fi: "suomi" }, "constructor")).toBe("constructor");
  });
});
