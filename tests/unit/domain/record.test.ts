import { expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { readRecord } from "#domain/record.ts";
import { freshEntity, home, record } from "./edits.ts";

test("a record reads with its declared fields and nothing of the machinery around them", () => {
  const entity = freshEntity({ name: "Matti", phone: "+358401234567", newer: [1] });
  expect(readRecord(clientKind, entity)).toEqual({
    id: record,
    home,
    shares: [],
    ver: 1,
    values: { name: "Matti", phone: "+358401234567", language: "fi", note: "" },
  });
});

test("what cannot be read keeps its place in the record", () => {
  const entity = freshEntity({ name: { first: "Matti" }, phone: "040" });
  expect(readRecord(clientKind, entity).values).toMatchObject({ name: "", phone: "" });
  expect(entity.fields).toEqual({ name: { first: "Matti" }, phone: "040" });
});
