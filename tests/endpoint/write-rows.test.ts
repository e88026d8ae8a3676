import type { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { among } from "#endpoint/database/among.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { type WriteOf, writeRows } from "#endpoint/database/write-rows.ts";
import { dialects } from "../support/endpoint/dialects.ts";

type Row = { readonly id: string; readonly created_at: number };

const insertMembers: WriteOf<Row> = (database, rows) => database.insertInto("member").values(rows);

const membersOf = (database: Kysely<Schema>) =>
  database.selectFrom("member").selectAll().orderBy("created_at").execute();

describe.each(dialects)("rows written on $name", ({ open }) => {
  test("are all there, also when the statement's text was built for other values", async () => {
    const database = await open();
    const rows = Array.from({ length: 150 }, (_, at): Row => ({ id: `m'${at}`, created_at: at }));
    await writeRows(database, rows.slice(0, 9), insertMembers);
    await writeRows(database, rows.slice(9), insertMembers);
    await writeRows(database, [], insertMembers);
    expect(await membersOf(database)).toEqual(rows);
    await database.destroy();
  });

  test("stand under their own columns, whatever order those were named in", async () => {
    const database = await open();
    await writeRows(database, [{ id: "a", created_at: 1 }], insertMembers);
    await writeRows(database, [{ created_at: 2, id: "b" }], insertMembers);
    const mixed: Row[] = [
      { id: "c", created_at: 3 },
      { created_at: 4, id: "d" },
    ];
    await writeRows(database, mixed, insertMembers);
    expect((await membersOf(database)).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    await database.destroy();
  });

  test("are refused when the statement says more than they do", async () => {
    const database = await open();
    const withMore: WriteOf<Row> = (at, rows) =>
      at.insertInto("member").values(rows.map((row) => ({ ...row, created_at: 7 })));
    const written = writeRows(database, [{ id: "a", created_at: 1 }], withMore);
    await expect(written).rejects.toThrow(/other values/);
    expect(await membersOf(database)).toEqual([]);
    await database.destroy();
  });

  test("are found among any number of texts, whatever is in them", async () => {
    const database = await open();
    const ids = ["a", 'b"', "c'", "ä,", "{d}", "\\e"];
    const rows = ids.map((id, at): Row => ({ id, created_at: at }));
    await writeRows(database, rows, insertMembers);
    const found = async (values: Iterable<string>) =>
      (
        await database
          .selectFrom("member")
          .select("id")
          .where(among(database, "id", values))
          .orderBy("created_at")
          .execute()
      ).map(({ id }) => id);
    expect(await found(new Set(ids))).toEqual(ids);
    expect(await found(["ä,", "nobody"])).toEqual(["ä,"]);
    expect(await found([])).toEqual([]);
    await database.destroy();
  });
});
