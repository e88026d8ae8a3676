/*
 * What an appointment's choices may be. Codes are only ever added: a screen shows one it does not know as it is written.
 */

/** How many meet, and as what: one client, a group, a client with others' staff, a round at a site, open hours without a booking. */
export const formCodes = ["individual", "group", "joint", "site-visit", "drop-in"] as const;
export type FormCode = (typeof formCodes)[number];

/** What a guidance time is for, where the area has not written down kinds of its own. */
export const guidanceCodes = [
  "education",
  "vocational",
  "employment",
  "joint-meeting",
  "other",
] as const;
export type GuidanceCode = (typeof guidanceCodes)[number];

/** How the two meet. */
export const channelCodes = ["visit", "phone", "stand", "email", "online"] as const;
export type ChannelCode = (typeof channelCodes)[number];

/** Whether the two are in different places, so that the time has none. Of a channel of another version nothing is taken away. */
export const isRemote = (channel: string): boolean =>
  channel === "phone" || channel === "email" || channel === "online";

/** What became of a time: it is to come, the client came, did not come, the meeting is over, or it was called off. */
export const statusCodes = ["booked", "arrived", "no-show", "done", "cancelled"] as const;
export type StatusCode = (typeof statusCodes)[number];

/** What somebody needs so that a meeting works. */
export const needCodes = [
  "plain-language",
  "interpreter",
  "reading-aid",
  "quiet-place",
  "accessible",
] as const;
export type NeedCode = (typeof needCodes)[number];

/** Who called a time off. */
export const cancellerCodes = ["client", "adviser", "partner", "other"] as const;
export type CancellerCode = (typeof cancellerCodes)[number];

/** Who does the next step: the client alone, the adviser, or a partner. */
export const doerCodes = ["client", "adviser", "partner"] as const;
export type DoerCode = (typeof doerCodes)[number];

/** The lengths, in minutes, that a form offers; any other up to {@link slotMaxMs} may be written. */
export const offeredLengthsInMinutes = [30, 45, 60, 90] as const;

/** Those of what is not for one client alone: a group, a visit and hours on duty take longer. */
export const longerLengthsInMinutes = [45, 60, 90, 120, 180] as const;
