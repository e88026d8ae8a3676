import { expect, test } from "vitest";
import { replayOps } from "#domain/merge/replay.ts";
import type { RecordState } from "#domain/record.ts";
import {
  delOp,
  home,
  inheritedNames,
  newOp,
  opNamed,
  addOp,
  incOp,
  memberNamed,
  partner,
  remOp,
  shareOp,
  record,
  setOp,
  textOp,
} from "../edits.ts";

const seen = { ver: 3 };
const state = (fields: RecordState["fields"], change: Partial<RecordState> = {}): RecordState => ({
  id: record,
  kind: "client",
  home,
  shares: [],
  ver: 3,
  deleted: false,
  fields,
  ...change,
});

test("without waiting edits the device shows what the endpoint has", () => {
  const base = state({ name: "a" });
  expect(replayOps(base, [])).toBe(base);
  expect(replayOps(null, [])).toBeNull();
});

test("a record that only the device knows has version 0", () => {
  const made = newOp({ name: "a" });
  expect(replayOps(null, [made])).toEqual(state({ name: "a" }, { ver: 0 }));
  const renamed = setOp("s", { after: opNamed("new") }, "name", "b");
  expect(replayOps(null, [made, renamed])?.fields).toEqual({ name: "b" });
});

test("the endpoint's record is the newer one when its making was answered but not heard", () => {
  const base = state({ name: "renamed by somebody" });
  expect(replayOps(base, [newOp({ name: "a" })])).toEqual(base);
});

test("waiting sets stand over the endpoint's values in the order they were made", () => {
  const base = state({ name: "a", phone: "1" });
  const ops = [setOp("1", seen, "name", "b"), setOp("2", { after: opNamed("1") }, "name", "c")];
  expect(replayOps(base, ops)).toEqual(state({ name: "c", phone: "1" }));
});

test("a waiting text is merged with what came meanwhile", () => {
  const op = textOp("t", seen, "Eka.", "Eka. Oma.");
  expect(replayOps(state({ note: "Eka. Muuta." }), [op])?.fields["note"]).toBe("Eka. Muuta. Oma.");
});

test("where both changed the same words the own version is shown", () => {
  const op = textOp("t", seen, "Summa 142 e", "Summa 542 e");
  expect(replayOps(state({ note: "Summa 162 e" }), [op])?.fields["note"]).toBe("Summa 542 e");
});

test("a chain of texts is merged with what came meanwhile", () => {
  const ops = [
    textOp("1", seen, "Eka.", "Eka. Oma."),
    textOp("2", { after: opNamed("1") }, "Eka. Oma.", "Eka. Oma. Toinen oma."),
  ];
  expect(replayOps(state({ note: "Alku. Eka." }), ops)?.fields["note"]).toBe(
    "Alku. Eka. Oma. Toinen oma.",
  );
});

test("a text whose beginning is not known stands as it was written", () => {
  const { base: _, ...op } = textOp("t", seen, "Eka.", "Oma.");
  expect(replayOps(state({ note: "Muuta." }), [op])?.fields["note"]).toBe("Oma.");
});

test("after a deletion nothing changes any more", () => {
  const ops = [delOp("d", seen), setOp("s", seen, "name", "b"), textOp("t", seen, "", "x")];
  expect(replayOps(state({ name: "a" }), ops)).toEqual(state({ name: "a" }, { deleted: true }));
  const gone = state({ name: "a" }, { deleted: true });
  expect(replayOps(gone, [setOp("s", seen, "name", "b")])).toEqual(gone);
});

test("an edit of a record that nobody has shows nothing", () => {
  expect(replayOps(null, [setOp("s", seen, "name", "b"), delOp("d", seen)])).toBeNull();
});

test("waiting additions to a counter are on top of it, each once", () => {
  const base = state({ counts: { station: 4 } });
  const ops = [incOp("i", "counts.station", 2), incOp("j", "counts.fair", 1)];
  expect(replayOps(base, ops)?.fields).toEqual({ counts: { station: 6, fair: 1 } });
});

test("a counter that cannot be added to stays as it is", () => {
  const base = state({ counts: { station: "many" }, crowd: "many" });
  const ops = [incOp("i", "counts.station", 2), incOp("j", "crowd.station", 1)];
  expect(replayOps(base, ops)).toEqual(base);
});

test("a waiting removal takes an item away, an addition puts one there", () => {
  const base = state({ items: { a: 1, b: 2 } });
  const ops = [remOp("r", seen, "items.a"), addOp("n", "items.c", 3)];
  expect(replayOps(base, ops)?.fields).toEqual({ items: { b: 2, c: 3 } });
});

test("an entry whose answer was lost keeps the time that the endpoint gave it", () => {
  const entry = { text: "Sovittu.", by: memberNamed("aino"), at: 5 };
  const base = state({ messages: { m: { ...entry, at: 9 } } });
  const shown = replayOps(base, [addOp("n", "messages.m", entry)]);
  expect(shown?.fields).toEqual({ messages: { m: { ...entry, at: 9 } } });
  const edited = replayOps(shown, [setOp("s", seen, "messages.m", { ...entry, text: "Peruttu." })]);
  expect(edited?.fields).toEqual({ messages: { m: { ...entry, text: "Peruttu.", at: 9 } } });
});

test("a waiting share is shown, and taken back", () => {
  const shared = replayOps(state({}), [shareOp("h", "share", partner)]);
  expect(shared?.shares).toEqual([partner]);
  expect(replayOps(shared, [shareOp("u", "unshare", partner)])?.shares).toEqual([]);
});

test.each(inheritedNames)("a field called %s is one of the record's own", (name) => {
  const shown = replayOps(state({}), [setOp("s", seen, name, "b")]);
  expect(Object.entries(shown?.fields ?? {})).toEqual([[name, "b"]]);
  const written = replayOps(state({}), [{ ...textOp("t", seen, "", "Eka."), field: name }]);
  expect(Object.entries(written?.fields ?? {})).toEqual([[name, "Eka."]]);
});

test("what the endpoint sent is not changed in place", () => {
  const base = Object.freeze(state(Object.freeze({ name: "a", note: "Eka." })));
  replayOps(base, [setOp("s", seen, "name", "b"), textOp("t", seen, "Eka.", "Oma.")]);
  expect(base).toEqual(state({ name: "a", note: "Eka." }));
});
