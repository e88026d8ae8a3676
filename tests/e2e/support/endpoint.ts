import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** A real endpoint in a process of its own, with a data folder of its own, that can be killed and started again. */
export type EndpointProcess = {
  readonly origin: string;
  readonly dataFolder: string;
  /** The link its first start printed. */
  readonly firstLink: string;
  start(): Promise<void>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** A fresh enrolment link, as the one who runs the endpoint makes it. */
  link(...args: readonly string[]): Promise<string>;
  /** What a command of whoever runs the endpoint prints. */
  command(...args: readonly string[]): Promise<string>;
  /** The ids of the members, as the one who runs the endpoint lists them. */
  members(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Starts an endpoint on a free port. */
export const startEndpoint = async (...args: readonly string[]): Promise<EndpointProcess> => {
  const dataFolder = await mkdtemp(join(tmpdir(), "katve-e2e-"));
  const port = await freePort();
  const environment = { ...process.env, PORT: String(port), KATVE_DATA: dataFolder };
  let running: ChildProcess | null = null;
  let printed = "";

  const start = async () => {
    const child = spawn(process.execPath, ["src/endpoint/main.ts", ...args], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    running = child;
    printed = "";
    await new Promise<void>((ready, failed) => {
      child.once("exit", (code) => failed(new Error(`the endpoint ended with ${code}`)));
      child.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes(`:${port}`)) ready();
      });
    });
    await answers(`http://localhost:${port}/readyz`);
  };

  const kill = async () => {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null) return;
    child.removeAllListeners("exit");
    child.kill("SIGKILL");
    await once(child, "exit");
  };

  const command = (...more: readonly string[]) =>
    output(["src/endpoint/command.ts", ...more], environment);

  await start();
  return {
    origin: `http://localhost:${port}`,
    dataFolder,
    firstLink: firstLinkIn(printed),
    start,
    kill,
    command,
    async link(...more) {
      return firstLinkIn(await command("code", ...more));
    },
    async members() {
      const listed = await command("members");
      return listed.match(/(?<![\w-])[\w-]{22}(?![\w-])/g) ?? [];
    },
    async close() {
      await kill();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

const firstLinkIn = (text: string): string => {
  const [link] = /http:\/\/\S+\/enrol#[0-9A-Z]{10}/.exec(text) ?? [];
  if (link === undefined) throw new Error(`no enrolment link in: ${text}`);
  return link;
};

const output = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${text}`);
  return text;
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

const answers = async (url: string): Promise<void> => {
  const until = Date.now() + 10_000;
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return;
    if (Date.now() > until) throw new Error(`${url} does not answer`);
  }
};
