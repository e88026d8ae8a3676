import { addMs, type Instant, minuteMs } from "#domain/instant.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import type { Op } from "#domain/op.ts";
import { standingOf } from "#domain/times/promise.ts";
import { type Readable, readRecord } from "#domain/record.ts";
import { wireToRecord } from "#protocol/sync-answer.ts";
import { thursdayMorning } from "../platform.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "./device.ts";
import type { TestDialect } from "./dialects.ts";
import { makeEndpoint } from "./make-endpoint.ts";

/** A moment by the minutes after nine o'clock. */
export const at = (minutes: number): Instant => addMs(thursdayMorning, minutes * minuteMs);

/** Two phones of one team, and edits of times in minutes from nine o'clock. */
export const twoPhones = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect });
  const one = await enrolledDevice(endpoint, { name: "Yksi Ensimmäinen" });
  const other = await enrolledDevice(endpoint, { name: "Kaksi Toinen" });
  const edits = makeEdits(endpoint);
  const slot = (from: number, to: number, adviser: MemberId, allotment?: RecordId) => ({
    start: at(from),
    end: at(to),
    place: null,
    adviser,
    ...(allotment === undefined ? {} : { allotment }),
  });
  return {
    endpoint,
    one,
    other,
    edits,
    slot,
    book: (from: number, to: number, adviser = one.member, allotment?: RecordId) =>
      edits.create("appointment", {
        slot: slot(from, to, adviser, allotment),
        status: "booked",
        note: "",
      }),
    hold: (from: number, to: number, holder: TestDevice, status = "open") =>
      edits.create("allotment", {
        label: "Asema",
        holder: holder.id,
        slot: slot(from, to, one.member),
        lengthInMinutes: 30,
        status,
      }),
    [Symbol.asyncDispose]: () => endpoint.close(),
  };
};

/** How a record's time stands and with which others it clashes, as a device that syncs from nothing reads it. */
export const shown = async (device: TestDevice, ...ops: readonly Op[]) => {
  const { records } = await device.sync();
  return ops.map((op) => {
    const record = records.get(op.record);
    if (record === undefined) return "gone";
    const { values } = readAny(record);
    const { slot, promise } = values;
    return [standingOf(slot, promise), ...(promise?.with ?? [])];
  });
};

type Wire = Parameters<typeof wireToRecord>[0];
/** Reads a record of either kind that claims time. */
export const readAny = (wire: Wire): Readable<typeof appointmentKind | typeof allotmentKind> =>
  wire.t === "allotment"
    ? readRecord(allotmentKind, wireToRecord(wire))
    : readRecord(appointmentKind, wireToRecord(wire));
