import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, firefox, type Page } from "@playwright/test";

/** Which browser a device runs. */
export type Engine = "chromium" | "firefox";

/** The size of a phone. */
export const phone = { width: 390, height: 844 };

const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile on the disk: a device that can lose its power and be started again. */
export type Phone = {
  readonly profile: string;
  readonly page: () => Page;
  open(url: string): Promise<Page>;
  /** Kills every process of the browser, as a battery that dies. */
  kill(): Promise<void>;
  /** Starts the same profile again. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Takes a new phone out of its box. */
export const takePhone = async (engine: Engine, viewport = phone): Promise<Phone> => {
  const profile = await mkdtemp(join(tmpdir(), `katve-${engine}-`));
  let context: BrowserContext;
  let page: Page;

  const start = async () => {
    const options = { viewport, locale: "fi-FI", timezoneId: "Europe/Helsinki", headless: true };
    context =
      engine === "chromium"
        ? await chromium.launchPersistentContext(profile, {
            ...options,
            executablePath: "/usr/bin/chromium",
            args: chromiumArgs,
          })
        : await firefox.launchPersistentContext(profile, {
            ...options,
            channel: "moz-firefox",
            executablePath: "/usr/bin/firefox-esr",
          });
    // What never comes is told by the step that waited for it, and not by the end of the whole test's time.
    context.setDefaultTimeout(30_000);
    page = context.pages()[0] ?? (await context.newPage());
  };

  await start();
  return {
    profile,
    page: () => page,
    async open(url) {
      await page.goto(url);
      return page;
    },
    async kill() {
      const pids = await processesOf(profile);
      for (const pid of pids) killIfThere(pid);
      await context.close().catch(() => undefined);
    },
    restart: start,
    async close() {
      await context.close().catch(() => undefined);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** A child may be gone by itself as soon as its parent was killed. */
const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause;
  }
};

/** The processes that were started with this profile, and their children. */
const processesOf = async (profile: string): Promise<number[]> => {
  const entries = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    entries.map(async (name) => {
      const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
      const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return { pid: Number(name), parent, isOurs: command.includes(profile) };
    }),
  );
  const found = new Set(processes.filter(({ isOurs }) => isOurs).map(({ pid }) => pid));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
  }
  found.delete(process.pid);
  return [...found];
};
