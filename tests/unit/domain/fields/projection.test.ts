import { expect, test } from "vitest";
import { isProjected, projectRecord } from "#domain/fields/projection.ts";
import { freshEntity, partner, recordNamed, scopeNamed } from "../edits.ts";

const referral = {
  ...freshEntity({
    client: recordNamed("client"),
    person: "Asiakas 7",
    question: "Voisiko aloittaa pajalla?",
    ownNote: "Vain meille",
    newer: "Ei tiedetä kenelle",
    messages: {},
  }),
  kind: "referral",
  shares: [partner, scopeNamed("other")],
};

test("a partner sees the fields that are meant for it, and of the shares its own", () => {
  const { fields, shares, ver } = projectRecord(referral, partner);
  expect(Object.keys(fields).sort()).toEqual(["messages", "person", "question"]);
  expect(shares).toEqual([partner]);
  expect(ver).toBe(referral.ver);
});

test("of a kind that is never shared, or unknown, nothing is seen", () => {
  for (const kind of ["client", "newer-kind", "constructor"]) {
    expect(projectRecord({ ...referral, kind }, partner).fields).toEqual({});
    expect(isProjected(kind, "person")).toBe(false);
  }
});

test("an item is seen with its field", () => {
  expect(isProjected("referral", "messages.m1")).toBe(true);
  expect(isProjected("referral", "ownNote")).toBe(false);
});
