import { expect, test } from "vitest";
import { addMs, dayMs, hourMs, minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { conflictGroups } from "#domain/series/conflict-groups.ts";
import { timesMax } from "#domain/series/repeat.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { makeTestPlatform, thursdayMorning } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";

/** A phone whose clock goes on whenever it is looked at, and wrong by some minutes. */
const enrolTicking = (endpoint: TestEndpoint, seed: number, wrongByMinutes: number) => {
  let looks = 0;
  const now = () => addMs(endpoint.clock.now(), wrongByMinutes * minuteMs + (looks += 1) * 11);
  return enrolPhone(endpoint, seed, { platform: makeTestPlatform(seed, { now }) });
};

const bookSeries = async (phone: Phone) => {
  const store = phone.store();
  const series = store.newRecordId();
  const times = Array.from({ length: timesMax }, (_, day) => {
    const start = addMs(thursdayMorning, (day + 1) * dayMs);
    const slot = { start, end: addMs(start, hourMs), place: null, adviser: phone.member };
    const fields = { client: null, slot, status: "booked", series, occurrence: start };
    return { record: store.newRecordId(), fields };
  });
  expectOk(
    await store.write(
      times.map(({ record, fields }) => ({
        verb: "new",
        record,
        kind: appointmentKind.name,
        home: phone.team(),
        fields,
      })),
    ),
  );
  return times.map(({ record }) => record);
};

/** Moves all times in one save, as a change of "this and all that follow" does. */
const moveAll = async (
  phone: Phone,
  records: Awaited<ReturnType<typeof bookSeries>>,
  by: number,
) => {
  const store = phone.store();
  const edits = records.flatMap((record) => {
    const { slot } = store.ledger.get(appointmentKind, record)?.values ?? {};
    const sight = store.ledger.sightOf(record);
    if (slot === undefined || sight === null) throw new Error("it is not on this phone");
    const moved = { ...slot, start: addMs(slot.start, by), end: addMs(slot.end, by) };
    return [
      { verb: "set" as const, sight, field: "slot", value: moved },
      { verb: "set" as const, sight, field: "movedFrom", value: slot.start },
    ];
  });
  expectOk(await store.write(edits));
};

test("two phones that move a whole series at once make a conflict for each time, and one group of all", async () => {
  await using endpoint = await makeEndpoint();
  const one = await enrolTicking(endpoint, 1, 0);
  const other = await enrolTicking(endpoint, 2, -25);
  const records = await bookSeries(one);
  await one.exchange();
  await other.exchange();
  await moveAll(one, records, hourMs);
  endpoint.clock.advance(10 * minuteMs);
  await moveAll(other, records, 2 * hourMs);
  // Each save is more than one request takes: their edits arrive at different times.
  await one.exchange();
  endpoint.clock.advance(3 * minuteMs);
  await other.exchange();
  await one.exchange();
  const conflicts = [...one.store().ledger.all(conflictKind).values()];
  expect(conflicts).toHaveLength(timesMax);
  const ofSeries = conflicts.map((conflict) => ({ ...conflict, series: records[0] ?? null }));
  expect(conflictGroups(ofSeries).map((group) => group.length)).toEqual([timesMax]);
});
