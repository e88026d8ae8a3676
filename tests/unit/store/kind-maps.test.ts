import { expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { KindMaps } from "#store/kind-maps.ts";

const view = (id: string) => ({ id, values: {} }) as never;
const id = (name: string) => name as RecordId;

test("a map that was given out stays as it is, and the next one has what came since", () => {
  const maps = new KindMaps();
  maps.put("client", id("a"), view("a"));
  const first = maps.all("client");
  maps.put("client", id("b"), view("b"));
  maps.delete("client", id("a"));
  expect([...first.keys()]).toEqual(["a"]);
  expect([...maps.all("client").keys()]).toEqual(["b"]);
});

test("what nobody has asked for since is changed where it is", () => {
  const maps = new KindMaps();
  maps.all("client");
  maps.put("client", id("a"), view("a"));
  maps.one("client", id("a"));
  maps.put("client", id("b"), view("b"));
  const given = maps.all("client");
  expect(maps.all("client")).toBe(given);
  expect([...given.keys()]).toEqual(["a", "b"]);
});

test("another kind's map is not touched", () => {
  const maps = new KindMaps();
  const before = maps.all("team");
  maps.put("client", id("a"), view("a"));
  expect(maps.all("team")).toBe(before);
  expect(maps.kindShowing(id("a"))).toBe("client");
  expect(maps.kindShowing(id("b"))).toBeUndefined();
});

test("emptied, it gives new maps and says which kinds there were", () => {
  const maps = new KindMaps();
  maps.put("client", id("a"), view("a"));
  const before = maps.all("client");
  expect(maps.clear()).toEqual(["client"]);
  expect(maps.all("client").size).toBe(0);
  expect(before.size).toBe(1);
});
