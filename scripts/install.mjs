// Brings node_modules into the state that package-lock.json asks for. Plain JavaScript for the oldest Node that npm may
// start it with: the project's own Node comes with the packages.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const lock = join(root, "package-lock.json");
/** npm writes this file last, so a cut-off installation has none. */
const installed = join(root, "node_modules/.package-lock.json");
/** What package-lock.json was when we installed; a fresh clone of the same content need not install again. */
const stamp = join(root, "node_modules/.katve-lock-hash");

const neededMajor = 24;

/** Installs the packages unless they are there. Says nothing when there is nothing to do; ends the program on failure. */
export function ensureInstalled() {
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (isInstalled(hash)) return;
  console.log("Installing packages …");
  const options = ["--strict-allow-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = spawnSync("npm", ["ci", ...options], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}`);
    fail("the packages could not be installed (npm ci); see above");
  }
  writeFileSync(stamp, hash);
}

function isInstalled(hash) {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** The Node that the project runs on: the one among the packages, or else this one if it is new enough. */
export function projectNode() {
  const bundled = join(root, "node_modules/.bin/node");
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  return fail(
    `Katve needs Node ${neededMajor} or newer; this is ${process.versions.node}. Install it from https://nodejs.org`,
  );
}

/** The environment for programs among the packages: they come first, and so does the project's Node. */
export function projectEnvironment() {
  const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Ends the program with one line. */
export function fail(line) {
  process.stderr.write(`katve: ${line}\n`);
  process.exit(1);
}
