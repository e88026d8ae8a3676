import type { Chance } from "#domain/chance.ts";
import type { Json } from "#domain/json.ts";

/** Something sealed: a nonce of 12 bytes and the ciphertext with its tag (AES-256-GCM, NIST SP 800-38D). */
export type Box = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

/** What a box is bound to; a box opened under another label does not open. `1` is the version of the format. */
export type Label = `1|${string}`;

/** Names a box: its version, what kind of thing it is, and the ids and the revision it belongs to. */
export const labelOf = (...parts: readonly (string | number)[]): Label => `1|${parts.join("|")}`;

/** The box was changed, moved to another place, or sealed with another key. Its row stays on the disk, and the rest stays readable. */
export class BoxDamaged extends Error {
  override name = "BoxDamaged";
}

/** Seals and opens values under one key. Never called inside a database transaction. */
export type Sealer = {
  seal(label: Label, value: Json): Promise<Box>;
  /** Throws {@link BoxDamaged}. */
  open(label: Label, box: Box): Promise<Json>;
};

/** Makes a sealer from a key of AES-GCM, 256 bits. Every box gets a fresh random nonce. */
export const makeSealer = (key: CryptoKey, subtle: SubtleCrypto, chance: Chance): Sealer => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const algorithm = (iv: Uint8Array<ArrayBuffer>, label: Label) => ({
    name: "AES-GCM",
    iv,
    additionalData: encoder.encode(label),
  });
  return {
    async seal(label, value) {
      const iv = new Uint8Array(chance.bytes(12));
      const plain = encoder.encode(JSON.stringify(value));
      return { iv, sealed: await subtle.encrypt(algorithm(iv, label), key, plain) };
    },
    async open(label, box) {
      try {
        const plain = await subtle.decrypt(algorithm(box.iv, label), key, box.sealed);
        return JSON.parse(decoder.decode(plain)) as Json;
      } catch (cause) {
        throw new BoxDamaged(`nothing opens under ${label}`, { cause });
      }
    },
  };
};

/** What a box held, `null` for a damaged one. */
export const openUnlessDamaged = async <T>(open: () => Promise<T>): Promise<T | null> => {
  try {
    return await open();
  } catch (error) {
    if (error instanceof BoxDamaged) return null;
    throw error;
  }
};

/** How many boxes are sealed or opened side by side: 100 at a time took an eighth of the time of one by one. */
const batchSize = 100;

/** Runs `task` over `items` in order, a batch at a time, and keeps their order. */
export const inBatches = async <T, R>(
  items: readonly T[],
  task: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    results.push(...(await Promise.all(items.slice(at, at + batchSize).map(task))));
  }
  return results;
};
