import type { DeriveKey, DerivationCost } from "#store/platform.ts";
import argon2Worker from "./argon2-worker.ts?worker&url";

/** What the page asks of the worker. */
export type DerivationTask = {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly cost: DerivationCost;
};

/** What the worker answers. */
export type DerivationAnswer = { readonly key: Uint8Array } | { readonly error: string };

/** Derives keys in a worker that lives for one derivation: the memory it took goes with it. */
export const makeDeriveKey =
  (scriptUrl: (path: string) => string): DeriveKey =>
  (passphrase, salt, cost) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(scriptUrl(argon2Worker), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<DerivationAnswer>) => {
        worker.terminate();
        if ("key" in data) resolve(data.key);
        else reject(new Error(data.error));
      });
      worker.addEventListener("error", (event) => {
        worker.terminate();
        reject(new Error(event.message));
      });
      const task: DerivationTask = { passphrase, salt, cost };
      worker.postMessage(task);
    });
