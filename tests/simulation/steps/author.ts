import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { readRecord } from "#domain/record.ts";
import type { Authorship } from "../world/catalog.ts";
import type { Phone } from "../world/phone.ts";
import { recordsOn } from "../world/screen.ts";

/** Who writes a record of this kind, as the edit of this number. */
export const authorOf = (phone: Phone, kind: string, nth: number): Authorship => {
  const { member, device } = phone.prepared;
  return { nth, member, device, own: kind === appointmentKind.name ? ownAllotment(phone) : null };
};

/** The first allotment on the screen that this device may give times out of. */
const ownAllotment = (phone: Phone): { readonly id: RecordId; readonly start: Instant } | null => {
  const { member, device } = phone.prepared;
  for (const record of recordsOn(phone.store)) {
    if (record.kind !== allotmentKind.name) continue;
    const { holder, slot } = readRecord(allotmentKind, record).values;
    if (holder === device && slot.adviser === member) return { id: record.id, start: slot.start };
  }
  return null;
};
