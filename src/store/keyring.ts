import type { DeviceFailureCode } from "#domain/failure.ts";
import { addMs, type Instant, toInstant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type Box, labelOf } from "./box.ts";
import type { KeyringRow } from "./database.ts";
import { passphraseKey, usualCost } from "./passphrase-key.ts";
import type { DerivationCost, Platform } from "./platform.ts";

/** How long to wait after the n-th wrong passphrase, in milliseconds: nothing for two slips, then doubling up to five minutes. */
const waitMsAfter = (failures: number): number =>
  failures < 3 ? 0 : Math.min(2 ** (failures - 3), 300) * 1_000;

/** Why a vault did not open. `waitMs` tells how long until the next try is let through. */
export type UnlockFailure =
  | {
      readonly code: Extract<
        DeviceFailureCode,
        "passphrase.wrong" | "vault.missing" | "vault.damaged"
      >;
    }
  | { readonly code: Extract<DeviceFailureCode, "passphrase.wait">; readonly waitMs: number };

/** The key everything is sealed with. It cannot be read out of the browser; it lives as long as the page. */
export type VaultKey = CryptoKey;

const wrapLabel = labelOf("keyring", "passphrase");

/** Makes a vault key and wraps it under a passphrase. Takes about half a second. */
export const makeKeyring = async (
  passphrase: string,
  platform: Platform,
  cost: DerivationCost = usualCost,
): Promise<{ readonly key: VaultKey; readonly row: KeyringRow }> => {
  const { chance, subtle } = platform;
  const secret = new Uint8Array(chance.bytes(32));
  const salt = chance.bytes(16);
  const wrapping = await passphraseKey(passphrase, salt, cost, platform);
  const iv = new Uint8Array(chance.bytes(12));
  const box: Box = { iv, sealed: await subtle.encrypt(wrapParameters(iv), wrapping, secret) };
  const key = await importVaultKey(secret, subtle);
  secret.fill(0);
  return {
    key,
    row: { way: "passphrase", salt, cost, box, failures: 0, notBefore: toInstant(0) },
  };
};

/**
 * Opens the vault with a passphrase. `next` is the keyring as it has to be stored afterwards, also when the passphrase
 * was wrong: it counts the wrong ones. The waiting stops a person at the phone; a copy of the disk is stopped by the
 * passphrase's length and the cost of trying one.
 */
export const unwrapKeyring = async (
  row: KeyringRow,
  passphrase: string,
  platform: Platform,
): Promise<{ readonly result: Result<VaultKey, UnlockFailure>; readonly next: KeyringRow }> => {
  const now = platform.clock.now();
  if (row.notBefore > now) {
    // A clock that was set back must not lock the owner out for longer: the wait then begins anew, and is stored.
    const notBefore = Math.min(row.notBefore, addMs(now, waitMsAfter(row.failures)));
    const result = fail({ code: "passphrase.wait", waitMs: notBefore - now } as const);
    return { result, next: { ...row, notBefore: toInstant(notBefore) } };
  }
  const wrapping = await passphraseKey(passphrase, row.salt, row.cost, platform);
  try {
    const secret = await platform.subtle.decrypt(
      wrapParameters(row.box.iv),
      wrapping,
      row.box.sealed,
    );
    const key = await importVaultKey(new Uint8Array(secret), platform.subtle);
    return { result: ok(key), next: { ...row, failures: 0, notBefore: toInstant(0) } };
  } catch {
    const failures = row.failures + 1;
    const notBefore: Instant = addMs(platform.clock.now(), waitMsAfter(failures));
    return {
      result: fail({ code: "passphrase.wrong" }),
      next: { ...row, failures, notBefore },
    };
  }
};

const wrapParameters = (iv: Uint8Array<ArrayBuffer>) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(wrapLabel),
});

const importVaultKey = (secret: Uint8Array<ArrayBuffer>, subtle: SubtleCrypto): Promise<VaultKey> =>
  subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
