import { describe, expect, test } from "vitest";
import { dayMs } from "#domain/instant.ts";
import { eventKind } from "#domain/kinds/event.ts";
import { join } from "#endpoint/access/enrol.ts";
import { purge } from "#endpoint/lifetime/purge.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone } from "./support/phone.ts";
import { nameOn, settle, trayOn } from "./support/restored.ts";

describe.each(dialects)("a phone that lay in a drawer for half a year, on $name,", (dialect) => {
  test("asks after its edits when it joins another team, and sends none again that the endpoint has forgotten", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const { ledger, newRecordId, write } = one.store();
    const event = newRecordId();
    const fields = { title: "Messut" };
    const home = endpoint.area;
    expectOk(await write([{ verb: "new", record: event, kind: eventKind.name, home, fields }]));
    const sight = ledger.sightOf(event);
    if (sight === null) throw new Error("the event is not there");
    expectOk(await write([{ verb: "inc", sight, field: "counts.work", value: 3 }]));
    const client = await one.addClient("Veikko");
    await settle(one, other);
    const gone = other.store().ledger.sightOf(client);
    if (gone === null) throw new Error("the client has not come");
    expectOk(await other.store().write([{ verb: "del", sight: gone }]));
    await settle(other, one);
    const { database, chance, clock } = endpoint;
    clock.advance(182 * dayMs);
    expect(await purge(database, clock.now())).toMatchObject({ gone: 1, answers: 4 });
    const team = await endpoint.addTeam("Toinen tiimi");
    await join(database, one.member, [team], { role: "adviser" }, chance, clock.now());
    await settle(one, other);
    for (const phone of [one, other]) {
      const shown = phone.store().ledger.get(eventKind, event);
      expect(shown?.values.counts).toEqual({ work: 3 });
      expect(nameOn(phone, client)).toBeUndefined();
      expect(await trayOn(phone)).toEqual([]);
    }
  });
});
