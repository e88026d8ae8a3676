import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import { type DeviceId, makeDeviceId, type MemberId, type ScopeId } from "#domain/ids.ts";
import type { Clock } from "#domain/instant.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { enrol } from "../access/enrol.ts";
import { issueCode } from "../access/enrolment-code.ts";
import { createApp } from "../app.ts";
import { migrate } from "../database/migrate.ts";
import type { Schema } from "../database/schema.ts";
import { openSqlite } from "../database/sqlite.ts";
import { makeLogger } from "../logger.ts";
import { makeNetwork } from "../starter/make-network.ts";
import type { Network } from "../starter/network.ts";
import { makeWakeBus } from "../wake-bus.ts";

/** Where a rehearsal is played: an endpoint of its own with one adviser in one team, in memory. */
export type Stage = {
  readonly team: ScopeId;
  readonly member: MemberId;
  /** Sends an exchange of the adviser's device as a page would, and returns the lines of its answer. */
  exchange(request: Pick<SyncRequest, "ops" | "cur">): Promise<readonly string[]>;
  close(): Promise<void>;
};

const origin = "http://localhost";

const network: Network = {
  area: { fi: "Harjoitus", sv: "Övning", en: "Rehearsal" },
  municipalities: [],
  organisations: [],
};

/** Sets the stage. Throws what breaks: nothing here depends on anything but the program. */
export const setStage = async (clock: Clock, chance: Chance): Promise<Stage> => {
  const database = openSqlite(":memory:");
  try {
    if (!(await migrate(database)).ok) throw new Error("an empty database is too new");
    const { teams } = await makeNetwork(database, network, ["Harjoitus"], chance, clock.now());
    const [team] = teams as readonly [ScopeId];
    const adviser = await enrolAdviser(database, team, clock, chance);
    const app = createApp({
      database,
      clock,
      chance,
      wakeBus: makeWakeBus(),
      // What goes wrong shows in the answers.
      logger: makeLogger(clock, () => undefined),
      origin: null,
      erasureKey: "",
      clientFolder: null,
    });
    return {
      team,
      member: adviser.member,
      exchange: async (request) => {
        const { device: dev, token } = adviser;
        const whole = { p: PROTOCOL_VERSION, dev, now: clock.now(), ...request };
        const response = await app.request(`${origin}/sync`, {
          method: "POST",
          headers: {
            origin,
            host: new URL(origin).host,
            cookie: `katve-here=${token}`,
            "content-type": "application/json",
          },
          body: JSON.stringify(whole),
        });
        if (!response.ok) throw new Error(`an exchange came to ${response.status}`);
        return (await response.text()).split("\n").slice(0, -1);
      },
      close: () => database.destroy(),
    };
  } catch (cause) {
    await database.destroy();
    throw cause;
  }
};

type Adviser = { readonly member: MemberId; readonly device: DeviceId; readonly token: string };

const enrolAdviser = async (
  database: Kysely<Schema>,
  team: ScopeId,
  clock: Clock,
  chance: Chance,
): Promise<Adviser> => {
  const now = clock.now();
  const code = await issueCode(database, { team, role: "adviser", member: null }, chance, now);
  const device = makeDeviceId(chance);
  const seconds = Math.floor(now / 1_000);
  const enrolled = await enrol(
    database,
    {
      code,
      name: "Harjoitus",
      // Nothing is signed here, so nothing is held against the key.
      device: { id: device, label: "", key: { kty: "EC", crv: "P-256", x: "", y: "" } },
      proof: { jti: "rehearsal", iat: seconds, exp: seconds + 60 },
    },
    chance,
    now,
  );
  if (!enrolled.ok) throw new Error(`an enrolment came to ${enrolled.failure}`);
  const { member, token } = enrolled.value;
  return { member, device, token };
};
