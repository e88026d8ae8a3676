import { describe, expect, test } from "vitest";
import { eventContent, eventUid } from "#domain/calendar/event.ts";
import type { RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { clientLocale, clientWords } from "#i18n/client-words.ts";

const facts = {
  start: toInstant(1_000),
  end: toInstant(2_000),
  status: "confirmed",
  place: "Kajaanin toimisto",
  adviser: "Aino Esimerkki",
} as const;

describe("what an event says", () => {
  test("is the time, the place and the adviser, in the client's words", () => {
    expect(eventContent(facts, clientWords.sv)).toEqual({
      start: facts.start,
      end: facts.end,
      status: "confirmed",
      summary: "Avtalat möte",
      location: "Kajaanin toimisto",
      description: "Du träffar: Aino Esimerkki",
      reminder: "Det avtalade mötet är i morgon",
    });
  });

  test("says by words too that a time is off or may change, for many calendars show no status", () => {
    const summary = (status: "tentative" | "cancelled") =>
      eventContent({ ...facts, status }, clientWords.fi).summary;
    expect(summary("cancelled")).toMatch(/^Peruttu/);
    expect(summary("tentative")).toMatch(/^Alustava/);
  });

  test("names no adviser where there is none", () => {
    expect(eventContent({ ...facts, adviser: "" }, clientWords.fi).description).toBe("");
  });

  test("has one name for good", () => {
    const id = "AAAAAAAAAAAAAAAAAAAAAA" as RecordId;
    expect(eventUid(id)).toBe("AAAAAAAAAAAAAAAAAAAAAA@appointment.katve");
  });

  test("is in English for who reads none of the three languages", () => {
    expect(["fi", "sv", "en", "so"].map(clientLocale)).toEqual(["fi", "sv", "en", "en"]);
  });
});
