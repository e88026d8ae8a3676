import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { minuteMs } from "#domain/instant.ts";
import { wrongCodesMax } from "#endpoint/access/attempts.ts";
import { enrolmentCodeSchema } from "#protocol/enrolment.ts";
import * as v from "valibot";
import { enrolledDevice, makeDevice, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

const look = (device: TestDevice, code: string) => device.post("/enrolment/look", { p: 1, code });

const enrolmentOf = async (device: TestDevice, code: string, more: object = {}) => ({
  p: 1,
  code,
  name: "Kaisa Koe",
  device: { id: device.id, label: "Koepuhelin", key: device.publicKey },
  proof: await device.sign(),
  ...more,
});

describe.each(dialects)("enrolment on $name", (dialect) => {
  test("a code has the form people can type, and is kept nowhere in the clear", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    expect(v.is(enrolmentCodeSchema, code)).toBe(true);
    const rows = await endpoint.database.selectFrom("enrolment_code").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("a look says what a code lets into, as often as one likes", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await makeDevice(endpoint);
    const code = await endpoint.code();
    for (let time = 0; time < 3; time += 1) {
      const response = await look(device, code);
      expect(await response.json()).toEqual({
        area: { fi: "Koeseutu", sv: "Provnejden", en: "Trial area" },
        team: "Koetiimi",
      });
    }
  });

  test("an enrolment makes the member, the record colleagues see, and a session", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const colleague = await enrolledDevice(endpoint);
    const device = await makeDevice(endpoint);
    const response = await device.enrol(
      await endpoint.code({ role: "coordinator" }),
      "Uusi Ihminen",
    );
    expect(await response.json()).toEqual({ member: device.member, name: "Uusi Ihminen" });
    expect((await device.sync()).header.scopes).toEqual({
      [endpoint.area]: ["area", "coordinator"],
      [device.member]: ["person", "coordinator"],
      [endpoint.team]: ["team", "coordinator"],
    });
    const seen = (await colleague.sync()).records.get(device.member as string as RecordId);
    expect(seen?.t).toBe("adviser");
    expect(seen?.s).toBe(endpoint.area);
    expect(seen?.f).toEqual({ name: "Uusi Ihminen", team: endpoint.team });
  });

  test("a code for a member there is adds a device, keeps the name, and lowers no role", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const phone = await enrolledDevice(endpoint, { role: "coordinator", name: "Aino Esimerkki" });
    const laptop = await makeDevice(endpoint);
    const code = await endpoint.code({ member: phone.member });
    expect(await (await look(laptop, code)).json()).toMatchObject({ name: "Aino Esimerkki" });
    const response = await laptop.enrol(code, "Joku Muu");
    expect(await response.json()).toEqual({ member: phone.member, name: "Aino Esimerkki" });
    const { scopes } = (await laptop.sync()).header;
    expect(scopes[endpoint.team]).toEqual(["team", "coordinator"]);
  });

  test("a code is used once", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const first = await makeDevice(endpoint);
    const second = await makeDevice(endpoint);
    expect((await first.enrol(code)).status).toBe(200);
    await expectRefused(await second.enrol(code), 410, "code.used");
    await expectRefused(await look(second, code), 410, "code.used");
  });

  test("of many who come at once with one code, one gets in", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const devices = await Promise.all(Array.from({ length: 8 }, () => makeDevice(endpoint)));
    const responses = await Promise.all(devices.map((device) => device.enrol(code)));
    expect(responses.filter((response) => response.ok)).toHaveLength(1);
    const members = await endpoint.database.selectFrom("member").selectAll().execute();
    expect(members).toHaveLength(1);
  });

  test("a device whose answer was lost comes again with the same code, and is still one device", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const device = await makeDevice(endpoint);
    await device.enrol(code);
    const { member } = device;
    device.cookie = "";
    const again = await device.enrol(code);
    expect(await again.json()).toEqual({ member, name: "Kaisa Koe" });
    expect((await device.sync()).header.h).toBe(1);
    const devices = await endpoint.database.selectFrom("device").selectAll().execute();
    expect(devices).toHaveLength(1);
  });

  test("nobody comes again in another's place", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const device = await makeDevice(endpoint);
    const thief = await makeDevice(endpoint);
    await device.enrol(code);
    const forged = await enrolmentOf(thief, code, {
      device: { id: device.id, label: "", key: thief.publicKey },
      proof: await thief.sign({ iss: device.id, sub: device.id }),
    });
    await expectRefused(await thief.post("/enrolment", forged), 401, "assertion.invalid");
    const other = await endpoint.code();
    await expectRefused(
      await thief.post("/enrolment", {
        ...forged,
        code: other,
        proof: await thief.sign({ iss: device.id, sub: device.id }),
      }),
      401,
      "assertion.invalid",
    );
  });

  test("a code is good for less than 15 minutes", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const device = await makeDevice(endpoint);
    endpoint.clock.advance(15 * minuteMs - 1);
    expect((await look(device, code)).status).toBe(200);
    endpoint.clock.advance(1);
    await expectRefused(await look(device, code), 410, "code.expired");
    await expectRefused(await device.enrol(code), 410, "code.expired");
  });

  test("a proof by another key, for another device or sent before is refused, and uses nothing up", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const code = await endpoint.code();
    const device = await makeDevice(endpoint);
    const other = await makeDevice(endpoint);
    const proofs = [
      await other.sign({ iss: device.id, sub: device.id }),
      await device.sign({ sub: other.id }),
      await device.sign({ aud: "elsewhere" }),
      await device.sign({ jti: undefined }),
      `${(await device.sign()).slice(0, -4)}AAAA`,
      "not.a.proof",
    ];
    for (const proof of proofs) {
      const body = await enrolmentOf(device, code, { proof });
      await expectRefused(await device.post("/enrolment", body), 401, "assertion.invalid");
    }
    const proof = await device.sign();
    expect(
      (await device.post("/enrolment", await enrolmentOf(device, code, { proof }))).status,
    ).toBe(200);
    const replayed = await enrolmentOf(device, code, { proof });
    await expectRefused(await device.post("/enrolment", replayed), 401, "assertion.invalid");
  });

  test("a device whose clock is a year off is let in", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await makeDevice(endpoint);
    const proof = await device.sign({ iat: 1_600_000_000, exp: 1_600_000_120 });
    const body = await enrolmentOf(device, await endpoint.code(), { proof });
    expect((await device.post("/enrolment", body)).status).toBe(200);
  });

  test("a personal identity code is no name", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await makeDevice(endpoint);
    const code = await endpoint.code();
    await expectRefused(await device.enrol(code, "Aino 131052-308T"), 400, "body.not_understood");
    expect((await look(device, code)).status).toBe(200);
  });

  test("codes that are not there are counted, and too many have to wait", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await makeDevice(endpoint);
    const code = await endpoint.code();
    for (let wrong = 0; wrong < wrongCodesMax; wrong += 1) {
      await expectRefused(await look(device, "0000000000"), 404, "code.unknown");
    }
    const response = await look(device, code);
    expect(response.headers.get("retry-after")).toBe("900");
    const { retryAfterMs } = await expectRefused(response, 429, "requests.too_many");
    expect(retryAfterMs).toBe(15 * minuteMs);
    await expectRefused(await device.enrol(code), 429, "requests.too_many");
    endpoint.clock.advance(15 * minuteMs);
    expect((await look(device, await endpoint.code())).status).toBe(200);
  });
});
