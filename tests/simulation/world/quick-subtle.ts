import { createCipheriv, createDecipheriv, createHash, webcrypto } from "node:crypto";

type Gcm = AesGcmParams & {
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
};

/** Key bytes by the key object that stands for them. */
const bytesOf = new WeakMap<CryptoKey, Uint8Array>();

const tagBytes = 16;

/**
 * WebCrypto with the three operations that a store asks for at every commit done at once instead of on another thread:
 * AES-GCM, SHA-256 and taking in a raw key. It seals as the platform does: a box opened under another label, with another
 * key or after a change does not open. Everything else is the platform's own.
 */
export const quickSubtle: SubtleCrypto = new Proxy(webcrypto.subtle as SubtleCrypto, {
  get(platform, name) {
    if (name in quick) return quick[name as keyof typeof quick];
    const member: unknown = Reflect.get(platform, name);
    return typeof member === "function" ? member.bind(platform) : member;
  },
});

const quick = {
  async importKey(format: string, key: BufferSource | JsonWebKey, ...rest: unknown[]) {
    if (format !== "raw") {
      const { subtle } = webcrypto as unknown as Crypto;
      return subtle.importKey(...([format, key, ...rest] as Parameters<SubtleCrypto["importKey"]>));
    }
    const stand = Object.freeze({ type: "secret" }) as unknown as CryptoKey;
    bytesOf.set(stand, new Uint8Array(key as Uint8Array<ArrayBuffer>));
    return stand;
  },
  async encrypt(parameters: Gcm, key: CryptoKey, plain: Uint8Array): Promise<ArrayBuffer> {
    const cipher = createCipheriv("aes-256-gcm", rawOf(key), parameters.iv);
    cipher.setAAD(parameters.additionalData);
    return bufferOf([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  async decrypt(parameters: Gcm, key: CryptoKey, sealed: ArrayBuffer): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(sealed);
    const end = bytes.byteLength - tagBytes;
    const decipher = createDecipheriv("aes-256-gcm", rawOf(key), parameters.iv);
    decipher.setAAD(parameters.additionalData);
    decipher.setAuthTag(bytes.subarray(end));
    return bufferOf([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  },
  async digest(_name: string, bytes: Uint8Array): Promise<ArrayBuffer> {
    return bufferOf([createHash("sha256").update(bytes).digest()]);
  },
};

const rawOf = (key: CryptoKey): Uint8Array => {
  const bytes = bytesOf.get(key);
  if (bytes === undefined) throw new TypeError("a key that was never taken in");
  return bytes;
};

const bufferOf = (parts: readonly Uint8Array[]): ArrayBuffer => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined.buffer;
};
