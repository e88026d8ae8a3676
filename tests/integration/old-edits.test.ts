import { describe, expect, test } from "vitest";
import { dayMs, minuteMs } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { eventKind } from "#domain/kinds/event.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone } from "./support/phone.ts";
import { nameOn, settle, trayOn } from "./support/restored.ts";

const sevenMonthsMs = 210 * dayMs;
const filePhrase = "kopion oma pitkä tunnuslause";

/** The endpoint as a later version that refuses for a reason this one has no word for. */
const ofLaterVersion = (endpoint: TestEndpoint): TestEndpoint => ({
  ...endpoint,
  fetch: async (input, init) => {
    const response = await endpoint.fetch(input, init);
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    const body = text === "" ? null : text.replaceAll("edit.too_old", "edit.out_of_season");
    return new Response(body, { status: response.status, headers });
  },
});

describe.each(dialects)("what a phone wrote before it lay in a drawer, on $name,", (dialect) => {
  test("comes into the tray whole, and tried again it reaches the others", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    one.network.weather = { kind: "away" };
    const client = await one.addClient("Veikko", "Soita äidille.");
    endpoint.clock.advance(minuteMs);
    await one.setField(client, "name", "Veikko Koe");
    endpoint.clock.advance(sevenMonthsMs);
    one.network.weather = { kind: "clear" };
    await settle(one, other);
    expect(one.store().ledger.unsentSaves()).toBe(0);
    expect(nameOn(other, client)).toBeUndefined();
    const [made, named, ...rest] = await trayOn(one);
    expect(rest).toEqual([]);
    expect(made).toMatchObject({
      reason: "edit.too_old",
      op: { verb: "new", value: { fields: { name: "Veikko", note: "Soita äidille." } } },
    });
    expect(named).toMatchObject({ reason: "edit.too_old", op: { value: "Veikko Koe" } });
    if (named === undefined) return;
    expectOk(await one.store().tray.retry(named.op.id));
    const [first] = one.store().exchange.unsent();
    expect(first).toMatchObject({ endpointAt: endpoint.clock.now(), verb: "new" });
    await settle(one, other);
    for (const phone of [one, other]) {
      expect(nameOn(phone, client)).toBe("Veikko Koe");
      expect(phone.noteOf(client)).toBe("Soita äidille.");
    }
    expect(await trayOn(one)).toEqual([]);
  });

  test("comes into the tray whole also for a reason the phone has no word for", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(ofLaterVersion(endpoint), 1);
    one.network.weather = { kind: "away" };
    await one.addClient("Veikko", "Soita äidille.");
    endpoint.clock.advance(sevenMonthsMs);
    one.network.weather = { kind: "clear" };
    await settle(one);
    await one.restart();
    expect(one.store().ledger.unsentSaves()).toBe(0);
    expect(await trayOn(one)).toMatchObject([
      {
        reason: "edit.value_invalid",
        op: { value: { fields: { name: "Veikko", note: "Soita äidille." } } },
      },
    ]);
  });
});

describe.each(dialects)("a backup file of half a year ago, on $name,", (dialect) => {
  test("brings nothing in twice that the endpoint was sent then", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const old = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const { ledger, newRecordId, write } = old.store();
    const event = newRecordId();
    const fields = { title: "Messut" };
    const home = endpoint.area;
    expectOk(await write([{ verb: "new", record: event, kind: eventKind.name, home, fields }]));
    await settle(old, other);
    const sight = ledger.sightOf(event);
    if (sight === null) throw new Error("the event is not there");
    expectOk(await write([{ verb: "inc", sight, field: "counts.work", value: 3 }]));
    const client = await old.addClient("Veikko");
    const { bytes } = expectOk(await old.store().backup.make(filePhrase));
    await settle(old, other);
    const gone = other.store().ledger.sightOf(client);
    if (gone === null) throw new Error("the client has not come");
    expectOk(await other.store().write([{ verb: "del", sight: gone }]));
    await settle(other, old);
    endpoint.clock.advance(sevenMonthsMs);
    await purge(endpoint.database, endpoint.clock.now());
    const next = await enrolPhone(endpoint, 3, { invitation: { member: old.member } });
    expect(expectOk(await next.store().backup.restore(bytes, filePhrase)).saves).toBe(2);
    await settle(next, other);
    for (const phone of [next, other]) {
      const shown = phone.store().ledger.get(eventKind, event);
      expect(shown?.values.counts).toEqual({ work: 3 });
      expect(phone.store().ledger.get(clientKind, client)).toBeUndefined();
    }
    const tray = await trayOn(next);
    expect(tray.map(({ op, reason }) => `${op.verb} ${reason}`).sort()).toEqual([
      "inc edit.too_old",
      "new edit.too_old",
    ]);
  });
});
