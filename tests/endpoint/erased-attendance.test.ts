import { describe, expect, test } from "vitest";
import { commands } from "#endpoint/commands/all.ts";
import type { RecordId } from "#domain/ids.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";
import { conflictsIn, twoAdvisers } from "../support/endpoint/two-advisers.ts";

describe.each(dialects)("erasing somebody of a group on $name", (dialect) => {
  test("takes the attendance along everywhere, and leaves the group and the others in it", async () => {
    await using team = await twoAdvisers(dialect);
    const { endpoint, one, other, edits, client } = team;
    const friend = edits.create("client", { name: "Ystävä", phone: "", note: "" });
    const group = edits.create("appointment", { form: "group", title: "Hakuilta", client: null });
    await one.push(friend, group);
    const attend = (who: RecordId) =>
      edits.create("attendance", {
        appointment: group.record,
        client: who,
        came: "expected",
        minutes: null,
      });
    const [gone, left] = [attend(client), attend(friend.record)];
    await one.push(gone, left);
    // Two advisers tick differently without having seen each other: what is kept of that is about the client too.
    await one.push(edits.set(gone.record, 1, "came", "arrived"));
    await other.push(edits.set(gone.record, 1, "came", "no-show"));
    const before = await other.sync();
    expect(conflictsIn(before.records.values())).toMatchObject([{ record: gone.record }]);

    const config = { ...endpoint.config, dataFolder: await temporaryFolder() };
    const context = { ...endpoint, origin: "http://localhost:8787", config };
    const told = await commands.get("erase")?.run(context, { RECORD: client });
    expect(told).toMatchObject({ ok: true });

    const rows = await endpoint.database.selectFrom("entity").select(["id", "kind"]).execute();
    const kept = rows.filter(({ kind }) => ["appointment", "attendance", "client"].includes(kind));
    expect(kept.map(({ id }) => id).sort()).toEqual(
      [friend.record, group.record, left.record].sort(),
    );
    expect(rows.filter(({ kind }) => kind === "conflict")).toEqual([]);
    const { records, chunks } = await other.sync({ cur: before.cursors });
    expect(chunks.flatMap(({ erase }) => erase ?? [])).toEqual(
      expect.arrayContaining([client, gone.record]),
    );
    expect(records.has(gone.record)).toBe(false);

    // Nobody brings the erased client back by a list.
    const again = await other.push(attend(client));
    expect(Object.values(again.header.ack)).toEqual(["r:edit.erased"]);
  });
});
