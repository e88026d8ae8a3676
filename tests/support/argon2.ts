import { argon2id } from "hash-wasm";
import type { DeriveKey } from "#store/platform.ts";

/** Derives keys as the program does on a phone: for tests of what has to be readable for ever. */
export const realDeriveKey: DeriveKey = (passphrase, salt, cost) =>
  argon2id({
    password: passphrase,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: "binary",
  });
