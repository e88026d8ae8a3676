import { type Kysely, sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { readConfig } from "#endpoint/config.ts";
import { findArea, listTeams } from "#endpoint/access/people.ts";
import { openDatabase, tellPlace } from "#endpoint/database/open.ts";
import { openPostgres } from "#endpoint/database/postgres.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { inSnapshot } from "#endpoint/database/snapshot.ts";
import { transact } from "#endpoint/database/transact.ts";
import { enrolledDevice, makeEdits } from "../../support/endpoint/device.ts";
import { makeEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { runEndpoint, startProgram } from "../../support/endpoint/run-endpoint.ts";
import { ask } from "../../support/postgres/ask.ts";
import { ownDatabase } from "../../support/postgres/own-database.ts";

const open = (url: string, onLost: (cause: unknown) => void = () => undefined) => {
  const database = openPostgres(url, onLost);
  onTestFinished(() => database.destroy());
  return database;
};

const pidOf = async (database: Kysely<Schema>): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
  return rows[0]?.pid ?? 0;
};

/** For tests of several steps of real processes, each of which may take seconds while others use the machine. */
const patiently = { timeout: 30_000 };
const soon = { timeout: 10_000 };

/** Until some statement in the database waits for a lock. */
const untilWaiting = (url: string) =>
  vi.waitFor(async () => {
    const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
    expect(await ask(url, `${waiting} and datname = current_database()`)).toHaveLength(1);
  }, soon);

test("whole numbers of 64 bits come as numbers, and one that is too large for that is a defect", async () => {
  const database = open(await ownDatabase("tables"));
  const number = (text: string) => sql<{ n: unknown }>`select ${sql.raw(text)}::bigint as n`;
  const { rows } = await number(String(Number.MAX_SAFE_INTEGER)).execute(database);
  expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
  await expect(number("9007199254740992").execute(database)).rejects.toThrow("too large");
  expect(await database.selectFrom("scope").selectAll().execute()).toEqual([]);
});

test("a transaction whose connection breaks leaves nothing behind, and the next one has a new connection", async () => {
  const url = await ownDatabase("tables");
  const onLost = vi.fn();
  const database = open(url, onLost);
  const broken = transact(database, async (transaction) => {
    await transaction.insertInto("member").values({ id: "somebody", created_at: 0 }).execute();
    await ask(url, `select pg_terminate_backend(${await pidOf(transaction)}, 5000)`);
    await vi.waitFor(() => expect(onLost).toHaveBeenCalled(), soon);
    await transaction.insertInto("member").values({ id: "another", created_at: 0 }).execute();
  });
  await expect(broken).rejects.toThrow();
  expect(await database.selectFrom("member").selectAll().execute()).toEqual([]);
});

test("a push that another one overtakes runs again and finds what that one wrote", async () => {
  const url = await ownDatabase("tables");
  await using endpoint = await makeEndpoint({ database: open(url) });
  const device = await enrolledDevice(endpoint);
  const make = makeEdits(endpoint).create("client", { name: "Kanerva" });
  const other = open(url);
  let pushed: ReturnType<typeof device.push> | undefined;
  await transact(other, async (transaction) => {
    const { id: op_id, record: entity_id } = make;
    const answer = { op_id, entity_id, device_id: device.id, ack: "r:edit.record_deleted", at: 1 };
    await transaction.insertInto("applied").values(answer).execute();
    pushed = device.push(make);
    await untilWaiting(url);
  });
  const answer = await pushed;
  expect(answer?.ack(make)).toBe("r:edit.record_deleted");
  expect(answer?.header.echo).toEqual([]);
});

test("a transaction that is undone each time is given up after five attempts", async () => {
  const database = open(await ownDatabase("tables"));
  const work = vi.fn(async (transaction: Kysely<Schema>) => {
    for (const created_at of [1, 2]) {
      await transaction.insertInto("member").values({ id: "somebody", created_at }).execute();
    }
  });
  await expect(transact(database, work)).rejects.toMatchObject({ code: "23505" });
  expect(work).toHaveBeenCalledTimes(5);
});

test("a snapshot does not see what is committed while it is read, and writes nothing", async () => {
  const url = await ownDatabase("tables");
  const database = open(url);
  const insert = `insert into member (id, created_at) values ('somebody', 0)`;
  await inSnapshot(database, async (snapshot) => {
    expect(await snapshot.selectFrom("member").selectAll().execute()).toEqual([]);
    await ask(url, insert);
    expect(await snapshot.selectFrom("member").selectAll().execute()).toEqual([]);
  });
  const writing = inSnapshot(database, (snapshot) => sql.raw(insert).execute(snapshot));
  await expect(writing).rejects.toMatchObject({ code: "25006" });
});

test(
  "four processes that start at once on an empty database make one area and one team",
  patiently,
  async () => {
    const settings = { DATABASE_URL: await ownDatabase("nothing"), PORT: "0" };
    const running = [1, 2, 3, 4].map(() => startProgram("main.ts", [], settings));
    for (const { printed } of running) await printed(/\/enrol#[0-9A-Z]{10}/);
    const database = open(settings.DATABASE_URL);
    const scopes = await database.selectFrom("scope").select("kind").execute();
    expect(scopes.map(({ kind }) => kind).sort()).toEqual(["area", "team"]);
    expect(await findArea(database)).not.toBeNull();
    expect(await listTeams(database)).toHaveLength(1);
    for (const { process, ended } of running) {
      process.kill("SIGTERM");
      expect(await ended).toMatchObject({ status: 0, errors: "" });
    }
  },
);

test(
  "an endpoint outlives its connections, and says while the database is away that it is not ready",
  patiently,
  async () => {
    const url = await ownDatabase("nothing");
    const running = startProgram("main.ts", [], { DATABASE_URL: url, PORT: "0" });
    const [, origin = ""] = await running.printed(/(http:\/\/localhost:\d+)\n/);
    const statusOf = async (path: string) => (await fetch(`${origin}${path}`)).status;
    expect(await statusOf("/readyz")).toBe(200);
    const name = new URL(url).pathname.slice(1);
    const server = url.replace(`/${name}`, "/postgres");
    await ask(server, `alter database ${name} allow_connections false`);
    await ask(
      server,
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`,
    );
    await vi.waitFor(async () => expect(await statusOf("/readyz")).toBe(503), soon);
    expect(await statusOf("/healthz")).toBe(200);
    await ask(server, `alter database ${name} allow_connections true`);
    await vi.waitFor(async () => expect(await statusOf("/readyz")).toBe(200), soon);
    running.process.kill("SIGTERM");
    const { status, errors } = await running.ended;
    expect(status).toBe(0);
    expect(errors).toContain("database.lost");
  },
);

const unusable = [
  {
    what: "does not answer",
    change: () => "postgresql://katve:salaisuus@127.0.0.1:1/katve",
    line: /The database 127\.0\.0\.1:1\/katve cannot be used \(ECONNREFUSED\)/,
  },
  {
    what: "does not exist",
    change: (url: string) => url.replace(/postgres@(.*)\/test_/, "postgres:salaisuus@$1/no_"),
    line: /there is no such database/,
  },
  {
    what: "is another program's",
    change: () => "mysql://katve:salaisuus@localhost/katve",
    line: /DATABASE_URL has to be an address such as/,
  },
  {
    what: "has no name",
    change: () => "postgresql://katve:salaisuus@localhost",
    line: /DATABASE_URL has to be an address such as/,
  },
];

test.each(unusable)(
  "a database that $what ends the start with one line, without the password",
  async ({ change, line }) => {
    const settings = { DATABASE_URL: change(await ownDatabase("nothing")), PORT: "0" };
    const { status, output, errors } = await runEndpoint("main.ts", [], settings);
    expect(errors).toMatch(/^katve: [^\n]+\n$/);
    expect(errors).toMatch(line);
    expect(errors).not.toContain("salaisuus");
    expect({ status, output }).toEqual({ status: 1, output: "" });
  },
);

test("a database in an encoding that lacks letters is not used", async () => {
  const url = await ownDatabase("nothing");
  const name = `${new URL(url).pathname.slice(1)}_latin`;
  await ask(url, `create database ${name} template template0 encoding 'LATIN1'`);
  onTestFinished(async () => void (await ask(url, `drop database ${name} with (force)`)));
  const config = readConfig({ DATABASE_URL: url.replace(/\/test_\w+/, `/${name}`) });
  if (!config.ok) throw new Error("the settings are wrong");
  expect(await openDatabase(config.value)).toEqual({
    ok: false,
    failure: { code: "database.not_reached", reason: "its encoding is not UTF8" },
  });
  expect(tellPlace(config.value)).toMatch(new RegExp(`^/.*/${name}$`));
});
