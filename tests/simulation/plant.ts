import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mutations } from "./mutations/all.ts";

/*
 * Loaded before anything else in a worker: puts one mutation into the sources as they are loaded. The files stay as they are.
 * A piece that is not there exactly once, or a file that is never loaded, ends the worker.
 */
const name = process.env["KATVE_MUTATION"];
const mutation = mutations.find((one) => one.name === name);
if (mutation === undefined) throw new Error(`there is no mutation ${name}`);

const root = join(import.meta.dirname, "../..");
const missing = new Map(
  mutation.changes.map((change) => [pathToFileURL(join(root, change.file)).href, change]),
);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const change = missing.get(url);
    if (change === undefined) return loaded;
    missing.delete(url);
    let source = Buffer.from(loaded.source as Uint8Array).toString();
    for (const [piece, instead] of change.pieces) {
      if (source.split(piece).length !== 2) {
        throw new Error(`${mutation.name}: not found once in ${change.file}: ${piece}`);
      }
      source = source.replace(piece, () => instead);
    }
    return { ...loaded, source };
  },
});

process.on("exit", () => {
  if (missing.size === 0) return;
  process.stderr.write(`${mutation.name}: never loaded ${[...missing.keys()].join()}\n`);
  process.exitCode = 1;
});
