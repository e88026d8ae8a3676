import { renderUnicodeCompact } from "uqr";

/**
 * The link that a code travels in. The code is in the fragment, which a browser keeps to itself: no server and no log on
 * the way sees it.
 */
export const enrolmentLink = (origin: string, code: string): string => `${origin}/enrol#${code}`;

/** A link as a QR code of block characters, for a terminal with a dark background or a light one. */
export const linkAsQrCode = (link: string): string => renderUnicodeCompact(link, { border: 2 });
