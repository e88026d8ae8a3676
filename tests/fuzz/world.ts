import type { Kysely } from "kysely";
import type { ScopeId } from "#domain/ids.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import type { Logger } from "#endpoint/logger.ts";
import { readCorpus } from "../support/corpus/corpus.ts";
import { replay, replaySeed } from "../support/corpus/replay.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import type { TestDialect } from "../support/endpoint/dialects.ts";
import { dumpOf } from "../support/endpoint/dump.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";

/** A request that was sent once and understood, with the cookie of its device. */
export type Sample = { readonly path: string; readonly cookie: string; readonly request: unknown };

/** What hostile requests are thrown at: an endpoint in use, what was said to it, and others' secrets. */
export type World = {
  readonly endpoint: TestEndpoint;
  readonly samples: readonly Sample[];
  /** Ids and names in use: of the sender's own, and of the others. */
  readonly words: readonly string[];
  /** Words that only records of the others hold. */
  readonly secret: string;
  /** Everything of the others, and who may come in. */
  dump(): Promise<unknown>;
  /** The errors that the endpoint logged. */
  readonly errors: readonly string[];
};

/** An endpoint on which every recording was played, and a team of others that no recording knows. */
export const makeWorld = async (clientFolder: string, dialect?: TestDialect): Promise<World> => {
  const errors: string[] = [];
  const logger: Logger = {
    info: () => undefined,
    error: (event, facts) => errors.push(`${event} ${JSON.stringify(facts)}`),
  };
  const endpoint = await makeEndpoint({ logger, clientFolder, dialect, seed: replaySeed });
  const replayed = await replay(endpoint, readCorpus(PROTOCOL_VERSION));
  const samples = replayed.flatMap(({ recorded, request, cookie, status }) =>
    status < 400 && typeof request === "object" ? [{ path: recorded.path, cookie, request }] : [],
  );
  const secret = "Salaisuus";
  const homes = await makeOthers(endpoint, secret);
  return {
    endpoint,
    samples,
    words: await wordsOf(endpoint.database),
    secret,
    dump: () => dumpOf(endpoint.database, homes),
    errors,
  };
};

const makeOthers = async (endpoint: TestEndpoint, secret: string): Promise<readonly ScopeId[]> => {
  const team = await endpoint.addTeam("Toinen tiimi");
  const owner = await enrolledDevice(endpoint, { team, name: "Omistaja Koe" });
  const own = owner.member as string as ScopeId;
  const edits = makeEdits(endpoint);
  const client = edits.create("client", { name: secret, phone: "", note: `${secret}.` }, team);
  await owner.push(
    client,
    edits.set(client.record, 1, "name", `${secret} toinen`),
    edits.create("referral", { person: secret, ownNote: secret }, team),
    edits.create("later-kind", { anything: [secret] }, team),
    edits.create("memo", { body: secret }, own),
  );
  return [team, own];
};

const wordsOf = async (database: Kysely<Schema>): Promise<readonly string[]> => {
  const entities = await database.selectFrom("entity").select("id").execute();
  const scopes = await database.selectFrom("scope").select(["id", "epoch"]).execute();
  const devices = await database.selectFrom("device").select("id").execute();
  const ops = await database.selectFrom("applied").select("op_id").execute();
  const verbs = ["new", "set", "text", "inc", "rem", "del", "share", "unshare"];
  const fields = ["name", "note", "counts.work", "checklist.b7", "messages.m1", "ownNote", "slot"];
  return [
    ...[...entities, ...scopes, ...devices].map(({ id }) => id),
    ...scopes.map(({ epoch }) => epoch),
    ...ops.map((row) => row.op_id),
    ...verbs,
    ...fields,
  ];
};
