import { fork } from "node:child_process";
import { join } from "node:path";
import type { PeerName, PeerServer } from "./peer.ts";
import type { Asked, Told } from "./serve.ts";

type Started = Extract<Told, { readonly port: number }>;

/** Starts a peer's server in a process of its own, filled with `count` rows. */
export const startServerOf = async (peer: PeerName, count: number): Promise<PeerServer> => {
  const here = import.meta.dirname;
  const child = fork(join(here, "serve.ts"), [join(here, `${peer}.ts`), String(count)]);
  const waiting = new Map<number, (told: Extract<Told, { id: number }>) => void>();
  let asked = 0;
  const { port, pageHeaders } = await new Promise<Started>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server of ${peer} ended with ${code}`)));
    child.on("message", (told: Told) => {
      if ("port" in told) resolve(told);
      else waiting.get(told.id)?.(told);
    });
  });
  const ask = (what: Asked["what"], patches: Asked["patches"]) =>
    new Promise<boolean | void>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, ({ error, value }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      child.send({ id: asked, what, patches } satisfies Asked);
    });
  return {
    port,
    pageHeaders,
    edit: async (patches) => {
      await ask("edit", patches);
    },
    has: async (patches) => (await ask("has", patches)) === true,
    close: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit").once("exit", () => resolve());
        child.disconnect();
      }),
  };
};
