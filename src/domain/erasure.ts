import { type Fields, ownMember } from "./json.ts";
import { appointmentKind } from "./kinds/appointment.ts";
import { attendanceKind } from "./kinds/attendance.ts";
import { conflictKind } from "./kinds/conflict.ts";
import { referralKind } from "./kinds/referral.ts";
import { waitingKind } from "./kinds/waiting.ts";
import type { Op } from "./op.ts";

/**
 * The field by which records of a kind are about another record, and are erased with it: the time and place of a guidance
 * time, a referral and both versions of a conflict say as much about a person as the person's own record does.
 */
const aboutFields: Readonly<Record<string, string>> = {
  [appointmentKind.name]: "client",
  [attendanceKind.name]: "client",
  [waitingKind.name]: "client",
  [referralKind.name]: "client",
  [conflictKind.name]: "record",
};

/** The kinds of records that can be about another. */
export const kindsAboutOthers: readonly string[] = Object.keys(aboutFields);

/** The record that another is about; `null` for none. */
export const recordAbout = (kind: string, fields: Fields): string | null => {
  const field = ownMember(aboutFields, kind);
  const about = field === undefined ? undefined : ownMember(fields, field);
  return typeof about === "string" ? about : null;
};

/** The records that an edit would be about: the one it changes, and one that it would make that one be about. */
export const recordsOfOp = (op: Op, kind: string | null): readonly string[] => {
  if (op.verb === "new") {
    const about = recordAbout(op.value.kind, op.value.fields);
    return about === null ? [op.record] : [op.record, about];
  }
  const isLink = op.verb === "set" && kind !== null && ownMember(aboutFields, kind) === op.field;
  return isLink && typeof op.value === "string" ? [op.record, op.value] : [op.record];
};
