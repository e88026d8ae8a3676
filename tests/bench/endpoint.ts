import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** An endpoint that runs as a process of its own. */
export type EndpointProcess = { readonly child: ChildProcess; readonly port: number };

/** Starts the program's own endpoint with these settings on a free port, and waits until it says where it is. */
export const startEndpoint = async (
  settings: Readonly<Record<string, string>>,
): Promise<EndpointProcess> => {
  const child = spawn(process.execPath, ["src/endpoint/main.ts"], {
    cwd: root,
    env: { ...process.env, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const port = await new Promise<number>((ready, failed) => {
    child.once("exit", (code) => failed(new Error(`the endpoint ended with ${code}`)));
    child.stdout.on("data", (part: Buffer) => {
      printed += part.toString();
      const [, found] = /localhost:(\d+)/.exec(printed) ?? [];
      if (found !== undefined) ready(Number(found));
    });
  });
  child.removeAllListeners("exit");
  return { child, port };
};
