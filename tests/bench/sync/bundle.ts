import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Rolldown } from "vite";
import type { PeerName } from "./peer.ts";

/** The page's half of a peer as one script that sets `peer`, and its size as a browser would load it, in bytes. */
export const bundleOf = async (
  peer: PeerName,
): Promise<{ readonly code: string; readonly packedBytes: number }> => {
  const entry = "\0peer";
  const file = join(import.meta.dirname, `${peer}.ts`);
  const built = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "peer",
        resolveId: (id) => (id.endsWith("bench-peer") ? entry : null),
        // The server's half is not reached from here and falls away.
        load: (id) =>
          id === entry
            ? `import { client } from ${JSON.stringify(file)}; globalThis.peer = client;`
            : null,
      },
    ],
    build: {
      write: false,
      rollupOptions: { input: "bench-peer", output: { format: "iife" } },
      modulePreload: false,
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = built.output;
  if (built.output.length !== 1) throw new Error(`the script of ${peer} is not in one piece`);
  const packed = brotliCompressSync(chunk.code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  return { code: chunk.code, packedBytes: packed.byteLength };
};
