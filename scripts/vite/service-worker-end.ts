import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Puts lines of our own at the end of the service worker that Workbox writes. Loading them from there (`importScripts`) is
 * forbidden by the page's policy of trusted types, which holds in the worker as well.
 */
export function serviceWorkerEnd(): Plugin {
  let folder = "";
  return {
    name: "katve:service-worker-end",
    apply: "build",
    enforce: "post",
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: "post",
      async handler() {
        const lines = await readFile(join(import.meta.dirname, "notification-click.js"), "utf8");
        await appendFile(join(folder, "sw.js"), `\n${lines}`);
      },
    },
  };
}
