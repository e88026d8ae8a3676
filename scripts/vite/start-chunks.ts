import type { Plugin } from "vite";

/** Who loads what at once; a plugin's context knows it once everything has been read. */
type Graph = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
  getModuleIds(): IterableIterator<string>;
};

const atOnce = (graph: Graph, from: readonly string[]): Set<string> => {
  const found = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
};

/**
 * Puts everything that the lock needs into one script, and everything more that the start page needs into another. By
 * itself the bundler makes a script of each set of modules that the same pages share, twenty small ones with the start page,
 * and small ones pack badly: 113 kB (brotli) instead of 105.
 */
export const startChunks = (entry: string, behindLock: string): Plugin => {
  let lock = new Set<string>();
  let start = new Set<string>();
  return {
    name: "katve:start-chunks",
    apply: "build",
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "lock", priority: 2, test: (id: string) => lock.has(id) },
                { name: "open-program", priority: 1, test: (id: string) => start.has(id) },
              ],
            },
          },
        },
      },
    }),
    buildEnd() {
      const idsOf = (path: string) =>
        [...this.getModuleIds()].filter((id) => id.split("?")[0]?.endsWith(path));
      lock = atOnce(this, idsOf(entry));
      start = atOnce(this, idsOf(behindLock));
      if (lock.size === 0 || start.size === 0) this.error("an entry of the program is not there");
    },
  };
};
