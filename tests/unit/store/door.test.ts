import { describe, expect, test } from "vitest";
import { dayMs } from "#domain/instant.ts";
import { enrolTestDevice, makeProfile, passphrase } from "../../support/device.ts";
import { makeTestClock, makeTestPlatform } from "../../support/platform.ts";
import { expectFailure, expectOk } from "../../support/result.ts";
import { makeMemberId } from "#domain/ids.ts";
import { makeDeviceKeys } from "#store/identity.ts";

describe("the door", () => {
  test("knows a new device from an enrolled one", async () => {
    const fresh = makeProfile(1);
    expect(expectOk(await fresh.door.state())).toEqual({ kind: "new" });
    const device = await enrolTestDevice();
    expect(expectOk(await device.door.state())).toMatchObject({ kind: "locked" });
  });

  test("tells without a key whether something waits to be sent", async () => {
    const device = await enrolTestDevice();
    expect(expectOk(await device.door.state())).toMatchObject({ kind: "locked", hasUnsent: false });
    const record = device.store.newRecordId();
    const fields = { name: "Veikko" };
    expectOk(
      await device.store.write([
        { verb: "new", record, kind: "client", home: device.team, fields },
      ]),
    );
    device.store.close();
    expect(expectOk(await device.door.state())).toMatchObject({ kind: "locked", hasUnsent: true });
  });

  test("tells without a key, and with it, whether the device was revoked", async () => {
    const device = await enrolTestDevice();
    const { store, door } = device;
    const states = async () => [expectOk(await door.state()), store.isRevoked()];
    const isNot = [{ kind: "locked", hasUnsent: false, isRevoked: false }, false];
    expect(await states()).toEqual(isNot);
    const at = device.platform.clock.now();
    expectOk(await store.exchange.noteComplete({ at, endpointAt: at, clockAheadMs: 0 }));
    expect(await states()).toEqual(isNot);
    expectOk(await store.exchange.takeRevocation());
    expect(await states()).toEqual([{ ...(isNot[0] as object), isRevoked: true }, true]);
    const scopes = new Map([[device.team, { kind: "team", role: "adviser" }]] as const);
    expectOk(await store.exchange.takeHeader({ fates: new Map(), scopes, echo: [] }));
    expect(await states()).toEqual(isNot);
  });

  test("does not take a device for revoked that has never come to the end of an exchange", async () => {
    const profile = makeProfile(1);
    const keys = await makeDeviceKeys(profile.platform);
    const owner = { member: makeMemberId(profile.platform.chance), name: "Aino" };
    const store = expectOk(await profile.door.enrol(keys, owner, passphrase));
    expect(store.isRevoked()).toBe(false);
    expect(expectOk(await profile.door.state())).toMatchObject({ isRevoked: false });
  });

  test("opens with the passphrase, also with spaces around it or composed letters apart", async () => {
    const device = await enrolTestDevice();
    device.store.close();
    expectOk(await device.door.unlock(`  ${passphrase.normalize("NFD")} `)).close();
  });

  test("stays closed to a wrong passphrase", async () => {
    const device = await enrolTestDevice();
    device.store.close();
    expect(expectFailure(await device.door.unlock("jokin muu lause"))).toEqual({
      code: "passphrase.wrong",
    });
  });

  test("lets nobody in where there is no vault", async () => {
    expect(expectFailure(await makeProfile(1).door.unlock(passphrase))).toEqual({
      code: "vault.missing",
    });
  });

  test("makes whoever guesses wait longer and longer, over restarts, and the owner not for ever", async () => {
    const clock = makeTestClock();
    const profile = makeProfile(1, makeTestPlatform(1, clock));
    const keys = await makeDeviceKeys(profile.platform);
    const member = makeMemberId(profile.platform.chance);
    expectOk(await profile.door.enrol(keys, { member, name: "A" }, passphrase)).close();
    const guess = () => profile.door.unlock("väärin meni");
    for (let slip = 0; slip < 3; slip += 1) {
      expect(expectFailure(await guess()).code).toBe("passphrase.wrong");
    }
    expect(expectFailure(await guess())).toEqual({ code: "passphrase.wait", waitMs: 1_000 });
    expect(expectFailure(await profile.door.unlock(passphrase)).code).toBe("passphrase.wait");
    clock.advance(1_000);
    expect(expectFailure(await guess()).code).toBe("passphrase.wrong");
    expect(expectFailure(await guess())).toEqual({ code: "passphrase.wait", waitMs: 2_000 });
    clock.advance(2_000);
    expectOk(await profile.door.unlock(passphrase)).close();
    expect(expectFailure(await guess()).code).toBe("passphrase.wrong");
  });

  test("does not lock the owner out when the clock is set back", async () => {
    const clock = makeTestClock();
    const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1, clock)));
    device.store.close();
    for (let slip = 0; slip < 4; slip += 1) {
      await device.door.unlock("väärin meni");
      clock.advance(1_000);
    }
    clock.advance(-365 * dayMs);
    const unlock = () => device.door.unlock(passphrase);
    expect(expectFailure(await unlock())).toEqual({ code: "passphrase.wait", waitMs: 2_000 });
    clock.advance(1_500);
    expect(expectFailure(await unlock())).toEqual({ code: "passphrase.wait", waitMs: 500 });
    clock.advance(500);
    expectOk(await unlock()).close();
  });

  test("never builds a vault over another one", async () => {
    const device = await enrolTestDevice();
    const keys = await makeDeviceKeys(device.platform);
    const owner = { member: makeMemberId(device.platform.chance), name: "B" };
    expect(expectFailure(await device.door.enrol(keys, owner, "aivan toinen lause"))).toEqual({
      code: "storage.blocked",
    });
    device.store.close();
    expectOk(await device.door.unlock(passphrase)).close();
  });

  test("lets the same device try its enrolment again", async () => {
    const profile = makeProfile(1);
    const keys = await makeDeviceKeys(profile.platform);
    const owner = { member: makeMemberId(profile.platform.chance), name: "A" };
    expectOk(await profile.door.enrol(keys, owner, "ensimmäinen lause")).close();
    expectOk(await profile.door.enrol(keys, owner, passphrase)).close();
    expectOk(await profile.door.unlock(passphrase)).close();
  });

  test("gives the same member and a key that signs as before", async () => {
    const device = await enrolTestDevice();
    device.store.close();
    const store = expectOk(await device.door.unlock(passphrase));
    expect(store.identity).toMatchObject({ member: device.member, name: "Aino Esimerkki" });
    expect(await store.identity.sign("teksti")).toMatch(/^[\w-]{86}$/);
  });

  test("keeps a draft sealed until it is cleared", async () => {
    const device = await enrolTestDevice();
    expectOk(await device.store.drafts.save("booking", { name: "Veikko" }));
    device.store.close();
    const store = expectOk(await device.door.unlock(passphrase));
    expect(store.drafts.read("booking")).toEqual({ name: "Veikko" });
    expectOk(await store.drafts.clear("booking"));
    expect(store.drafts.read("booking")).toBeNull();
  });
});
