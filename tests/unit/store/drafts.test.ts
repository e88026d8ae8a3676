import { describe, expect, test } from "vitest";
import { enrolTestDevice, passphrase } from "../../support/device.ts";
import { expectOk } from "../../support/result.ts";

const twoTabs = async () => {
  const device = await enrolTestDevice();
  const other = expectOk(await device.door.unlock(passphrase));
  return { one: device.store, other, team: device.team };
};

const settled = async (store: Awaited<ReturnType<typeof twoTabs>>["one"]) =>
  expectOk(await store.drafts.clear("none"));

describe("a draft", () => {
  test("can be read at once and after the disk has it", async () => {
    const { one } = await twoTabs();
    const saved = one.drafts.save("booking", "Vei");
    expect(one.drafts.read("booking")).toBe("Vei");
    expectOk(await saved);
    expect(one.drafts.read("booking")).toBe("Vei");
  });

  test("keeps its newest words while another tab commits and this one reads anew", async () => {
    const { one, other, team } = await twoTabs();
    expectOk(await one.drafts.save("booking", "vanha"));
    const record = other.newRecordId();
    const fields = { name: "P-114" };
    const written = other.write([{ verb: "new", record, kind: "client", home: team, fields }]);
    const saved = one.drafts.save("booking", "uusi");
    expectOk(await written);
    expectOk(await saved);
    await settled(one);
    expect(one.drafts.read("booking")).toBe("uusi");
  });

  test("that was thrown away stays so while this tab reads anew", async () => {
    const { one, other, team } = await twoTabs();
    expectOk(await one.drafts.save("booking", "vanha"));
    const record = other.newRecordId();
    const fields = { name: "P-114" };
    const written = other.write([{ verb: "new", record, kind: "client", home: team, fields }]);
    const cleared = one.drafts.clear("booking");
    expectOk(await written);
    expectOk(await cleared);
    await settled(one);
    expect(one.drafts.read("booking")).toBeNull();
  });

  test("is the same in every tab", async () => {
    const { one, other } = await twoTabs();
    expectOk(await one.drafts.save("booking", "Vei"));
    await settled(other);
    expect(other.drafts.read("booking")).toBe("Vei");
    expectOk(await one.drafts.clear("booking"));
    await settled(other);
    expect(other.drafts.read("booking")).toBeNull();
  });
});
