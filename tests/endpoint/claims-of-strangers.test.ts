import { describe, expect, test } from "vitest";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { shown, twoPhones } from "../support/endpoint/two-phones.ts";

describe.each(dialects)("an adviser's time on $name", (dialect) => {
  test("is not taken by a member of a team that the adviser is not in", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, edits, slot, book } = phones;
    const elsewhere = await endpoint.addTeam("Toinen tiimi");
    const stranger = await enrolledDevice(endpoint, { team: elsewhere, name: "Vieras Koe" });
    const blocking = edits.create(
      "appointment",
      { slot: slot(0, 60, one.member), status: "booked", note: "" },
      elsewhere,
    );
    await stranger.push(blocking);
    const own = book(0, 60);
    await one.push(own);
    expect(await shown(one, own)).toEqual([["held"]]);
  });

  test("does not tell a member of another team when the adviser is busy, nor by which record", async () => {
    await using phones = await twoPhones(dialect);
    const { endpoint, one, edits, slot, book } = phones;
    const elsewhere = await endpoint.addTeam("Toinen tiimi");
    const stranger = await enrolledDevice(endpoint, { team: elsewhere, name: "Vieras Koe" });
    const secret = book(0, 60);
    await one.push(secret);
    const probe = (from: number, to: number) =>
      edits.create(
        "appointment",
        { slot: slot(from, to, one.member), status: "booked", note: "" },
        elsewhere,
      );
    const [busy, free] = [probe(55, 60), probe(60, 65)];
    await stranger.push(busy, free);
    const [ofBusy, ofFree] = await shown(stranger, busy, free);
    expect(ofBusy).toEqual(ofFree);
    expect(JSON.stringify(ofBusy)).not.toContain(secret.record);
  });
});
