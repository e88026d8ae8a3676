import type { DerivationCost, Platform } from "./platform.ts";

/**
 * What a new passphrase costs to try: Argon2id with 64 MiB, three passes, one lane.
 * Source: RFC 9106 §4, second recommended option, with one lane because a page has one worker.
 */
export const usualCost: DerivationCost = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/**
 * The key a passphrase stands for under this salt, for AES-GCM with 256 bits. Space at the ends does not count. Takes
 * about half a second at the usual cost.
 */
export const passphraseKey = async (
  passphrase: string,
  salt: Uint8Array,
  cost: DerivationCost,
  { deriveKey, subtle }: Pick<Platform, "deriveKey" | "subtle">,
): Promise<CryptoKey> => {
  // One person's keyboard may write ä as one sign, another's as two.
  const bytes = await deriveKey(passphrase.normalize("NFC").trim(), salt, cost);
  return subtle.importKey("raw", new Uint8Array(bytes), "AES-GCM", false, ["encrypt", "decrypt"]);
};
