import { describe, expect, test } from "vitest";
import { BoxDamaged, labelOf, makeSealer } from "#store/box.ts";
import { makeTestPlatform } from "../../support/platform.ts";

const makeTestSealer = async (seed: number) => {
  const { subtle, chance } = makeTestPlatform(seed);
  const bytes = new Uint8Array(chance.bytes(32));
  const key = await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return makeSealer(key, subtle, chance);
};

describe("a box", () => {
  test("gives back what was sealed", async () => {
    const sealer = await makeTestSealer(1);
    const box = await sealer.seal(labelOf("record", "a", 1), { name: "Äidin-O’Neill", list: [1] });
    expect(await sealer.open(labelOf("record", "a", 1), box)).toEqual({
      name: "Äidin-O’Neill",
      list: [1],
    });
  });

  test("does not open in another place, in another version, or with another key", async () => {
    const sealer = await makeTestSealer(1);
    const box = await sealer.seal(labelOf("record", "a", 1), "salaisuus");
    await expect(sealer.open(labelOf("record", "b", 1), box)).rejects.toThrow(BoxDamaged);
    await expect(sealer.open(labelOf("record", "a", 2), box)).rejects.toThrow(BoxDamaged);
    const stranger = await makeTestSealer(2);
    await expect(stranger.open(labelOf("record", "a", 1), box)).rejects.toThrow(BoxDamaged);
  });

  test("does not open when a bit of it has changed", async () => {
    const sealer = await makeTestSealer(1);
    const box = await sealer.seal(labelOf("record", "a", 1), "salaisuus");
    new Uint8Array(box.sealed)[3]! ^= 1;
    await expect(sealer.open(labelOf("record", "a", 1), box)).rejects.toThrow(BoxDamaged);
  });

  test("never has the same nonce twice", async () => {
    const sealer = await makeTestSealer(1);
    const boxes = await Promise.all(
      Array.from({ length: 500 }, () => sealer.seal(labelOf("record", "a", 1), "sama")),
    );
    expect(new Set(boxes.map(({ iv }) => iv.join())).size).toBe(500);
  });
});
