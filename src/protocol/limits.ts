/** Largest body of a request, in bytes, as sent and after unpacking: 1 MiB. */
export const bodyMaxBytes = 1_048_576;
/** Most edits in one request: what a week without a network gathers goes up in one. */
export const opsMaxCount = 1_000;
/** Most ids of edits a request may ask about. */
export const pendingMaxCount = 2_000;
/** Most restorations of the endpoint that one edit can have been lost in. */
export const restorationsMaxCount = 20;
/** Most scopes a request may name. */
export const cursorsMaxCount = 200;
/** Most records in one line of an answer. A device stores a line as a whole. */
export const chunkMaxRows = 200;
/** How many bytes of records one answer may hold before it ends with `more`: asked for by the device within these bounds. */
export const answerBytes = { least: 50_000, usual: 1_000_000, most: 4_000_000 } as const;
/** How long a silent exchange is waited for, in milliseconds, before the device gives it up (architecture.md §3). */
export const silenceMaxMs = 45_000;
/** How long an enrolment code is good for, in milliseconds: 15 minutes. */
export const codeLifetimeMs = 900_000;
/** How long a signed assertion is good for, in seconds. The device sets it by the endpoint's clock, not its own. */
export const assertionLifetimeSeconds = 120;
/** Most earlier values in one answer. */
export const earlierMaxCount = 50;
/** How many earlier values a device may pass over to get to older ones. */
export const earlierSkipMax = 10_000;
