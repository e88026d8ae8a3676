// Builds the client when something it is made of is newer than what was built.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, projectEnvironment, root } from "./install.mjs";

const made = join(root, "dist/index.html");
const sources = [
  "src",
  "public",
  "scripts/vite",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];
/** Not part of the client. */
const endpoint = join(root, "src/endpoint");

/** Builds the client unless it is up to date; ends the program when it cannot be built. */
export function ensureBuilt() {
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  if (newest <= newestIn(made)) return;
  console.log("Building the client …");
  const run = spawnSync("vite", ["build", "--logLevel", "warn"], {
    cwd: root,
    env: projectEnvironment(),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}`);
  fail("the client could not be built; see above");
}

/** When a file, or anything in a folder, last changed, in milliseconds; 0 when there is none. */
function newestIn(path) {
  if (path === endpoint) return 0;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
