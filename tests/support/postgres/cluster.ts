import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A PostgreSQL server of our own in a temporary folder, reached by a socket in there: it takes no port from anybody. */
export type Cluster = {
  /** The process that starts all its others. */
  readonly pid: number;
  /** The address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
};

/** Where Debian keeps the programs of each version. */
const versionsFolder = "/usr/lib/postgresql";

/**
 * Makes a server and waits until it can be asked. With `isDurable` it writes as a real one does (`fsync`); without it,
 * much faster. PostgreSQL refuses to run as root, so for root it runs as its own user.
 */
export const startCluster = async ({
  isDurable = false,
}: { readonly isDurable?: boolean } = {}): Promise<Cluster> => {
  const programs = programsFolder();
  const folder = await mkdtemp(join(tmpdir(), "katve-postgres-"));
  const user = process.getuid?.() === 0 ? userOfPostgres() : null;
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const spawning = { ...user, cwd: folder, env: { PATH: process.env["PATH"], LC_ALL: "C" } };
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...spawning, stdio: ["ignore", "ignore", "inherit"] },
  );
  const settings = {
    listen_addresses: "",
    unix_socket_directories: folder,
    max_connections: "200",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(programs, "postgres"), ["-D", data, ...options], {
    ...spawning,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilReady(server);
  const { pid } = server;
  if (pid === undefined) throw new Error("PostgreSQL has no process");
  return {
    pid,
    url: (database) => `postgresql://postgres@localhost/${database}?host=${folder}`,
    stop: async () => {
      if (server.exitCode === null) {
        const ended = once(server, "exit");
        server.kill("SIGQUIT");
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The newest version in Debian's folder, or whichever one is on the PATH. */
const programsFolder = (): string => {
  const versions = existsSync(versionsFolder) ? readdirSync(versionsFolder) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...newestFirst.map((version) => join(versionsFolder, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  const folder = folders.find((at) => existsSync(join(at, "initdb")));
  if (folder !== undefined) return folder;
  throw new Error("PostgreSQL is not installed. On Debian: apt-get install postgresql");
};

const userOfPostgres = (): { readonly uid: number; readonly gid: number } => {
  const idOf = (which: string) =>
    Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
};

const untilReady = (server: ChildProcess): Promise<void> => {
  let said = "";
  return new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.stderr?.on("data", (part: Buffer) => {
      said = (said + part.toString()).slice(-10_000);
      if (said.includes("ready to accept connections")) resolve();
    });
  });
};
