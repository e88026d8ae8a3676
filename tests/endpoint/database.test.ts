import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { migrate } from "#endpoint/database/migrate.ts";
import { openDatabase } from "#endpoint/database/open.ts";
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

describe("a data folder", () => {
  test("is made with its database, which is safe against power cuts", async () => {
    const opened = await openDatabase(join(await temporaryFolder(), "new/data"));
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
    const inFile = await openDatabase(join(folder, "file"));
    expect(inFile).toEqual({
      ok: false,
      failure: { code: "database.not_opened", reason: "EEXIST" },
    });
    const broken = await openDatabase(folder);
    expect(broken).toEqual({
      ok: false,
      failure: { code: "database.not_opened", reason: "SQLITE_NOTADB" },
    });
  });
});
