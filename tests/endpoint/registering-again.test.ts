import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { commands } from "#endpoint/commands/all.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { idHash } from "#endpoint/lifetime/erasure-key.ts";
import {
  enrolledDevice,
  makeDevice,
  makeEdits,
  type TestDevice,
} from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { restoreData, takeData } from "../support/endpoint/old-data.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

const look = (device: TestDevice, code: string) => device.post("/enrolment/look", { p: 1, code });

/** A member with a phone from before the backup and a laptop that joined since. */
const restored = async (endpoint: TestEndpoint) => {
  const phone = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
  const backup = await takeData(endpoint.database);
  const laptop = await enrolledDevice(endpoint, { member: phone.member });
  await restoreData(endpoint, backup);
  return { phone, laptop };
};

const revoke = (endpoint: TestEndpoint, { id }: TestDevice) =>
  run(endpoint, "revoke", { device: id });

const run = async (endpoint: TestEndpoint, name: string, options: CommandOptions = {}) => {
  const outcome = await commands
    .get(name)
    ?.run({ ...endpoint, origin: "http://localhost:8787" }, options);
  if (outcome === undefined) throw new Error(`no command ${name}`);
  return outcome.ok ? outcome.value : outcome.failure;
};

const codeIn = (text: string) => /\/enrol#([0-9A-Z]{10})/.exec(text)?.[1] ?? "";

/** Whose each device is, and whether it was revoked. */
const devicesOf = async ({ database }: TestEndpoint) =>
  new Map(
    (await database.selectFrom("device").selectAll().execute()).map((row) => [
      row.id,
      { member: row.member_id, isRevoked: row.revoked_at !== null },
    ]),
  );

describe.each(dialects)("a device that a restoration lost, on $name,", (dialect) => {
  test("is registered again under its id and its key, and signs in as before", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, laptop } = await restored(endpoint);
    await expectRefused(await laptop.signIn(), 401, "device.unknown");
    const code = await endpoint.code({ member: phone.member });
    const answer = await laptop.enrol(code, "Joku Muu", phone.member);
    expect(await answer.json()).toEqual({ member: phone.member, name: "Aino Esimerkki" });
    expect((await laptop.sync()).header.h).toBe(1);
    expect((await laptop.signIn()).status).toBe(204);
    const mine = { member: phone.member, isRevoked: false };
    expect(Object.fromEntries(await devicesOf(endpoint))).toEqual({
      [phone.id]: mine,
      [laptop.id]: mine,
    });
    await expectRefused(await look(phone, code), 410, "code.used");
  });

  test("gets the same answer again when the first one was lost", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, laptop } = await restored(endpoint);
    const code = await endpoint.code({ member: phone.member });
    for (const _ of ["once", "and again"]) {
      expect((await laptop.enrol(code, "", phone.member)).status).toBe(400);
      const answer = await laptop.enrol(code, "Aino Esimerkki", phone.member);
      expect(await answer.json()).toEqual({ member: phone.member, name: "Aino Esimerkki" });
    }
    expect((await devicesOf(endpoint)).size).toBe(2);
  });

  test("is refused with a code for somebody else or somebody new, and the code stays good", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, laptop } = await restored(endpoint);
    const other = await enrolledDevice(endpoint, { name: "Kaisa Koe" });
    for (const member of [other.member, null]) {
      const code = await endpoint.code({ member });
      const refused = await laptop.enrol(code, "Aino Esimerkki", phone.member);
      await expectRefused(refused, 403, "code.other_member");
      expect((await look(laptop, code)).status).toBe(200);
      const newcomer = await makeDevice(endpoint);
      expect((await newcomer.enrol(code)).status).toBe(200);
    }
    await expectRefused(await laptop.signIn(), 401, "device.unknown");
  });

  test("is let in again by no code once it is revoked, and no code is used up by that", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, laptop } = await restored(endpoint);
    await laptop.enrol(await endpoint.code({ member: phone.member }), "Aino", phone.member);
    await revoke(endpoint, laptop);
    const code = await endpoint.code({ member: phone.member });
    const refused = await laptop.enrol(code, "Aino", phone.member);
    await expectRefused(refused, 410, "device.revoked");
    expect((await devicesOf(endpoint)).get(laptop.id)?.isRevoked).toBe(true);
    expect((await look(phone, code)).status).toBe(200);
  });

  test("gets a session where it is known still, and uses no code up", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const phone = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    phone.cookie = "";
    const code = await endpoint.code({ member: phone.member });
    expect((await phone.enrol(code, "Aino", phone.member)).status).toBe(200);
    expect((await phone.sync()).header.h).toBe(1);
    expect((await look(phone, code)).status).toBe(200);
    expect((await devicesOf(endpoint)).size).toBe(1);
  });

  test("takes over nobody's id: not another key's, and not the same key's of another member", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const phone = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    const thief = await enrolledDevice(endpoint, { name: "Kaisa Koe" });
    const forged = {
      p: 2,
      code: await endpoint.code({ member: thief.member }),
      name: "Kaisa Koe",
      member: thief.member,
      device: { id: phone.id, label: "", key: thief.publicKey },
      proof: await thief.sign({ iss: phone.id, sub: phone.id }),
    };
    await expectRefused(await thief.post("/enrolment", forged), 401, "assertion.invalid");
    const code = await endpoint.code({ member: thief.member });
    await expectRefused(
      await phone.enrol(code, "Kaisa Koe", thief.member),
      401,
      "assertion.invalid",
    );
    await revoke(endpoint, phone);
    const stranger = { ...forged, proof: await thief.sign({ iss: phone.id, sub: phone.id }) };
    await expectRefused(await thief.post("/enrolment", stranger), 401, "assertion.invalid");
    expect((await devicesOf(endpoint)).get(phone.id)?.member).toBe(phone.member);
  });

  test("comes with two codes at once and is one device all the same", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, laptop } = await restored(endpoint);
    const codes = [
      await endpoint.code({ member: phone.member }),
      await endpoint.code({ member: phone.member }),
    ];
    const answers = await Promise.all(
      codes.map((code) => laptop.enrol(code, "Aino", phone.member)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await devicesOf(endpoint)).size).toBe(2);
    const open = await Promise.all(codes.map((code) => look(phone, code)));
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200, 410]));
  });
});

describe.each(dialects)("a member whom a restoration lost, on $name,", (dialect) => {
  const lost = async (endpoint: TestEndpoint) => {
    const backup = await takeData(endpoint.database);
    const phone = await enrolledDevice(endpoint, { name: "Aino Esimerkki", role: "coordinator" });
    const { member } = phone;
    await restoreData(endpoint, backup);
    return { phone, member };
  };

  test("comes back under the same id with the team, the role and the name", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, member } = await lost(endpoint);
    expect(await run(endpoint, "code", { member })).toContain("--bring-back");
    const told = await run(endpoint, "code", { member, "bring-back": true, coordinator: true });
    const answer = await phone.enrol(codeIn(told), "Aino Esimerkki", member);
    expect(await answer.json()).toEqual({ member, name: "Aino Esimerkki" });
    const { header, records } = await phone.sync();
    expect(header.scopes).toEqual({
      [endpoint.area]: ["area", "coordinator"],
      [member]: ["person", "coordinator"],
      [endpoint.team]: ["team", "coordinator"],
    });
    expect(records.get(member as string as RecordId)?.f).toEqual({
      name: "Aino Esimerkki",
      team: endpoint.team,
    });
    expect(await run(endpoint, "members")).toMatch(/Aino Esimerkki +Koetiimi \(coordinator\) +1\n/);
  });

  test("needs only a further code when the first one ran out", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { phone, member } = await lost(endpoint);
    await run(endpoint, "code", { member, "bring-back": true });
    for (const more of [{}, { "bring-back": true }]) {
      const told = await run(endpoint, "code", { member, ...more });
      expect((await phone.enrol(codeIn(told), "Aino Esimerkki", member)).status).toBe(200);
    }
    expect((await devicesOf(endpoint)).size).toBe(1);
  });

  test("is not made under what is no id, is taken, or was erased", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    await endpoint.addTeam("Toinen tiimi");
    const { member } = await lost(endpoint);
    const back = (id: string) =>
      run(endpoint, "code", { member: id, "bring-back": true, team: endpoint.team });
    expect(await back("liian-lyhyt")).toContain("22 characters");
    expect(await back(endpoint.team)).toContain("not a member's");
    expect(await run(endpoint, "code", { "bring-back": true })).toContain("Whom to bring back?");
    const asked = await run(endpoint, "code", { member, "bring-back": true });
    expect(asked).toContain("Which team?");
    expect(await endpoint.database.selectFrom("member").selectAll().execute()).toEqual([]);
    const id_hash = idHash(endpoint.config.erasureKey, member);
    await endpoint.database.insertInto("erasure").values({ id_hash, at: 0 }).execute();
    expect(await back(member)).toContain("was erased");
    expect(await endpoint.database.selectFrom("member").selectAll().execute()).toEqual([]);
  });
});

test.each(dialects)(
  "no code is made for a member whose record was erased, on $name",
  async (dialect) => {
    await using endpoint = await makeEndpoint({ dialect });
    const { member } = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    const id_hash = idHash(endpoint.config.erasureKey, member);
    await endpoint.database.deleteFrom("entity").where("id", "=", member).execute();
    await endpoint.database.insertInto("erasure").values({ id_hash, at: 0 }).execute();
    for (const more of [{}, { "bring-back": true }]) {
      expect(await run(endpoint, "code", { member, ...more })).toContain("was erased");
    }
  },
);

test.each(dialects)(
  "a client under a lost member's id is told to nobody, on $name",
  async (dialect) => {
    await using endpoint = await makeEndpoint({ dialect });
    const other = await enrolledDevice(endpoint, { name: "Kaisa Koe" });
    const backup = await takeData(endpoint.database);
    const phone = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    await restoreData(endpoint, backup);
    await other.signIn();
    const { member } = phone;
    const code = codeIn(await run(endpoint, "code", { member, "bring-back": true }));
    const made = makeEdits(endpoint).create("client", { name: "Veikko" });
    await other.push({ ...made, record: member as string as RecordId });
    expect(await (await look(phone, code)).text()).not.toContain("Veikko");
    const answer = await phone.enrol(code, "Aino Esimerkki", member);
    expect(await answer.json()).toEqual({ member, name: "Aino Esimerkki" });
    expect((await phone.sync()).records.get(member as string as RecordId)?.t).toBe("client");
  },
);
