import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const folder = resolve(import.meta.dirname, "../../../src/endpoint");

/** What a program of the endpoint left when it ended. */
export type Outcome = {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
};

/** A program of the endpoint that is running. */
export type Running = {
  readonly process: ChildProcess;
  /** Waits until it has printed something of this form. */
  printed(form: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Outcome>;
};

/** Starts a program of the endpoint (`main.ts`, `command.ts`) as a process, with something to read or nothing; it is ended with the test. */
export const startProgram = (
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
  input = "",
): Running => {
  const child = spawn(process.execPath, [join(folder, program), ...args], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined).end(input);
  let output = "";
  let errors = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
  const ended = once(child, "close").then(([status]) => ({
    status: status as number | null,
    output,
    errors,
  }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const printed = async (form: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = form.exec(output);
      if (found !== null) return found;
      const part = await Promise.race([once(child.stdout, "data"), ended]);
      if (!Array.isArray(part) && form.exec(output) === null) {
        throw new Error(`it ended without printing that: ${output}${errors}`);
      }
    }
  };
  return { process: child, printed, ended };
};

/** Runs a program of the endpoint to its end. */
export const runEndpoint = (
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Outcome> => startProgram(program, args, environment).ended;

/** A folder for this test alone. */
export const temporaryFolder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), "katve-test-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
};
