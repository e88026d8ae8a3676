import { type DeviceId, makeDeviceId, type MemberId } from "#domain/ids.ts";
import { bytesToBase64Url } from "#domain/ids.ts";
import { labelOf, type Sealer } from "./box.ts";
import type { IdentityRow } from "./database.ts";
import type { Platform } from "./platform.ts";

/** The public half of the device's key: ECDSA on P-256, coordinates as base64url (RFC 7518 §6.2). */
export type PublicKey = {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
};

/** A key pair made on this device. The private half leaves it only sealed. */
export type DeviceKeys = {
  readonly device: DeviceId;
  readonly publicKey: PublicKey;
  readonly privateKey: JsonWebKey;
};

/** Whose device this is, and what it signs with. */
export type Identity = {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly name: string;
  readonly publicKey: PublicKey;
  /** Signs with ES256 and returns base64url: the endpoint knows the public half (RFC 7518 §3.4). */
  sign(text: string): Promise<string>;
};

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Makes the key pair of a new device. */
export const makeDeviceKeys = async ({ chance, subtle }: Platform): Promise<DeviceKeys> => {
  const pair = await subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const privateKey = await subtle.exportKey("jwk", pair.privateKey);
  return { device: makeDeviceId(chance), publicKey: publicHalf(privateKey), privateKey };
};

/** The private half as a JSON Web Key contains the public one (RFC 7518 §6.2.2). */
const publicHalf = ({ x = "", y = "" }: JsonWebKey): PublicKey => ({
  kty: "EC",
  crv: "P-256",
  x,
  y,
});

/** Signs with a private key that is not stored yet: the proof of an enrolment. */
export const signWith = async (
  privateKey: JsonWebKey,
  text: string,
  subtle: SubtleCrypto,
): Promise<string> => {
  const key = await subtle.importKey("jwk", privateKey, algorithm, false, ["sign"]);
  const signed = await subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    new TextEncoder().encode(text),
  );
  return bytesToBase64Url(new Uint8Array(signed));
};

const identityLabel = (device: DeviceId) => labelOf("identity", device);

/** Seals what makes this device the member's. */
export const sealIdentity = async (
  keys: DeviceKeys,
  owner: { readonly member: MemberId; readonly name: string },
  sealer: Sealer,
): Promise<IdentityRow> => ({
  id: "self",
  device: keys.device,
  member: owner.member,
  box: await sealer.seal(identityLabel(keys.device), {
    name: owner.name,
    privateKey: JSON.stringify(keys.privateKey),
  }),
});

/** Opens the identity of an enrolled device. */
export const openIdentity = async (
  row: IdentityRow,
  sealer: Sealer,
  subtle: SubtleCrypto,
): Promise<Identity> => {
  const content = (await sealer.open(identityLabel(row.device), row.box)) as {
    readonly name: string;
    readonly privateKey: string;
  };
  const privateKey = JSON.parse(content.privateKey) as JsonWebKey;
  return {
    device: row.device,
    member: row.member,
    name: content.name,
    publicKey: publicHalf(privateKey),
    sign: (text) => signWith(privateKey, text, subtle),
  };
};
