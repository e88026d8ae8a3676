import { bytesToBase64Url } from "#domain/ids.ts";
import type { DeviceFailureCode } from "#domain/failure.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { labelOf } from "../box.ts";
import { packText, unpackText } from "./packing.ts";
import { passphraseKey, usualCost } from "../passphrase-key.ts";
import type { DerivationCost, Platform } from "../platform.ts";

/*
 * A backup file is text, because phones pass text files on and no others that nobody knows:
 *
 *   katve-backup 2                           what it is, and the version of everything that follows
 *   argon2id 65536 3 1 <salt>                how its key comes from its passphrase: KiB, passes, lanes, 16 bytes
 *   <nonce and box>                          AES-256-GCM over the packed content; the lines above are bound to it
 *   sha256 <digest>                          of all that, the box as one word, with one space between words
 *
 * Bytes are base64url without padding. How lines are broken does not count: a mail program may do that as it likes. The
 * first line and the last mean the same in every version.
 */

/** The version of backup files that this program writes. It reads every older one. */
export const BACKUP_VERSION = 2;

/** Why a backup file was not read. */
export type BackupFailure = {
  readonly code: Extract<DeviceFailureCode, `backup.${string}`>;
};

/** What a file of any readable version held, before it is brought to the present one. */
export type OpenedFile = { readonly version: number; readonly content: string };

const name = "katve-backup";
const lineLength = 76;

/** Seals a content (JSON) into a file under a passphrase. Takes about half a second. */
export const sealBackupFile = async (
  content: string,
  passphrase: string,
  platform: Platform,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { chance, subtle } = platform;
  const salt = chance.bytes(16);
  const head = headOf(BACKUP_VERSION, usualCost, salt);
  const key = await passphraseKey(passphrase, salt, usualCost, platform);
  const iv = new Uint8Array(chance.bytes(12));
  const sealed = await subtle.encrypt(parameters(iv, head), key, await packText(content));
  const box = bytesToBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
  const lines = box.match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  const digest = await digestOf(head, box, subtle);
  const [first, version, ...derivation] = head;
  const text = [`${first} ${version}`, derivation.join(" "), ...lines, `sha256 ${digest}`];
  return new TextEncoder().encode(`${text.join("\n")}\n`);
};

/**
 * Opens a file. Fails with `backup.unknown` for what is no backup file, `backup.damaged` for one that was cut or changed,
 * `backup.newer` for one of a later version, `backup.passphrase_wrong` otherwise where it does not open.
 */
export const openBackupFile = async (
  file: Uint8Array,
  passphrase: string,
  platform: Pick<Platform, "deriveKey" | "subtle">,
): Promise<Result<OpenedFile, BackupFailure>> => {
  const { subtle } = platform;
  const words = new TextDecoder().decode(file).trim().split(/\s+/);
  if (words[0] !== name) return fail({ code: "backup.unknown" });
  const head = words.slice(0, headLength);
  const box = words.slice(headLength, -2).join("");
  const [mark, digest] = words.slice(-2);
  if (mark !== "sha256" || digest !== (await digestOf(head, box, subtle))) {
    return fail({ code: "backup.damaged" });
  }
  const version = Number(head[1]);
  if (version > BACKUP_VERSION) return fail({ code: "backup.newer" });
  const derivation = readDerivation(head);
  const bytes = fromBase64Url(box);
  if (derivation === null || bytes === null) return fail({ code: "backup.damaged" });
  const key = await passphraseKey(passphrase, derivation.salt, derivation.cost, platform);
  const packed = await subtle
    .decrypt(parameters(bytes.slice(0, 12), head), key, bytes.slice(12))
    .catch(() => null);
  if (packed === null) return fail({ code: "backup.passphrase_wrong" });
  return ok({ version, content: await unpackText(new Uint8Array(packed)) });
};

/** The words a file begins with: the first two lines. */
const headOf = (version: number, cost: DerivationCost, salt: Uint8Array): readonly string[] => [
  name,
  `${version}`,
  "argon2id",
  `${cost.memoryKiB}`,
  `${cost.passes}`,
  `${cost.lanes}`,
  bytesToBase64Url(salt),
];

const headLength = 7;

/** A file may have been made up: one that asks for more than a phone has is none of ours. */
const costMax: DerivationCost = { memoryKiB: 1_048_576, passes: 16, lanes: 4 };

const readDerivation = (words: readonly string[]) => {
  const [, , way, ...rest] = words;
  const [memoryKiB = 0, passes = 0, lanes = 0] = rest.slice(0, 3).map(Number);
  const salt = fromBase64Url(rest[3] ?? "");
  const isOurs =
    way === "argon2id" &&
    isWithin(lanes, 1, costMax.lanes) &&
    isWithin(passes, 1, costMax.passes) &&
    isWithin(memoryKiB, 8 * lanes, costMax.memoryKiB) &&
    salt?.length === 16;
  return isOurs ? { cost: { memoryKiB, passes, lanes }, salt } : null;
};

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const parameters = (iv: Uint8Array<ArrayBuffer>, head: readonly string[]) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(labelOf(...head)),
});

const digestOf = async (
  head: readonly string[],
  box: string,
  subtle: SubtleCrypto,
): Promise<string> => {
  const bytes = new TextEncoder().encode([...head, box].join(" "));
  return bytesToBase64Url(new Uint8Array(await subtle.digest("SHA-256", bytes)));
};

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (!/^[\w-]*$/.test(text)) return null;
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
};
