import type { Kysely } from "kysely";
import type { DeviceId, ScopeId } from "#domain/ids.ts";
import { scopesHeard } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { inSnapshot } from "../database/snapshot.ts";
import { readNews } from "../records/news.ts";
import type { Advanced } from "../wake-bus.ts";

/** What a device hears when scopes advance: that none is its member's, that there is something, or all of it as lines of news. */
export type Heard = "nothing" | "something" | readonly string[];

/** Tells what a device hears of one wake-up; `isForNews`, whether it takes news. */
export type Hearing = (advanced: Advanced, device: DeviceId, isForNews: boolean) => Promise<Heard>;

/** What was found out about one wake-up, for all who ask. */
type Asked = {
  readonly by: Set<DeviceId>;
  readonly scopes: Promise<ReadonlyMap<DeviceId, ReadonlySet<ScopeId>>>;
  readonly news: Map<ScopeId, Promise<string | null>>;
};

/**
 * Every stream asks in the same turn about the same wake-up: whose it is, is one question to the database for all of them,
 * and what it says of a scope, one for all in the scope. Both are asked at each wake-up, so a right that was taken away
 * meanwhile is gone.
 */
export const makeHearing = (database: Kysely<Schema>): Hearing => {
  const asked = new WeakMap<Advanced, Asked>();
  const ask = (advanced: Advanced): Asked => {
    const by = new Set<DeviceId>();
    const scopes = Promise.resolve().then(() => scopesHeard(database, by, advanced.keys()));
    const question = { by, scopes, news: new Map() };
    asked.set(advanced, question);
    return question;
  };
  const newsOf = (
    { news }: Asked,
    scope: ScopeId,
    after: number | null,
  ): Promise<string | null> => {
    if (after === null) return Promise.resolve(null);
    const line =
      news.get(scope) ?? inSnapshot(database, (snapshot) => readNews(snapshot, scope, after));
    news.set(scope, line);
    return line;
  };
  return async (advanced, device, isForNews) => {
    const question = asked.get(advanced) ?? ask(advanced);
    question.by.add(device);
    const scopes = [...((await question.scopes).get(device) ?? [])];
    if (scopes.length === 0) return "nothing";
    if (!isForNews) return "something";
    const lines = await Promise.all(
      scopes.map((scope) => newsOf(question, scope, advanced.get(scope) ?? null)),
    );
    const known = lines.filter((line) => line !== null);
    return known.length === lines.length ? known : "something";
  };
};
