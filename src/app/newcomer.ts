import type { FailureCode } from "#domain/failure.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Door } from "#store/door.ts";
import { type DeviceKeys, makeDeviceKeys, signWith } from "#store/identity.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import type { Transport } from "#sync/transport.ts";
import { deviceLabel } from "./device-label.ts";

/** What a person gives to enrol a device. */
export type Enrolling = {
  readonly code: string;
  readonly name: string;
  readonly passphrase: string;
};

/**
 * Enrols this device: makes its keys, lets the endpoint know them, and builds the vault. The keys are kept until it has
 * worked, so that trying again after a lost answer is the same enrolment and not a second one.
 */
export const makeEnrol = (
  door: Door,
  transport: Transport,
  platform: Platform,
): ((enrolling: Enrolling) => Promise<Result<Store, { readonly code: FailureCode }>>) => {
  let keys: DeviceKeys | null = null;
  return async ({ code, name, passphrase }) => {
    keys ??= await makeDeviceKeys(platform);
    const { device, publicKey, privateKey } = keys;
    const signer = {
      device,
      sign: (text: string) => signWith(privateKey, text, platform.subtle),
    };
    const label = deviceLabel(navigator.userAgent);
    const enrolled = await enrolDevice(
      transport,
      { code, name, label, key: publicKey, signer },
      platform,
    );
    if (!enrolled.ok) return enrolled;
    const { member, name: known } = enrolled.value;
    const opened = await door.enrol(keys, { member, name: known }, passphrase);
    return opened.ok ? ok(opened.value) : opened;
  };
};
