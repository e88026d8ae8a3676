/** A link that calls a number of E.164 (RFC 3966). */
export const telHref = (number: string): string => `tel:${number}`;

/**
 * A link that opens a message to a number with its text filled in (RFC 5724, section 2.2: `?body=`). iPhones read the text
 * behind `&body=` instead; `?&body=` is both, for an empty first field says nothing.
 */
export const smsHref = (number: string, body: string): string =>
  `sms:${number}?&body=${encodeURIComponent(body)}`;
