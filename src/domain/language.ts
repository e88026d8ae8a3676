/**
 * Languages that a guidance time may be held in, by ISO 639-1 code, in the order a choice shows them. A record may hold
 * any other code of that standard as well.
 */
export const guidanceLanguages = ["fi", "sv", "en", "ru", "uk", "ar", "so", "et"] as const;
export type GuidanceLanguage = (typeof guidanceLanguages)[number];
