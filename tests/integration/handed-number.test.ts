import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { nextSequence, sequenceOfEdits } from "#domain/calendar/sequence.ts";
import { addMs, hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import { writeFeed } from "#endpoint/calendars/feed-calendar.ts";
import { eventsIn } from "../support/endpoint/feeds.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";
import { settle } from "./support/restored.ts";

const start = toInstant(Date.parse("2026-11-26T08:00:00Z"));

const addAppointment = async (phone: Phone): Promise<RecordId> => {
  const record = phone.store().newRecordId();
  const fields = {
    client: null,
    guidance: "education",
    channel: "visit",
    slot: { start, end: addMs(start, 45 * minuteMs), place: null, adviser: phone.member },
    language: "fi",
    status: "booked",
    note: "",
  };
  const { name: kind } = appointmentKind;
  expectOk(await phone.store().write([{ verb: "new", record, kind, home: phone.team(), fields }]));
  return record;
};

/** What happens on a phone: an edit, or an exchange in some weather. */
type What =
  | { readonly language: string }
  | { readonly status: string }
  | { readonly hours: number }
  | { readonly afterLines: number }
  | "clear"
  | "answers lost";

const steps = fc.array(
  fc.record({
    who: fc.nat(1),
    what: fc.oneof<fc.Arbitrary<What>[]>(
      fc.record({ language: fc.constantFrom("fi", "sv") }),
      fc.record({ status: fc.constantFrom("booked", "cancelled") }),
      fc.record({ hours: fc.nat(2) }),
      fc.constantFrom("clear" as const, "answers lost" as const),
      fc.record({ afterLines: fc.integer({ min: 1, max: 6 }) }),
    ),
  }),
  { minLength: 5, maxLength: 25 },
);

const run = async (phone: Phone, record: RecordId, what: What) => {
  if (typeof what === "string" || "afterLines" in what) {
    phone.network.weather =
      typeof what === "string"
        ? { kind: what }
        : { kind: "answers cut", afterLines: what.afterLines };
    await phone.tryExchange();
  } else if ("hours" in what) {
    const at = addMs(start, what.hours * hourMs);
    const slot = { start: at, end: addMs(at, 45 * minuteMs), place: null, adviser: phone.member };
    await phone.setField(record, "slot", slot);
  } else {
    for (const [field, value] of Object.entries(what)) await phone.setField(record, field, value);
  }
};

/** The number of the one time in the calendar feed of the member who gives it now. */
const fedNumber = async (
  { database, clock }: TestEndpoint,
  phones: readonly Phone[],
): Promise<number | undefined> => {
  const events = await Promise.all(
    phones.map(async ({ member }) => {
      const feed = { id: "feed", member, language: "fi", names: false } as const;
      return eventsIn(await writeFeed(database, feed, clock.now()));
    }),
  );
  return events.flat()[0]?.sequence;
};

test("the number of a handed-over event falls on no phone, whatever the network does, and ends the same on all and in the feed", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      await using endpoint = await makeEndpoint();
      const phones = [await enrolPhone(endpoint, 1), await enrolPhone(endpoint, 2)] as const;
      const record = await addAppointment(phones[0]);
      expect(phones[0].store().ledger.editsOf(record)).toBe(1);
      await settle(...phones);
      const numbers = () => phones.map((phone) => phone.store().ledger.editsOf(record));
      let last = numbers();
      for (const { who, what } of list) {
        endpoint.clock.advance(1_000);
        await run(phones[who === 0 ? 0 : 1], record, what);
        const next = numbers();
        for (const [index, number] of next.entries()) {
          expect(number).toBeGreaterThanOrEqual(last[index] ?? 0);
        }
        if (typeof what === "object" && !("afterLines" in what)) {
          expect(next[who]).toBe((last[who] ?? 0) + 1);
        }
        last = next;
      }
      for (const phone of phones) phone.network.weather = { kind: "clear" };
      await settle(...phones);
      const [one = 0, other] = numbers();
      expect(one).toBe(other);
      expect(await fedNumber(endpoint, phones)).toBe(sequenceOfEdits(one));
      expect(one).toBeGreaterThanOrEqual(Math.max(...last));
    }),
    { numRuns: 25 },
  );
});

test("a time that a colleague moved has a higher number in the feed than what a phone had handed over, in whatever words", async () => {
  await using endpoint = await makeEndpoint();
  const phones = [await enrolPhone(endpoint, 1), await enrolPhone(endpoint, 2)] as const;
  const record = await addAppointment(phones[0]);
  await settle(...phones);
  const edits = () => phones[0].store().ledger.editsOf(record);
  let handed = { sequence: nextSequence(edits(), "suomeksi", null), said: "suomeksi" };
  expect(await fedNumber(endpoint, phones)).toBe(handed.sequence);
  for (const said of ["på svenska", "in English", "suomeksi"]) {
    handed = { sequence: nextSequence(edits(), said, handed), said };
  }
  await run(phones[1], record, { hours: 1 });
  await settle(...phones);
  const fed = await fedNumber(endpoint, phones);
  expect(fed).toBeGreaterThan(handed.sequence);
  expect(nextSequence(edits(), "siirretty", handed)).toBe(fed);
});
