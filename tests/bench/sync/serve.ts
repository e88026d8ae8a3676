import type { PageHeaders, StartServer } from "./peer.ts";
import { makeRows, type Patch } from "./workload.ts";

/*
 * node serve.ts FILE COUNT: runs a peer's server, filled with that many rows, for whoever forked this process.
 */

/** What the process is asked to do, and what it answers. */
export type Asked = {
  readonly id: number;
  readonly what: "edit" | "has";
  readonly patches: readonly Patch[];
};
export type Told =
  | { readonly port: number; readonly pageHeaders: PageHeaders }
  | { readonly id: number; readonly value?: boolean | void; readonly error?: string };

const [, , file = "", count = ""] = process.argv;

const tell = (told: Told) => process.send?.(told);

const { startServer } = (await import(file)) as { readonly startServer: StartServer };
const server = await startServer({ records: makeRows(Number(count)) });
process.on("message", (asked: Asked) => {
  Promise.resolve(server[asked.what](asked.patches)).then(
    (value) => tell({ id: asked.id, value }),
    (error: Error) => tell({ id: asked.id, error: error.stack ?? error.message }),
  );
});
process.on("disconnect", () => {
  void Promise.resolve(server.close()).finally(() => process.exit());
});
const { port, pageHeaders = {} } = server;
tell({ port, pageHeaders });
