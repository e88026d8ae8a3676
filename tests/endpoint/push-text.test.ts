import { describe, expect, test } from "vitest";
import { sha256 } from "#endpoint/sha256.ts";
import { opToWire } from "#protocol/op.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { conflictsIn, echoOf, twoAdvisers } from "../support/endpoint/two-advisers.ts";

describe.each(dialects)("a push of texts on $name", (dialect) => {
  test("of two texts merges what both wrote", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client, note } = team;
    const hash = sha256(note);
    const mine = edits.text(client, 1, "note", `${note} Minun lisäys.`, { hash });
    const theirs = edits.text(client, 1, "note", `Alkuun lisätty. ${note}`, { hash });
    expect((await one.push(mine)).ack(mine)).toBe("a");
    const answer = await other.push(theirs);
    expect(answer.ack(theirs)).toBe("m");
    const merged = `Alkuun lisätty. ${note} Minun lisäys.`;
    expect(echoOf(answer, client)?.f["note"]).toBe(merged);
  });

  test("of two texts that changed the same words keeps both for people to see", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client, note } = team;
    const hash = sha256(note);
    await one.push(edits.text(client, 1, "note", note.replace("Toinen", "Kolmas"), { hash }));
    const lost = note.replace("Toinen", "Neljäs");
    const theirs = edits.text(client, 1, "note", lost, { hash });
    const answer = await other.push(theirs);
    expect(answer.ack(theirs)).toBe("c");
    expect(conflictsIn(answer.records.values())).toMatchObject([{ field: "note", lost }]);
    expect(echoOf(answer, client)?.f["note"]).toContain("Kolmas");
  });

  test("finds a text several versions back, the empty one, and one another edit of the push made", async () => {
    await using team = await twoAdvisers(dialect, "");
    const { one, other, edits, client } = team;
    const versions = ["", "Yksi.", "Yksi. Kaksi.", "Yksi. Kaksi. Kolme."];
    const chain = versions
      .slice(1)
      .map((text, at) => edits.text(client, 1, "note", text, { hash: sha256(versions[at] ?? "") }));
    const answer = await one.push(...chain);
    expect(chain.map((op) => answer.ack(op))).toEqual(["a", "a", "a"]);
    const late = edits.text(client, 1, "note", "Yksi. Väliin.", { hash: sha256("Yksi.") });
    const merged = await other.push(late);
    expect(merged.ack(late)).toBe("m");
    expect(echoOf(merged, client)?.f["note"]).toBe("Yksi. Kaksi. Kolme. Väliin.");
  });

  test("on a text nobody here knows asks for it, keeps nothing, and takes it the second time", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const base = "Teksti, joka katosi palautuksessa. Toinen lause.";
    const text = edits.text(client, 1, "note", `${base} Lisäys.`, { hash: sha256(base), base });
    const asked = await one.sync({ ops: [opToWire(text, false)] });
    expect(asked.ack(text)).toBe("b");
    expect((await one.sync({ q: [text.id] })).header.ack).toEqual({});
    const answer = await one.push(text);
    expect(["m", "c"]).toContain(answer.ack(text));
    expect(
      JSON.stringify([echoOf(answer, client), ...conflictsIn(answer.records.values())]),
    ).toContain("Lisäys.");
  });

  test("with a text that is not the one it names is refused", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const text = edits.text(client, 1, "note", "x", { hash: sha256("jokin"), base: "muu" });
    expect((await one.push(text)).ack(text)).toBe("r:edit.value_invalid");
  });

  test("whose merge would outgrow the field is refused rather than unreadable", async () => {
    await using team = await twoAdvisers(dialect, "Alku.");
    const { one, other, edits, client } = team;
    const hash = sha256("Alku.");
    const long = (word: string) => `Alku. ${word.repeat(3_000)}.`;
    await one.push(edits.text(client, 1, "note", long("aaaa"), { hash }));
    const theirs = edits.text(client, 1, "note", `${"bbbb".repeat(3_000)}. Alku.`, { hash });
    const answer = await other.push(theirs);
    expect(answer.ack(theirs)).toBe("r:edit.value_invalid");
    expect(echoOf(answer, client)?.f["note"]).toBe(long("aaaa"));
  });
});
