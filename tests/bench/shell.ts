import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Figure, Group } from "./figure.ts";

const dist = resolve(import.meta.dirname, "../../dist");

/** 100 kB of JavaScript for the initial route. */
const scriptAim = 100_000;

/** What a browser loads before the start page is there: the page's scripts with all they import, its styles, its font. */
export const shellGroup: Group = {
  name: "shell",
  async measure() {
    const page = await readFile(join(dist, "index.html"), "utf8").catch(() => {
      throw new Error("dist/ is missing: run `npm run build` first");
    });
    const linked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path);
    // What is behind the lock is fetched while the passphrase is typed, and counts all the same.
    const behindLock = (await readdir(join(dist, "assets")))
      .filter((name) => name.startsWith("open-program-") && name.endsWith(".js"))
      .map((name) => `assets/${name}`);
    const scripts = await withImports([
      ...linked.filter((path) => path?.endsWith(".js")),
      ...behindLock,
    ]);
    const styles = linked.filter((path) => path?.endsWith(".css"));
    const fonts = (await readdir(join(dist, "assets")))
      .filter((name) => name.endsWith(".woff2"))
      .map((name) => `assets/${name}`);
    return [
      await figureOf("shell.js.brotli", [...scripts], scriptAim),
      await figureOf("shell.css.brotli", styles, null),
      await figureOf("shell.font.brotli", fonts, null),
    ];
  },
};

/** Scripts and every script they import statically, however deep. */
const withImports = async (paths: readonly (string | undefined)[]): Promise<Set<string>> => {
  const found = new Set<string>();
  const queue = [...paths];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = await readFile(join(dist, path), "utf8");
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      queue.push(`assets/${name}`);
    }
  }
  return found;
};

const figureOf = async (
  name: string,
  paths: readonly (string | undefined)[],
  aim: number | null,
): Promise<Figure> => {
  let value = 0;
  for (const path of paths) {
    if (path === undefined) continue;
    const content = await readFile(join(dist, path));
    value += brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }).byteLength;
  }
  return { name, value, unit: "B", aim };
};
