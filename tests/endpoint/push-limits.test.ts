import { describe, expect, test } from "vitest";
import { textMaxLength } from "#domain/fields/field.ts";
import { hourMs, toInstant } from "#domain/instant.ts";
import { recordMaxBytes } from "#endpoint/records/size.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { conflictsIn, echoOf, twoAdvisers } from "../support/endpoint/two-advisers.ts";

const invalid = "r:edit.value_invalid";
/** A text of the greatest length, of one letter. */
const longest = (letter: string) => letter.repeat(textMaxLength);

/** How many characters the endpoint keeps of records and of what stood in them before. */
const keptOf = async ({ endpoint: { database } }: Awaited<ReturnType<typeof twoAdvisers>>) => {
  const earlier = await database.selectFrom("earlier").select("value as text").execute();
  const texts = await database.selectFrom("text_rev").select("body as text").execute();
  const records = await database.selectFrom("entity").select("fields as text").execute();
  return [...earlier, ...texts, ...records].reduce((sum, { text }) => sum + text.length, 0);
};

describe.each(dialects)("a push on $name", (dialect) => {
  test("of two hundred texts written side by side is kept a bounded number of times", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const hash = sha256("");
    const ops = Array.from({ length: 200 }, (_, n) =>
      edits.text(client, 1, "later", `${n} ${"sana ".repeat(1_000)}loppu.`, { hash }),
    );
    const brought = ops.reduce((sum, op) => sum + JSON.stringify(op).length, 0);
    const answer = await one.push(...ops);
    expect(ops.map((op) => answer.ack(op)).slice(0, 2)).toEqual(["a", "m"]);
    expect(ops.map((op) => answer.ack(op)).slice(-2)).toEqual([invalid, invalid]);
    expect(JSON.stringify(echoOf(answer, client)).length).toBeLessThan(textMaxLength + 1_000);
    expect(await keptOf(team)).toBeLessThan(brought);
  });

  test("holds an undeclared text to the length of any other", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const whole = longest("a");
    const hash = sha256("");
    const long = edits.text(client, 1, "later", `${whole}a`, { hash });
    const fits = edits.text(client, 1, "later", whole, { hash });
    const merged = edits.text(client, 1, "later", "b", { hash });
    const foreign = edits.create("visit", {});
    const inForeign = edits.text(foreign.record, 1, "what", `${whole}a`, { hash });
    const answer = await one.push(long, fits, merged, foreign, inForeign);
    const acks = [long, fits, merged, foreign, inForeign].map((op) => answer.ack(op));
    expect(acks).toEqual([invalid, "a", invalid, "a", invalid]);
    expect(echoOf(answer, client)?.f["later"]).toBe(whole);
  });

  test("holds the text that an undeclared one began as to the same length", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const seen = (base: string) => ({ hash: sha256(base), base });
    const whole = longest("a");
    const long = edits.text(client, 1, "later", "x", seen(`${whole}a`));
    const fits = edits.text(client, 1, "later", "x", seen(whole));
    const answer = await one.push(long, fits);
    expect([answer.ack(long), answer.ack(fits)]).toEqual([invalid, "c"]);
  });

  test("lets a record grow up to its limit in bytes, and no further", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits } = team;
    const framed = Buffer.byteLength(JSON.stringify({ one: "", more: "" }));
    const make = edits.create("visit", { one: "" });
    const exact = "ä".repeat((recordMaxBytes - framed) / 2);
    const full = edits.set(make.record, 1, "more", exact);
    const over = edits.set(make.record, 1, "one", "x");
    const made = edits.create("visit", { one: "", more: `${exact}x` });
    const inClient = edits.set(team.client, 1, "later", "x".repeat(recordMaxBytes));
    const answer = await one.push(make, full, over, made, inClient);
    const acks = [make, full, over, made, inClient].map((op) => answer.ack(op));
    expect(acks).toEqual(["a", "a", invalid, invalid, invalid]);
    expect((await other.sync()).records.get(make.record)?.f).toEqual({ one: "", more: exact });
    const remove = edits.remove(make.record, 2);
    expect((await one.push(remove)).ack(remove)).toBe("a");
  });

  test("refuses what would lose against a value together with which it is too large to keep", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client } = team;
    const half = "x".repeat(recordMaxBytes / 2);
    const before = toInstant(endpoint.clock.now() - hourMs);
    const first = edits.set(client, 1, "later", half);
    expect((await one.push(first)).ack(first)).toBe("a");
    const loses = edits.set(client, 1, "later", `${half}y`, before);
    const huge = edits.set(client, 1, "later", "y".repeat(6 * recordMaxBytes), before);
    const small = edits.set(client, 1, "later", "y", before);
    const answer = await other.push(loses, huge, small);
    expect([loses, huge, small].map((op) => answer.ack(op))).toEqual([invalid, invalid, "c"]);
    expect(conflictsIn(answer.records.values())).toMatchObject([{ kept: half, lost: "y" }]);
  });

  test("makes a conflict of two of the longest texts of three bytes a letter, which can be closed", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client, note } = team;
    const hash = sha256(note);
    await one.push(edits.text(client, 1, "note", longest("ꙮ"), { hash }));
    const theirs = edits.text(client, 1, "note", longest("漢"), { hash });
    const answer = await other.push(theirs);
    expect(answer.ack(theirs)).toBe("c");
    const conflict = [...answer.records.values()].find(({ t }) => t === "conflict");
    if (conflict === undefined) throw new Error("there is no conflict");
    expect(conflict.f).toMatchObject({ kept: longest("ꙮ"), lost: longest("漢") });
    const closed = { by: one.member, at: endpoint.clock.now(), chose: "kept" };
    const close = edits.set(conflict.id, 1, "closed", closed);
    expect((await one.push(close)).ack(close)).toBe("a");
  });
});
