import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { MemberId, ScopeId } from "#domain/ids.ts";
import type { Role } from "#domain/kind.ts";
import { issueCode } from "#endpoint/access/enrolment-code.ts";
import { createApp } from "#endpoint/app.ts";
import type { DataContext } from "#endpoint/commands/command.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import type { AppDeps } from "#endpoint/deps.ts";
import { makeLogger } from "#endpoint/logger.ts";
import { makeNetwork, makeTeam } from "#endpoint/starter/make-network.ts";
import { makeWakeBus, type WakeBus } from "#endpoint/wake-bus.ts";
import { dialects, type TestDialect } from "./dialects.ts";
import { makeSeededChance, makeTestClock, type TestClock } from "../platform.ts";
import { smallNetwork } from "./small-network.ts";

/** An endpoint in this process, on a database of its own with one small area and one team. */
export type TestEndpoint = AsyncDisposable & {
  readonly app: Hono;
  readonly database: Kysely<Schema>;
  readonly clock: TestClock;
  readonly chance: Chance;
  readonly wakeBus: WakeBus;
  /** What the endpoint logged. */
  readonly log: readonly string[];
  /** The settings that commands on its data go by. */
  readonly config: DataContext["config"] & { readonly erasureKey: string };
  readonly area: ScopeId;
  readonly team: ScopeId;
  /**
   * Asks the endpoint as a browser's `fetch` on the endpoint's own page would: fits wherever `fetch` is injected.
   * `path` may be a whole address; only its path counts.
   */
  readonly fetch: (path: string | URL | Request, init?: RequestInit) => Promise<Response>;
  addTeam(name: string): Promise<ScopeId>;
  /** Makes an enrolment code: for a new adviser of the first team unless it says otherwise. */
  code(invitation?: { team?: ScopeId; role?: Role; member?: MemberId | null }): Promise<string>;
  close(): Promise<void>;
};

/** Makes an endpoint. Same options and same calls, same ids and times. */
export const makeEndpoint = async (
  options: Partial<AppDeps> & {
    readonly dialect?: TestDialect | undefined;
    readonly seed?: number;
    readonly clock?: TestClock;
  } = {},
): Promise<TestEndpoint> => {
  const { dialect = dialects[0], seed = 1, ...overrides } = options;
  if (dialect === undefined) throw new Error("there is no dialect");
  const clock = options.clock ?? makeTestClock();
  const chance = overrides.chance ?? makeSeededChance(seed);
  const database = overrides.database ?? (await dialect.open());
  const wakeBus = overrides.wakeBus ?? makeWakeBus();
  const log: string[] = [];
  const logger = makeLogger(clock, (line) => log.push(line));
  const made = await makeNetwork(database, smallNetwork, ["Koetiimi"], chance, clock.now());
  const [team] = made.teams;
  if (team === undefined) throw new Error("a network has a team");
  const config = {
    dataFolder: join(tmpdir(), "katve-no-such-folder"),
    databaseUrl: null,
    erasureKey: "koeavain",
  };
  const defaults = { logger, origin: null, clientFolder: null, erasureKey: config.erasureKey };
  const app = createApp({ ...defaults, ...overrides, database, clock, chance, wakeBus });
  const close = async () => {
    wakeBus.close();
    await database.destroy();
  };
  return {
    app,
    database,
    clock,
    chance,
    wakeBus,
    log,
    config,
    area: made.area,
    team,
    fetch: askAsPage(app),
    addTeam: (name) => makeTeam(database, made.area, name, chance, clock.now()),
    code: ({ team: into = team, role = "adviser", member = null } = {}) =>
      issueCode(database, { team: into, role, member }, chance, clock.now()),
    close,
    [Symbol.asyncDispose]: close,
  };
};

/** Asks an endpoint as a browser's `fetch` on the endpoint's own page would. */
export const askAsPage =
  (app: Hono): TestEndpoint["fetch"] =>
  async (path, init) => {
    const url = path instanceof Request ? path : new URL(path, "http://localhost");
    const request = new Request(url, init);
    if (!request.headers.has("sec-fetch-site"))
      request.headers.set("sec-fetch-site", "same-origin");
    return app.request(request);
  };
