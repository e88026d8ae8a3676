import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";

/** Two teams of one area, an adviser in each, and a client of the first. */
const twoTeams = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect });
  const otherTeam = await endpoint.addTeam("Toinen tiimi");
  const insider = await enrolledDevice(endpoint, { role: "coordinator" });
  const outsider = await enrolledDevice(endpoint, { team: otherTeam });
  const edits = makeEdits(endpoint);
  const make = edits.create("client", { name: "Kanerva" });
  await insider.push(make);
  const close = () => endpoint.close();
  return {
    endpoint,
    otherTeam,
    insider,
    outsider,
    edits,
    client: make.record,
    [Symbol.asyncDispose]: close,
  };
};

describe.each(dialects)("access on $name", (dialect) => {
  test("a member of another team sees nothing of the team, whatever cursor the device sends", async () => {
    await using area = await twoTeams(dialect);
    const { endpoint, outsider, insider, otherTeam } = area;
    const { cursors } = await insider.sync();
    const epoch = cursors[endpoint.team]?.[0] ?? "";
    for (const cur of [
      {},
      { [endpoint.team]: [epoch, 0] as const },
      { [endpoint.team]: [epoch, 0, 1] as const },
    ]) {
      const answer = await outsider.sync({ cur });
      expect(Object.keys(answer.header.scopes)).toEqual([
        endpoint.area,
        outsider.member,
        otherTeam,
      ]);
      expect(answer.chunksOf(endpoint.team)).toEqual([]);
      expect(JSON.stringify(answer.lines)).not.toContain("Kanerva");
    }
  });

  test("a member of another team changes nothing of the team, and learns nothing by trying", async () => {
    await using area = await twoTeams(dialect);
    const { endpoint, outsider, insider, edits, client } = area;
    const attempts = [
      edits.set(client, 1, "name", "Varas"),
      edits.text(client, 1, "note", "x", { hash: "A".repeat(43) }),
      edits.remove(client, 1),
      edits.create("client", { name: "Salaa" }, endpoint.team),
      { ...edits.create("client", { name: "Salaa" }, area.otherTeam), record: client },
    ];
    const answer = await outsider.push(...attempts);
    expect(attempts.map((op) => answer.ack(op))).toEqual([
      "r:edit.not_allowed",
      "r:edit.not_allowed",
      "r:edit.not_allowed",
      "r:edit.not_allowed",
      "r:edit.record_exists",
    ]);
    expect(answer.header.echo).toEqual([]);
    expect((await insider.sync()).records.get(client)).toMatchObject({
      ver: 1,
      f: { name: "Kanerva" },
    });
  });

  test("an answer to an edit that was made while one had the right shows no record afterwards", async () => {
    await using area = await twoTeams(dialect);
    const { endpoint, insider, edits, client } = area;
    const set = edits.set(client, 1, "name", "Suopursu");
    await insider.push(set);
    await endpoint.database
      .deleteFrom("membership")
      .where("scope_id", "=", endpoint.team)
      .where("member_id", "=", insider.member)
      .execute();
    const answer = await insider.sync({ q: [set.id] });
    expect(answer.ack(set)).toBe("a");
    expect(answer.header.echo).toEqual([]);
    expect(Object.keys(answer.header.scopes)).toEqual([endpoint.area, insider.member]);
    expect(JSON.stringify(answer.lines)).not.toContain("Suopursu");
  });

  test("only a coordinator shapes the area, and each adviser the own record", async () => {
    await using area = await twoTeams(dialect);
    const { endpoint, outsider, insider, edits } = area;
    const place = edits.create("place", { name: "Kirjasto" }, endpoint.area);
    const team = edits.set(endpoint.team as string as RecordId, 1, "name", "Uusi nimi");
    const own = edits.set(outsider.member as string as RecordId, 1, "name", "Uusi nimeni");
    const others = edits.set(insider.member as string as RecordId, 1, "name", "Kiusa");
    const asAdviser = await outsider.push(place, team, own, others);
    expect([place, team, own, others].map((op) => asAdviser.ack(op))).toEqual([
      "r:edit.not_allowed",
      "r:edit.not_allowed",
      "a",
      "r:edit.not_allowed",
    ]);
    const again = edits.create("place", { name: "Kirjasto" }, endpoint.area);
    const renamed = edits.set(endpoint.team as string as RecordId, 1, "name", "Uusi nimi");
    const asCoordinator = await insider.push(again, renamed);
    expect([again, renamed].map((op) => asCoordinator.ack(op))).toEqual(["a", "a"]);
  });

  test("a record is made in a scope of its kind's home", async () => {
    await using area = await twoTeams(dialect);
    const { endpoint, insider, edits } = area;
    const client = edits.create("client", { name: "Kanerva" }, endpoint.area);
    const place = edits.create("place", { name: "Kirjasto" }, endpoint.team);
    const answer = await insider.push(client, place);
    expect([client, place].map((op) => answer.ack(op))).toEqual([
      "r:edit.not_allowed",
      "r:edit.not_allowed",
    ]);
  });
});
