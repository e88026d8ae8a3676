import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";

/** A way between the processes that work on one PostgreSQL database. Words are without spaces and at most 80 bytes long. */
export type Channel = {
  /**
   * Sends words to the other processes, at the latest when the connection is there again; of those for one subject that
   * wait for it the first alone. Never throws.
   */
  send(words: Iterable<readonly [subject: string, word: string]>): void;
  close(): void;
};

/** What a channel tells: words from another process, and that its connection broke. */
type ChannelOwner = {
  readonly onWords: (words: readonly string[]) => void;
  readonly onLost: (cause: unknown) => void;
};

/** A payload is shorter than 8000 bytes (PostgreSQL documentation, "NOTIFY"). */
const wordsMax = 95;
/** Pauses before the connection is tried anew, doubling from the first to the last, in milliseconds. */
const pauseFirstMs = 500;
const pauseLastMs = 30_000;
/** A connection that has nothing to say is asked this often whether it is still there, in milliseconds. */
const askEveryMs = 30_000;
/** How long it may take to answer, in milliseconds. */
const answerPatienceMs = 10_000;

/**
 * Opens a channel (LISTEN and NOTIFY) on a connection of its own, and opens it again whenever that breaks. What others
 * send in between is not heard. A pooler that hands a connection from one client to the next breaks LISTEN: the address
 * has to lead to the server itself, or to a session.
 */
export const openChannel = (url: string, name: string, owner: ChannelOwner): Channel => {
  const waiting = new Map<string, string>();
  const closing = new AbortController();
  let bell = Promise.withResolvers<void>();
  const ring = () => bell.resolve();

  const sendWaiting = async (client: Client) => {
    while (waiting.size > 0) {
      const words = [...waiting].slice(0, wordsMax);
      for (const [subject] of words) waiting.delete(subject);
      try {
        const said = words.map(([, word]) => word).join(" ");
        await client.query("select pg_notify($1, $2)", [name, said]);
      } catch (cause) {
        for (const [subject, word] of words) waiting.set(subject, word);
        throw cause;
      }
    }
  };
  /** Ends by throwing what broke the connection, or when the channel is closed. */
  const serve = async (client: Client, onReady: () => void) => {
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => undefined);
    client.on("error", lost.reject);
    client.on("end", () => lost.reject(new Error("the connection was ended")));
    await client.connect();
    // Our own words come back to us too: they are known by the number of the server's process for this connection.
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    client.on("notification", ({ processId, payload }) => {
      if (processId !== rows[0]?.pid) owner.onWords((payload ?? "").split(" "));
    });
    await client.query(`listen ${name}`);
    onReady();
    while (!closing.signal.aborted) {
      bell = Promise.withResolvers();
      if (waiting.size > 0) await sendWaiting(client);
      else await Promise.race([lost.promise, askedIn(client, bell.promise)]);
    }
  };
  const keepServing = async () => {
    for (let pauseMs = pauseFirstMs; !closing.signal.aborted; pauseMs *= 2) {
      const client = new Client({
        connectionString: url,
        application_name: "katve wake",
        keepAlive: true,
        connectionTimeoutMillis: answerPatienceMs,
        query_timeout: answerPatienceMs,
      });
      await serve(client, () => (pauseMs = pauseFirstMs))
        .catch(owner.onLost)
        .finally(ring);
      void client.end().catch(() => undefined);
      const { signal } = closing;
      await delay(Math.min(pauseMs, pauseLastMs), null, { signal }).catch(() => undefined);
    }
  };
  void keepServing();
  return {
    send: (words) => {
      for (const [subject, word] of words) if (!waiting.has(subject)) waiting.set(subject, word);
      ring();
    },
    close: () => {
      closing.abort();
      ring();
    },
  };
};

/** Done when the bell rings, or when the server has answered that it is still there. */
const askedIn = async (client: Client, bell: Promise<void>): Promise<void> => {
  const timer = new AbortController();
  const time = delay(askEveryMs, true, { signal: timer.signal }).catch(() => false);
  const isTime = await Promise.race([time, bell.then(() => false)]);
  timer.abort();
  if (isTime) await client.query("select 1");
};
