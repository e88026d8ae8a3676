import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";

/*
 * What processes take of the machine, from Linux' `/proc` (proc(5)).
 */

/** The system counts a process's time in hundredths of a second. */
const tickMs = 10;
const megabyte = 1_000_000;
const kibibyte = 1_024;

/** Processes to be watched, by what they are called in the report. */
export type Watched = Readonly<Record<"generator" | "endpoint" | "database", readonly number[]>>;

/** What was taken over a stretch: shares of one core (1 is a whole one), and memory at its end. */
export type Usage = {
  readonly generator: number;
  /** Of each endpoint process. */
  readonly endpoints: readonly number[];
  readonly database: number;
  /** Of all cores together, everything on the machine, from 0 to 1. */
  readonly machine: number;
  readonly endpointMegabytes: readonly number[];
};

/** Begins to watch, and gives what is told at the end of the stretch. */
export const watchMachine = (watched: Watched): (() => Usage) => {
  const beganAt = performance.now();
  const before = readAll(watched);
  return () => {
    const tookMs = performance.now() - beganAt;
    const after = readAll(watched);
    const share = (now: number, then = 0) => (now - then) / tookMs;
    const sharesOf = (what: keyof Watched) =>
      after[what].map((ms, nth) => share(ms, before[what][nth]));
    const sum = (shares: readonly number[]) => shares.reduce((all, one) => all + one, 0);
    return {
      generator: sum(sharesOf("generator")),
      endpoints: sharesOf("endpoint"),
      database: sum(sharesOf("database")),
      machine: share(after.busyMs, before.busyMs) / availableParallelism(),
      endpointMegabytes: watched.endpoint.map(memoryOf),
    };
  };
};

const readAll = ({ generator, endpoint, database }: Watched) => ({
  generator: generator.map((pid) => timeOf(pid).ownMs),
  endpoint: endpoint.map((pid) => timeOf(pid).ownMs),
  database: database.map(timeOfFamily),
  busyMs: cpus().reduce(
    (all, { times }) => all + times.user + times.nice + times.sys + times.irq,
    0,
  ),
});

/** The time of a process, and that of its children which have ended; `parent` is who started it. */
const timeOf = (pid: number) => {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * tickMs;
  return { parent: Number(fields[1]), ownMs: ticks(11), endedMs: ticks(13) };
};

/** The time of a process and all its children. */
const timeOfFamily = (pid: number): number => {
  const { ownMs, endedMs } = timeOf(pid);
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return children.reduce((all, name) => all + timeOfChild(Number(name), pid), ownMs + endedMs);
};

const timeOfChild = (pid: number, of: number): number => {
  try {
    const { parent, ownMs } = timeOf(pid);
    return parent === of ? ownMs : 0;
  } catch {
    // It ended while the list was read, and is counted with its parent.
    return 0;
  }
};

const memoryOf = (pid: number): number => {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kibibytes) * kibibyte) / megabyte;
};
