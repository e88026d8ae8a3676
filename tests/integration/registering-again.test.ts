import { describe, expect, test } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { commands } from "#endpoint/commands/all.ts";
import { makeRegistration, type Registration } from "#sync/register-again.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { takeData } from "../support/endpoint/old-data.ts";
import { expectFailure, expectOk } from "../support/result.ts";
import { enrolPhone, type Phone, shownOn } from "./support/phone.ts";
import { conflictsOn, nameOn, restoreLater, settle, trayOn } from "./support/restored.ts";

const registrationOf = (phone: Phone): Registration => {
  const { transport, profile } = phone;
  const { clock, chance } = profile.platform;
  const { identity } = phone.store();
  return makeRegistration({ transport, identity, label: "", clock, chance });
};

const registerAgain = async (endpoint: TestEndpoint, phone: Phone) => {
  expect(await registrationOf(phone).isUnknown()).toBe(true);
  const code = await endpoint.code({ member: phone.member });
  expectOk(await registrationOf(phone).again(code));
  expect(await registrationOf(phone).isUnknown()).toBe(false);
};

const isUnknown = async (phone: Phone) =>
  expect(expectFailure(await phone.tryExchange())).toMatchObject({ code: "device.unknown" });

const expectAllIn = async (phone: Phone) => {
  expect(conflictsOn(phone)).toBe(0);
  expect(await trayOn(phone)).toEqual([]);
  expect(phone.store().ledger.unsentSaves()).toBe(0);
};

/** The edits that the endpoint has answered, each with the device that it says made it. */
const answered = async ({ database }: TestEndpoint) =>
  (await database.selectFrom("applied").select(["op_id", "device_id"]).execute()).sort(
    (one, other) => (one.op_id < other.op_id ? -1 : 1),
  );

describe.each(dialects)("a phone that joined after the backup, on $name,", (dialect) => {
  const enrolSecond = (endpoint: TestEndpoint, member: MemberId) =>
    enrolPhone(endpoint, 3, { invitation: { member } });

  test("registers again in place, and nothing is lost and nothing comes twice", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const old = await other.addClient("Veikko", "Eka.");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    const joined = await enrolSecond(endpoint, one.member);
    const young = await joined.addClient("Tuula");
    await joined.exchange();
    await joined.setField(old, "name", "Veikko Koe");
    await joined.setText(old, "note", "Eka. Toka.");
    await joined.setField(young, "name", "Tuula T.");
    await settle(joined, other);
    const before = await answered(endpoint);
    await joined.setText(young, "note", "Vielä lähettämättä.");
    await restoreLater(endpoint, backup);
    await isUnknown(joined);
    const { device, member } = joined.store().identity;
    await registerAgain(endpoint, joined);
    await settle(joined, other, one);
    expect(joined.store().identity).toMatchObject({ device, member });
    for (const phone of [joined, other, one]) {
      expect(nameOn(phone, old)).toBe("Veikko Koe");
      expect(phone.noteOf(old)).toBe("Eka. Toka.");
      expect(nameOn(phone, young)).toBe("Tuula T.");
      expect(phone.noteOf(young)).toBe("Vielä lähettämättä.");
      await expectAllIn(phone);
    }
    expect(shownOn(joined)).toEqual(shownOn(other));
    const after = await answered(endpoint);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
  });

  test("does the same after it was started again, with its answers lost on the way", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const backup = await takeData(endpoint.database);
    const joined = await enrolSecond(endpoint, one.member);
    const young = await joined.addClient("Tuula");
    await joined.exchange();
    await joined.setField(young, "name", "Vielä lähettämättä");
    await restoreLater(endpoint, backup);
    await isUnknown(joined);
    await joined.restart();
    const code = await endpoint.code({ member: joined.member });
    joined.network.weather = { kind: "answers lost" };
    expectFailure(await registrationOf(joined).again(code));
    joined.network.weather = { kind: "clear" };
    expectOk(await registrationOf(joined).again(code));
    joined.network.weather = { kind: "answers lost" };
    expectFailure(await joined.tryExchange());
    await joined.restart();
    joined.network.weather = { kind: "clear" };
    await settle(joined, one);
    for (const phone of [joined, one]) {
      expect(nameOn(phone, young)).toBe("Vielä lähettämättä");
      await expectAllIn(phone);
    }
    const makings = await endpoint.database.selectFrom("entity").selectAll().execute();
    expect(makings.filter(({ id }) => id === young)).toHaveLength(1);
  });

  test("keeps all of it when the code is somebody else's, and does not become theirs", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const backup = await takeData(endpoint.database);
    const joined = await enrolSecond(endpoint, one.member);
    const young = await joined.addClient("Tuula");
    await restoreLater(endpoint, backup);
    for (const member of [other.member, null]) {
      const code = await endpoint.code({ member });
      expect(expectFailure(await registrationOf(joined).again(code))).toMatchObject({
        code: "code.other_member",
      });
    }
    expect(expectFailure(await registrationOf(joined).again("lyhyt"))).toEqual({
      code: "code.unknown",
    });
    await isUnknown(joined);
    expect(joined.store().ledger.unsentSaves()).toBe(1);
    await registerAgain(endpoint, joined);
    await settle(joined, one);
    expect(nameOn(one, young)).toBe("Tuula");
  });

  test("brings its whole member back when that one joined after the backup as well", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const other = await enrolPhone(endpoint, 2);
    const backup = await takeData(endpoint.database);
    const joined = await enrolPhone(endpoint, 3);
    const young = await joined.addClient("Tuula", "Eka.");
    await settle(joined, other);
    await other.setText(young, "note", "Eka. Toka.");
    await settle(other, joined);
    await joined.setField(young, "name", "Tuula T.");
    await restoreLater(endpoint, backup);
    await isUnknown(joined);
    await settle(other);
    const told = await commands
      .get("code")
      ?.run(
        { ...endpoint, origin: "http://localhost:8787" },
        { member: joined.member, "bring-back": true },
      );
    const [, code = ""] = /\/enrol#([0-9A-Z]{10})/.exec(told?.ok === true ? told.value : "") ?? [];
    expectOk(await registrationOf(joined).again(code));
    await settle(joined, other);
    for (const phone of [joined, other]) {
      expect(nameOn(phone, young)).toBe("Tuula T.");
      expect(phone.noteOf(young)).toBe("Eka. Toka.");
      await expectAllIn(phone);
    }
    expect(shownOn(joined)).toEqual(shownOn(other));
  });
});

describe.each(dialects)("a phone whose clock is a year off, on $name,", (dialect) => {
  test("is told that it is unknown, and registers again", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const backup = await takeData(endpoint.database);
    const joined = await enrolPhone(endpoint, 3, { invitation: { member: one.member } });
    await restoreLater(endpoint, backup);
    const { transport } = joined;
    const { chance } = joined.profile.platform;
    const { identity } = joined.store();
    const clock = { now: () => addMs(endpoint.clock.now(), 365 * dayMs) };
    const registration = makeRegistration({ transport, identity, label: "", clock, chance });
    expect(await registration.isUnknown()).toBe(true);
    expectOk(await registration.again(await endpoint.code({ member: one.member })));
    await joined.exchange();
  });
});
