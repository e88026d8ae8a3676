import { once } from "node:events";
import { type Running, startProgram } from "../support/endpoint/run-endpoint.ts";

/** Several processes of the endpoint on one database, and what a proxy before them does. */
export type Fleet = {
  readonly size: number;
  /** Asks the next process that is there, as a browser on the endpoint's page would. A process that dies breaks it off. */
  fetch(path: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Ends a process without a word of warning, and starts another in its place. */
  replace(place: number): Promise<void>;
  /** Tells all to stop, and waits until they have. */
  close(): Promise<void>;
};

/** Starts the processes; they end with the test. */
export const startFleet = async (size: number, databaseUrl: string): Promise<Fleet> => {
  const places: { running: Running; origin: string | null }[] = await Promise.all(
    Array.from({ length: size }, () => startProcess(databaseUrl)),
  );
  let asked = 0;
  const nextOrigin = (): string => {
    for (let tries = 0; tries < size; tries += 1) {
      asked += 1;
      const origin = places[asked % size]?.origin;
      if (origin !== null && origin !== undefined) return origin;
    }
    throw new Error("no process is there");
  };
  return {
    size,
    fetch: (path, init) => {
      const origin = nextOrigin();
      const headers = new Headers(init?.headers);
      headers.set("origin", origin);
      const url = new URL(path instanceof Request ? path.url : path, origin);
      return fetch(url, { ...init, headers });
    },
    replace: async (place) => {
      const old = places[place];
      if (old === undefined) throw new Error("there is no such place");
      const { running } = old;
      const ended = once(running.process, "exit");
      running.process.kill("SIGKILL");
      old.origin = null;
      await ended;
      places[place] = await startProcess(databaseUrl);
    },
    close: async () => {
      for (const { running } of places) running.process.kill("SIGTERM");
      await Promise.all(places.map(({ running }) => running.ended));
    },
  };
};

const startProcess = async (DATABASE_URL: string) => {
  const running = startProgram("main.ts", [], { DATABASE_URL, PORT: "0" });
  const [, origin = ""] = await running.printed(/(http:\/\/localhost:\d+)\n/);
  return { running, origin };
};
