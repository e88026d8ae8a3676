import { join } from "node:path";
import { expect, test } from "vitest";
import { clock, filledFolder, katve, onData } from "../support/endpoint/data-files.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";

test("a restoration passes on what was erased since, also of records that the backup never knew", async () => {
  const folder = await filledFolder();
  const file = join(await temporaryFolder(), "kopio");
  await katve(folder, "backup", file);
  const record = "erased-record-made-sin";
  const feeds = () =>
    onData(folder, (database) =>
      database
        .selectFrom("feed")
        .select(["scope_id", "op", "erased"])
        .where("entity_id", "=", record)
        .execute(),
    );
  const heard = await onData(folder, async (database) => {
    const scopes = await database.selectFrom("scope").select("id").execute();
    for (const { id } of scopes) {
      const row = { entity_id: record, seq: 1_000, op: "drop", at: 1, erased: 1 } as const;
      await database
        .insertInto("feed")
        .values({ ...row, scope_id: id })
        .execute();
    }
    return scopes.map(({ id }) => ({ scope_id: id, op: "drop", erased: 1 }));
  });
  for (const _ of ["once", "and again"]) {
    expect(await katve(folder, "restore", file)).toContain("Restored");
    expect(await feeds()).toEqual(expect.arrayContaining(heard));
    expect(await feeds()).toHaveLength(heard.length);
    clock.advance(60_000);
  }
});
