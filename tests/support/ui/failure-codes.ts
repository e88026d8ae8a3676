import {
  calendarFailureCodes,
  deviceFailureCodes,
  type FailureCode,
  fieldFailureCodes,
  networkFailureCodes,
  refusalCodes,
  requestFailureCodes,
} from "#domain/failure.ts";

export const failureCodes: readonly FailureCode[] = [
  ...requestFailureCodes,
  ...refusalCodes,
  ...fieldFailureCodes,
  ...calendarFailureCodes,
  ...deviceFailureCodes,
  ...networkFailureCodes,
];
