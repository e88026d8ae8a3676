import { argon2id } from "hash-wasm";
import type { DerivationAnswer, DerivationTask } from "./key-derivation.ts";

// Away from the page: half a second of computing, and the only place that WebAssembly may run in.
self.addEventListener("message", ({ data }: MessageEvent<DerivationTask>) => {
  const { passphrase, salt, cost } = data;
  void argon2id({
    password: passphrase,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: "binary",
  }).then(
    (key) => postMessage({ key } satisfies DerivationAnswer),
    (error: unknown) => postMessage({ error: String(error) } satisfies DerivationAnswer),
  );
});
