import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { describe, expect, test } from "vitest";
import { migrate, migrations } from "#endpoint/database/migrate.ts";
import { first } from "#endpoint/database/migrations/001-first.ts";
import { sharing } from "#endpoint/database/migrations/002-sharing.ts";
import { openDatabase } from "#endpoint/database/open.ts";
import { isPostgres } from "#endpoint/database/postgres.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";

describe.each(dialects)("a database of $name", ({ open }) => {
  test("is brought to this version once, and left alone after that", async () => {
    const database = await open();
    expect(await migrate(database)).toEqual({ ok: true, value: true });
    await database.destroy();
  });

  test("of a newer version is not touched", async () => {
    const database = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2031')`.execute(
      database,
    );
    const migrated = await migrate(database);
    expect(migrated).toEqual({
      ok: false,
      failure: { code: "database.newer", names: ["999-later"] },
    });
    await database.destroy();
  });

  test("refuses what breaks its rules", async () => {
    const database = await open();
    const membership = { member_id: "nobody", scope_id: "nothing", role: "adviser" };
    await expect(database.insertInto("membership").values(membership).execute()).rejects.toThrow();
    await database.destroy();
  });
});

describe.each(dialects)("a database of $name with earlier values", ({ openBare }) => {
  test("keeps them, each with whose it was, and takes two of one edit", async () => {
    const database = await openBare();
    const before = Object.entries(migrations).filter(([name]) => name < "008");
    const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(before)) };
    await new Migrator({ db: database, provider }).migrateToLatest();
    const value = { op_id: "op", part: 0, entity_id: "e", field: "note", value: '"x"' };
    const kept = { ...value, why: "conflict", by_member: "aino", by_device: null, by_at: 3 };
    const row = { ...kept, at: 4, joint: 1 };
    await database.insertInto("earlier").values(row).execute();

    expect(await migrate(database)).toEqual({ ok: true, value: true });
    const rows = () => database.selectFrom("earlier").selectAll().execute();
    expect(await rows()).toEqual([{ ...row, hash: null }]);
    await database
      .insertInto("earlier")
      .values({ ...row, part: 1, hash: "h" })
      .execute();
    expect(await rows()).toHaveLength(2);
    await database.destroy();
  });
});

/** References that lead nowhere. Only SQLite can be made to have some. */
const brokenReferences = async (database: Kysely<Schema>) =>
  isPostgres(database) ? [] : (await sql`pragma foreign_key_check`.execute(database)).rows;

describe.each(dialects)("a database of $name from the first version", ({ openBare }) => {
  test("keeps everything, and everybody gets a scope of their own", async () => {
    const database = await openBare();
    const provider = { getMigrations: () => Promise.resolve({ "001-first": first }) };
    await new Migrator({ db: database, provider }).migrateToLatest();
    for (const statement of [
      sql`insert into scope (id, kind, area_id, seq, epoch) values ('area', 'area', null, 7, 'e')`,
      sql`insert into scope (id, kind, area_id, seq, epoch) values ('team', 'team', 'area', 9, 'e')`,
      sql`insert into member (id, created_at) values ('aino', 5)`,
      sql`insert into membership (member_id, scope_id, role) values ('aino', 'team', 'coordinator')`,
    ]) {
      await statement.execute(database);
    }

    expect(await migrate(database)).toEqual({ ok: true, value: true });
    const scopes = await database
      .selectFrom("scope")
      .select(["id", "kind", "seq"])
      .orderBy("id")
      .execute();
    expect(scopes).toEqual([
      { id: "aino", kind: "person", seq: 0 },
      { id: "area", kind: "area", seq: 7 },
      { id: "team", kind: "team", seq: 9 },
    ]);
    const roles = await database
      .selectFrom("membership")
      .select(["scope_id", "role"])
      .orderBy("scope_id")
      .execute();
    expect(roles).toEqual([
      { scope_id: "aino", role: "adviser" },
      { scope_id: "team", role: "coordinator" },
    ]);
    expect(await brokenReferences(database)).toEqual([]);
    const stranger = { member_id: "aino", scope_id: "nothing", role: "adviser" };
    await expect(database.insertInto("membership").values(stranger).execute()).rejects.toThrow();
    await database.destroy();
  });
});

describe.each(dialects)("a database of $name from before times had an end", ({ openBare }) => {
  test("is told when the times end, whatever else the records say", async () => {
    const database = await openBare();
    const provider = {
      getMigrations: () => Promise.resolve({ "001-first": first, "002-sharing": sharing }),
    };
    await new Migrator({ db: database, provider }).migrateToLatest();
    await sql`insert into scope (id, kind, epoch) values ('team', 'team', 'e')`.execute(database);
    const slot = { start: 1_795_680_000_000, end: 1_795_683_600_000 };
    const odd = { title: "a\0b \ud800", slot };
    const records: readonly (readonly [string, string, number, object])[] = [
      ["plain", "appointment", 0, { slot }],
      ["odd", "appointment", 0, odd],
      ["gone", "appointment", 1, { slot }],
      ["without", "appointment", 0, { slot: null }],
      ["other", "event", 0, { slot }],
      ...Array.from({ length: 600 }, (_, index) => {
        return [`many-${index}`, "appointment", 0, { slot: { end: index } }] as const;
      }),
    ];
    for (const [id, kind, deleted, fields] of records) {
      await sql`insert into entity (id, kind, home, ver, deleted, fields, stamps)
        values (${id}, ${kind}, 'team', 1, ${deleted}, ${JSON.stringify(fields)}, '{}')`.execute(
        database,
      );
    }
    expect(await migrate(database)).toEqual({ ok: true, value: true });
    const rows = await database.selectFrom("entity").select(["id", "ends_at"]).execute();
    const ends = new Map(rows.map((row) => [row.id, row.ends_at]));
    expect(["plain", "odd", "gone", "without", "other"].map((id) => ends.get(id))).toEqual([
      slot.end,
      slot.end,
      null,
      null,
      null,
    ]);
    for (let index = 0; index < 600; index += 1) expect(ends.get(`many-${index}`)).toBe(index);
    await database.destroy();
  });
});

const inFolder = (dataFolder: string) => ({ dataFolder, databaseUrl: null });

describe("a data folder", () => {
  test("is made with its database, which is safe against power cuts", async () => {
    const opened = await openDatabase(inFolder(join(await temporaryFolder(), "new/data")));
    if (!opened.ok) throw new Error("it does not open");
    const settingOf = async (name: string) => {
      const { rows } = await sql<object>`${sql.raw(`pragma ${name}`)}`.execute(opened.value);
      return Object.values(rows[0] ?? {})[0] as unknown;
    };
    expect(await settingOf("journal_mode")).toBe("wal");
    expect(await settingOf("synchronous")).toBe(2);
    expect(await settingOf("foreign_keys")).toBe(1);
    expect(await settingOf("busy_timeout")).toBe(5_000);
    await opened.value.destroy();
  });

  test("that is a file, or whose database is none, is not opened", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    await writeFile(
      join(folder, "katve.sqlite"),
      "this is no database, only some text ".repeat(50),
    );
    const inFile = await openDatabase(inFolder(join(folder, "file")));
    expect(inFile).toEqual({
      ok: false,
      failure: { code: "database.not_opened", reason: "EEXIST" },
    });
    const broken = await openDatabase(inFolder(folder));
    expect(broken).toEqual({
      ok: false,
      failure: { code: "database.not_opened", reason: "SQLITE_NOTADB" },
    });
  });
});
