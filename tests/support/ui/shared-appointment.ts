import type { MemberId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import type { TestDevice } from "../device.ts";
import { bring, enrolAdviser } from "./device.ts";
import { adviserState, appointmentRecord, clientRecord } from "./network-records.ts";

/** An adviser of the same team, and a client of both. */
export const colleague = "colleague-colleague-12" as MemberId;
export const aino: RecordState = clientRecord("Aino K.", "+358401234567");

/** An adviser's phone with an appointment at ten that a colleague may have written in too. */
export const openSharedAppointment = async (
  note: string,
): Promise<{ readonly device: TestDevice; readonly appointment: RecordState }> => {
  const device = await enrolAdviser();
  const appointment = appointmentRecord(device.member, aino, "2026-11-26", 10 * 60, {
    fields: { note },
  });
  await bring(device, aino, appointment, adviserState(colleague, "Pekka Esimerkki"));
  return { device, appointment };
};
