import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, openAt } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { runEndpoint } from "../support/endpoint/run-endpoint.ts";

describe.each(dialects)("twelve writers at once on $name", (dialect) => {
  test("leave no gap in a scope's numbers, and a reader in between misses nothing", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const reader = await enrolledDevice(endpoint);
    const writers = await Promise.all(Array.from({ length: 12 }, () => enrolledDevice(endpoint)));
    const edits = makeEdits(endpoint);
    const rounds = 5;
    const write = async (writer: (typeof writers)[number]) => {
      for (let round = 0; round < rounds; round += 1) {
        await writer.push(
          ...[1, 2, 3].map((n) => edits.create("client", { name: `Asiakas ${n}` })),
        );
      }
    };
    const seen = new Set<string>();
    let cur = (await reader.sync()).cursors;
    let isWriting = true;
    const read = async () => {
      for (let isLast = false; !isLast;) {
        isLast = !isWriting;
        const answer = await reader.sync({ cur });
        cur = { ...cur, ...answer.cursors };
        for (const id of answer.records.keys()) seen.add(id);
      }
    };
    await Promise.all([read(), Promise.all(writers.map(write)).then(() => (isWriting = false))]);
    const feed = await endpoint.database
      .selectFrom("feed")
      .select(["seq", "entity_id"])
      .where("scope_id", "=", endpoint.team)
      .orderBy("seq")
      .execute();
    const count = 12 * rounds * 3;
    expect(feed.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    expect(seen).toEqual(new Set(feed.map(({ entity_id }) => entity_id)));
  });
});

describe.each(dialects)("a database of $name in use", (dialect) => {
  test("an exchange without edits does not wait for somebody who is writing", async () => {
    const settings = await dialect.settings();
    await using endpoint = await makeEndpoint({ database: await openAt(settings) });
    const device = await enrolledDevice(endpoint);
    const { cursors } = await device.sync();
    const other = await openAt(settings);
    try {
      await other.transaction().execute(async (transaction) => {
        await transaction
          .updateTable("scope")
          .set((row) => ({ seq: row("seq", "+", 1) }))
          .where("id", "=", endpoint.team)
          .execute();
        const answer = await device.sync({ cur: cursors });
        expect(answer.lines).toHaveLength(2);
      });
      expect((await device.sync({ cur: cursors })).chunksOf(endpoint.team)).toHaveLength(1);
    } finally {
      await other.destroy();
    }
  });

  test("the command line writes to it while the endpoint does", async () => {
    const settings = await dialect.settings();
    await using endpoint = await makeEndpoint({ database: await openAt(settings) });
    const device = await enrolledDevice(endpoint);
    const edits = makeEdits(endpoint);
    let isDone = false;
    const push = async () => {
      for (let count = 1; ; count += 1) {
        const make = edits.create("client", { name: `Asiakas ${count}` });
        expect((await device.push(make)).ack(make)).toBe("a");
        if (isDone) return count;
        // Nothing else in this loop waits for the world outside: the commands would never be heard to end.
        await setImmediate();
      }
    };
    const commands = Promise.all(
      Array.from({ length: 4 }, () => runEndpoint("command.ts", ["code"], settings)),
    ).finally(() => (isDone = true));
    const [pushes, outcomes] = await Promise.all([push(), commands]);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    const codes = await endpoint.database.selectFrom("enrolment_code").selectAll().execute();
    expect(codes).toHaveLength(5);
    const clients = await endpoint.database.selectFrom("applied").selectAll().execute();
    expect(clients).toHaveLength(pushes);
  });
});
