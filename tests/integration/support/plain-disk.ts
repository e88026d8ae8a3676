import { IDBKeyRange } from "fake-indexeddb";
import { KatveDatabase } from "#store/database.ts";
import type { Platform } from "#store/platform.ts";
import type { Phone } from "./phone.ts";

/** Cryptography that seals nothing, so that what is on a disk can be read there. */
export const plain = (platform: Platform): Platform => {
  const same = (_algorithm: unknown, _key: unknown, data: ArrayBuffer | Uint8Array) =>
    Promise.resolve(Uint8Array.from(new Uint8Array(data as ArrayBuffer)).buffer);
  const subtle = new Proxy(platform.subtle, {
    get(target, name: keyof SubtleCrypto) {
      if (name === "encrypt" || name === "decrypt") return same;
      const method = target[name] as unknown as (...given: unknown[]) => unknown;
      return method.bind(target);
    },
  });
  return { ...platform, subtle };
};

/** Everything on a phone's disk, as text. */
export const dumpOf = async (phone: Phone): Promise<string> => {
  const database = new KatveDatabase("katve", phone.profile.disk, IDBKeyRange);
  const parts: string[] = [];
  for (const table of database.tables) {
    for (const row of (await table.toArray()) as { box?: { sealed: ArrayBuffer } }[]) {
      parts.push(JSON.stringify(row));
      if (row.box !== undefined) parts.push(new TextDecoder().decode(row.box.sealed));
    }
  }
  database.end("closed");
  return parts.join("\n");
};
