/**
 * Every expected failure of the program has a code from one of these lists. The endpoint turns a code into an HTTP
 * status, i18n into a sentence; a code without both does not compile.
 */

/** Why the endpoint refused a whole request. Nothing of the request was applied. */
export const requestFailureCodes = [
  "body.not_json",
  "body.too_large",
  "body.not_understood",
  "protocol.unknown",
  "protocol.too_old",
  "origin.foreign",
  "session.missing",
  "assertion.invalid",
  "device.unknown",
  "device.revoked",
  "code.unknown",
  "code.used",
  "code.expired",
  "code.other_member",
  "record.unknown",
  "feed.unknown",
  "feed.too_many",
  "requests.too_many",
  "route.unknown",
  "endpoint.defect",
] as const;
export type RequestFailureCode = (typeof requestFailureCodes)[number];

/** Why the endpoint refused one edit. The edit stays on the device, in the tray, with its content. */
export const refusalCodes = [
  "edit.record_unknown",
  "edit.record_exists",
  "edit.record_deleted",
  "edit.record_changed",
  "edit.erased",
  "edit.too_old",
  "edit.not_allowed",
  "edit.value_invalid",
  "edit.personal_code",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What is wrong with one field of a form. */
export const fieldFailureCodes = [
  "field.required",
  "field.too_long",
  "field.personal_code",
  "field.value_invalid",
  "phone.invalid",
  "client.gone",
  "date.invalid",
  "time.invalid",
  "slot.end_before_start",
  "slot.too_short",
  "slot.none_free",
  "hours.overlap",
  "passphrase.too_short",
] as const;
export type FieldFailureCode = (typeof fieldFailureCodes)[number];

/** Why the device could not do what it was asked to. */
export const deviceFailureCodes = [
  "passphrase.wrong",
  "passphrase.wait",
  "vault.missing",
  "vault.damaged",
  "storage.full",
  "storage.lost",
  "storage.newer",
  "storage.blocked",
  "record.gone",
  "backup.unknown",
  "backup.damaged",
  "backup.newer",
  "backup.passphrase_wrong",
  "backup.other_member",
] as const;
export type DeviceFailureCode = (typeof deviceFailureCodes)[number];

/** Why an exchange with the endpoint did not happen or did not finish. */
export const networkFailureCodes = [
  "network.offline",
  "network.silent",
  "network.cut",
  "network.not_katve",
] as const;
export type NetworkFailureCode = (typeof networkFailureCodes)[number];

/** Why another calendar was not taken in: by the endpoint, which reads addresses, or by the device, which reads files. */
export const calendarFailureCodes = [
  "calendar.address_invalid",
  "calendar.address_refused",
  "calendar.unreachable",
  "calendar.refused",
  "calendar.redirects",
  "calendar.too_large",
  "calendar.too_slow",
  "calendar.not_calendar",
  "calendar.too_complex",
  "calendar.unknown",
  "calendar.too_many",
] as const;
export type CalendarFailureCode = (typeof calendarFailureCodes)[number];

/** Any expected failure. */
export type FailureCode =
  | RequestFailureCode
  | RefusalCode
  | FieldFailureCode
  | DeviceFailureCode
  | CalendarFailureCode
  | NetworkFailureCode;

/** One field's failure: which field of the form, and what is wrong with it. */
export type FieldFailure = { readonly field: string; readonly code: FieldFailureCode };
