import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { conflictsIn, twoAdvisers } from "../support/endpoint/two-advisers.ts";

describe.each(dialects)("a conflict ($name)", (dialect) => {
  /** Two advisers have set one name without sight of each other; both know the conflict. */
  const conflictOfNames = async () => {
    const team = await twoAdvisers(dialect);
    await team.one.push(team.edits.set(team.client, 1, "name", "Yksi"));
    const answer = await team.other.push(team.edits.set(team.client, 1, "name", "Kaksi"));
    const record = [...answer.records.values()].find(({ t }) => t === "conflict");
    if (record === undefined) throw new Error("there is no conflict");
    return { ...team, conflict: record.id };
  };

  test("tells who wrote what stands, also where a text was merged", async () => {
    await using team = await twoAdvisers(dialect, "Summa 142 e.");
    const { one, other, edits, endpoint, client } = team;
    const hash = sha256(team.note);
    const keptAt = endpoint.clock.now();
    await one.push(edits.text(client, 1, "note", "Summa 162 e.", { hash }));
    endpoint.clock.advance(60_000);
    const answer = await other.push(edits.text(client, 1, "note", "Summa 542 e.", { hash }));
    expect(conflictsIn(answer.records.values())).toMatchObject([
      { kept: "Summa 162 e.", keptBy: one.member, keptAt, lostBy: other.member },
    ]);
  });

  test("names who last changed the text that stands, not who sent the same words after that", async () => {
    await using team = await twoAdvisers(dialect, "Summa 142 e.");
    const { one, other, edits, endpoint, client } = team;
    const third = await enrolledDevice(endpoint, { name: "Kolme Kolmas" });
    const hash = sha256(team.note);
    const keptAt = endpoint.clock.now();
    await one.push(edits.text(client, 1, "note", "Summa 162 e.", { hash }));
    endpoint.clock.advance(60_000);
    await other.push(edits.text(client, 1, "note", "Summa 162 e.", { hash }));
    endpoint.clock.advance(60_000);
    const answer = await third.push(edits.text(client, 1, "note", "Summa 542 e.", { hash }));
    expect(conflictsIn(answer.records.values())).toMatchObject([
      { kept: "Summa 162 e.", keptBy: one.member, keptAt, lostBy: third.member },
    ]);
  });

  test("can be closed by a third member of the team", async () => {
    await using team = await conflictOfNames();
    const { endpoint, edits, conflict } = team;
    const third = await enrolledDevice(endpoint, { name: "Kolme Kolmas" });
    const closed = { by: third.member, at: endpoint.clock.now(), chose: "kept" };
    const close = edits.set(conflict, 1, "closed", closed);
    const answer = await third.push(close);
    expect(answer.ack(close)).toBe("a");
    expect(conflictsIn(answer.records.values())).toMatchObject([{ closed }]);
  });

  test("cannot be closed by somebody of another team", async () => {
    await using team = await conflictOfNames();
    const { endpoint, edits, conflict } = team;
    const elsewhere = await enrolledDevice(endpoint, { team: await endpoint.addTeam("Toinen") });
    const closed = { by: elsewhere.member, at: endpoint.clock.now(), chose: "kept" };
    const close = edits.set(conflict, 1, "closed", closed);
    expect((await elsewhere.push(close)).ack(close)).toBe("r:edit.not_allowed");
  });

  test("that two close at once stays one: the later decision stands and the other is kept", async () => {
    await using team = await conflictOfNames();
    const { one, other, edits, endpoint, conflict } = team;
    const now = endpoint.clock.now();
    const first = { by: one.member, at: now - 60_000, chose: "lost" };
    const second = { by: other.member, at: now, chose: "kept" };
    await other.push(edits.set(conflict, 1, "closed", second));
    const late = edits.set(conflict, 1, "closed", first, toInstant(now - 60_000));
    const answer = await one.push(late);
    expect(answer.ack(late)).toBe("c");
    expect(conflictsIn(answer.records.values())).toMatchObject([{ closed: second }]);
    expect((await team.earlier()).at(-1)).toMatchObject({
      entity_id: conflict,
      why: "conflict",
      value: JSON.stringify(first),
    });
  });

  test("is not closed by something that is no decision", async () => {
    await using team = await conflictOfNames();
    const { one, edits, conflict } = team;
    const wrong = edits.set(conflict, 1, "closed", { by: one.member, chose: "Kept!" });
    expect((await one.push(wrong)).ack(wrong)).toBe("r:edit.value_invalid");
  });
});
