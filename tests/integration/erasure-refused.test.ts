import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { dayMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { transact } from "#endpoint/database/transact.ts";
import { eraseRecords } from "#endpoint/lifetime/erase.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { makeTestPlatform } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";
import { dumpOf, plain } from "./support/plain-disk.ts";
import { settle, trayOn } from "./support/restored.ts";

/** A word that is nowhere else: wherever it is found, something was not erased. */
const token = "Kuutamokissa";

const erase = ({ database, config, clock }: TestEndpoint, record: RecordId) =>
  transact(database, (transaction) =>
    eraseRecords(transaction, [record], { key: config.erasureKey, now: clock.now() }),
  );

const bookFor = async (phone: Phone, client: RecordId, note: string) => {
  const record = phone.store().newRecordId();
  const fields = { client, note };
  const made = { record, kind: appointmentKind.name, home: phone.team(), fields };
  expectOk(await phone.store().write([{ verb: "new", ...made }]));
  await phone.setText(record, "note", `${note} vielä`);
  return record;
};

describe.each(dialects)("an erasure on $name, where edits were refused,", (dialect) => {
  test("takes along what was refused about the record, though the endpoint never had it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const platform = plain(makeTestPlatform(1, endpoint.clock));
    const one = await enrolPhone(endpoint, 1, { platform });
    const client = await one.addClient("Veikko");
    const other = await one.addClient("Tuula");
    await one.exchange();
    await bookFor(one, client, token);
    await bookFor(one, other, "jää");
    endpoint.clock.advance(200 * dayMs);
    await one.exchange();
    expect(await trayOn(one)).toHaveLength(4);
    await erase(endpoint, client);
    await one.exchange();
    expect(await dumpOf(one)).not.toContain(token);
    const left = (await trayOn(one)).map(({ op }) => op);
    expect(left.map(({ verb }) => verb).sort()).toEqual(["new", "text"]);
    expect(JSON.stringify(left)).toContain(other);
  });

  test("leaves a new record that was only to be linked to the erased one", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const client = await one.addClient("Veikko");
    const other = await one.addClient("Tuula");
    await one.exchange();
    const appointment = await bookFor(one, other, "jää");
    await one.setField(appointment, "client", client);
    const draft = `appointment.${appointment}`;
    expectOk(await one.store().drafts.save(draft, { note: "kesken" }));
    await erase(endpoint, client);
    expectOk(await exchangeOnce({ ...one.profile.platform, ...one, store: one.store() }, 3));
    await one.setText(appointment, "note", "jää vielä, ja tämä");
    await one.exchange();
    const kept = one.store().ledger.get(appointmentKind, appointment)?.values;
    expect(kept).toMatchObject({ client: other, note: "jää vielä, ja tämä" });
    expect(one.store().drafts.read(draft)).toEqual({ note: "kesken" });
  });

  test("is not undone by a backup file that is brought in on a phone that has heard of it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const platformOf = (seed: number) => plain(makeTestPlatform(seed, endpoint.clock));
    const one = await enrolPhone(endpoint, 1, { platform: platformOf(1) });
    const invitation = { member: one.member };
    const next = await enrolPhone(endpoint, 2, { platform: platformOf(2), invitation });
    const client = await one.addClient("Veikko");
    const other = await one.addClient("Tuula");
    await settle(one, next);
    await one.setField(client, "name", token);
    await bookFor(one, client, token);
    await one.setField(other, "name", "jää");
    endpoint.clock.advance(200 * dayMs);
    await one.exchange();
    await one.setText(client, "note", `lähettämättä ${token}`);
    expectOk(await one.store().drafts.save(`appointment.${client}`, { note: token }));
    const phrase = "salainen lause tähän";
    const { bytes } = expectOk(await one.store().backup.make(phrase));
    await erase(endpoint, client);
    await settle(one, next);
    await next.restart();
    expect(expectOk(await next.store().backup.restore(bytes, phrase))).toMatchObject({
      refused: 1,
      drafts: [],
    });
    await settle(one, next);
    expect(await dumpOf(next)).not.toContain(token);
    expect(await trayOn(next)).toMatchObject([{ op: { record: other } }]);
  });
});
