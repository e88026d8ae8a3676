// npm start: installs and builds what is missing, then runs the endpoint until it is told to stop.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, projectNode, root } from "./install.mjs";

ensureInstalled();
const node = projectNode();
ensureBuilt();

const main = join(root, "src/endpoint/main.ts");
const endpoint = spawn(node, [main, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => endpoint.kill(signal));
}
endpoint.on("exit", (status, signal) => {
  process.exit(status ?? 128 + constants.signals[signal]);
});
