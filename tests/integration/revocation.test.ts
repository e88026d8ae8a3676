import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { commands } from "#endpoint/commands/all.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { makeTestPlatform } from "../support/platform.ts";
import { expectFailure, expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";
import { dumpOf, plain } from "./support/plain-disk.ts";

const revoke = async (endpoint: TestEndpoint, phone: Phone) => {
  const context = { ...endpoint, origin: "http://localhost:8787" };
  const { device } = phone.store().identity;
  const told = await commands.get("revoke")?.run(context, { device });
  expect(told).toMatchObject({ ok: true });
};

/** A phone with records of its own and of another one's, a refused edit and an unsent one. */
const workedWith = async (
  endpoint: TestEndpoint,
  platform = makeTestPlatform(1, endpoint.clock),
) => {
  const other = await enrolPhone(endpoint, 2);
  const theirs = await other.addClient("Muiden Kuutamo");
  await other.exchange();
  const phone = await enrolPhone(endpoint, 1, { platform });
  await phone.addClient("Lähetetty Kuutamo");
  await phone.exchange();
  await other.setField(theirs, "name", "Muiden Kuutamo, uudempi");
  expectOk(await phone.store().write([{ verb: "del", sight: sightOf(phone, theirs) }]));
  await other.exchange();
  await phone.exchange();
  await phone.addClient("Lähettämättä");
  return { phone, other, theirs };
};

const sightOf = (phone: Phone, record: Parameters<Phone["setField"]>[0]) => {
  const sight = phone.store().ledger.sightOf(record);
  if (sight === null) throw new Error("the record is not there");
  return sight;
};

describe.each(dialects)("a revoked device on $name", (dialect) => {
  test("gives up every record at its next contact, and keeps what its owner has not sent", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const platform = plain(makeTestPlatform(1, endpoint.clock));
    const { phone } = await workedWith(endpoint, platform);
    const unsent = phone.store().exchange.unsent();
    const tray = expectOk(await phone.store().tray.read());
    expect([unsent.length, tray.length]).toEqual([1, 1]);
    expect(await dumpOf(phone)).toContain("Muiden Kuutamo");
    await revoke(endpoint, phone);
    expect(await dumpOf(phone)).toContain("Kuutamo");
    for (const _ of ["at once", "and again"]) {
      expect(expectFailure(await phone.tryExchange())).toMatchObject({ code: "device.revoked" });
      expect(await dumpOf(phone)).not.toContain("Kuutamo");
      expect(phone.store().exchange.unsent()).toEqual(unsent);
      expect(expectOk(await phone.store().tray.read())).toEqual(
        tray.map((entry) => ({ ...entry, about: null })),
      );
      expect([...phone.store().ledger.scopes()]).toEqual([]);
      const door = expectOk(await phone.profile.door.state());
      expect(door).toEqual({ kind: "locked", hasUnsent: true, isRevoked: true });
      await phone.restart();
    }
    const names = [...phone.store().ledger.all(clientKind).values()].map((one) => one.values.name);
    expect(names).toEqual(["Lähettämättä"]);
  });

  test("brings what was not sent to the phone that takes its place", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone } = await workedWith(endpoint);
    await revoke(endpoint, phone);
    expectFailure(await phone.tryExchange());
    const next = await enrolPhone(endpoint, 3, { invitation: { member: phone.member } });
    const filePhrase = "kopion oma pitkä tunnuslause";
    const { bytes } = expectOk(await phone.store().backup.make(filePhrase));
    expectOk(await next.store().backup.restore(bytes, filePhrase));
    await next.exchange();
    const clients = [...next.store().ledger.all(clientKind).values()];
    expect(clients.map((one) => one.values.name)).toContain("Lähettämättä");
  });

  test("leaves the other devices alone", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, other } = await workedWith(endpoint);
    await revoke(endpoint, phone);
    await other.exchange();
    const clients = [...other.store().ledger.all(clientKind).values()];
    expect(clients).toHaveLength(2);
  });
});
