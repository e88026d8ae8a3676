import { hash } from "node:crypto";

/** The SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8, base64url without padding, 43 characters. */
export const sha256 = (text: string | Uint8Array): string => hash("sha256", text, "base64url");
