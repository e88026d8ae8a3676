import type { ScopeId } from "#domain/ids.ts";
import { openChannel } from "./database/channel.ts";
import { makeWakeBus, type WakeBus } from "./wake-bus.ts";

/** The name of our channel in the database. */
const channelName = "katve_wake";

/**
 * A bus across all processes on one PostgreSQL database. Listeners in this process hear at once, those in the others by
 * way of the database; while that is away they hear nothing, and `onLost` is told. Scope ids are no secret to anybody
 * who may connect to the database.
 */
export const makeSharedWakeBus = (
  databaseUrl: string,
  onLost: (cause: unknown) => void,
): WakeBus => {
  const here = makeWakeBus();
  const channel = openChannel(databaseUrl, channelName, {
    onWords: (words) => void here.publish(new Map(words.map(wordToAdvance))),
    onLost,
  });
  return {
    publish: (advanced, by) => {
      channel.send([...advanced].map(([scope, after]) => [scope, advanceToWord(scope, after)]));
      return here.publish(advanced, by);
    },
    subscribe: (listener) => here.subscribe(listener),
    close: () => {
      here.close();
      channel.close();
    },
  };
};

const advanceToWord = (scope: ScopeId, after: number | null): string =>
  after === null ? scope : `${scope}:${after}`;

/** What another process says: one of an older version says the scope alone. */
const wordToAdvance = (word: string): [ScopeId, number | null] => {
  const [scope = "", after = ""] = word.split(":");
  return [scope as ScopeId, /^\d{1,16}$/.test(after) ? Number(after) : null];
};
