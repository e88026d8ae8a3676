import { describe, expect, test } from "vitest";
import { mergeText } from "#domain/merge/text.ts";
import { readVectors } from "../vectors.ts";

type Example = {
  readonly why: string;
  readonly base: string;
  readonly first: string;
  readonly second: string;
  readonly text: string;
  readonly clashes: number;
};

describe("published examples", () => {
  for (const { why, base, first, second, text, clashes } of readVectors(
    "text-merging",
  ) as readonly Example[]) {
    test(why, () => {
      expect(mergeText(base, first, second)).toEqual({ text, clashes });
      expect(mergeText(base, second, first).clashes).toBe(clashes);
    });
  }
});

test("both deleted different sentences: neither comes back", () => {
  expect(mergeText("A. B. C. D. E.", "A. C. D. E.", "A. B. C. E.")).toEqual({
    text: "A. C. E.",
    clashes: 0,
  });
});

test("both added the same line, with other spaces around it: it stands once", () => {
  expect(mergeText("Alku.", "Alku.\nSoita.", "Alku. Soita.").text).toBe("Alku.\nSoita.");
});

test("both wrote before the first line: each line stays one", () => {
  expect(mergeText("\nvanha", "eka\nvanha", "toka\nvanha")).toEqual({
    text: "eka\ntoka\nvanha",
    clashes: 0,
  });
});

test("one emptied the text while the other wrote on: both are told", () => {
  expect(mergeText("Yksi kaksi", "", "Yksi kaksi kolme")).toEqual({ text: "", clashes: 1 });
  expect(mergeText("Yksi kaksi", "Yksi kaksi kolme", "")).toEqual({
    text: "Yksi kaksi kolme",
    clashes: 1,
  });
});

test("words named like members of every object are words", () => {
  const base = "constructor toString __proto__ valueOf";
  const merged = mergeText(base, `${base} hasOwnProperty`, `eka ${base}`);
  expect(merged).toEqual({ text: `eka ${base} hasOwnProperty`, clashes: 0 });
});

test("signs outside the basic plane stay whole", () => {
  const base = "👩‍🏫 opo 🇫🇮 käy.";
  const merged = mergeText(base, `${base} 🚌 kulkee.`, `👋 hei. ${base}`);
  expect(merged).toEqual({ text: `👋 hei. ${base} 🚌 kulkee.`, clashes: 0 });
});

describe("large texts are merged", () => {
  const words = (count: number, name: string) =>
    Array.from({ length: count }, (_, at) => `${name}${at}`);
  const sentences = words(20_000, "sana").map((word, at) => (at % 12 === 11 ? `${word}.` : word));
  const base = `${sentences.join(" ")}.`;

  test("20,000 words in sentences, changed at both ends and in the middle", () => {
    const current = `Alku. ${base.replace("sana6000 ", "muutettu ")}`;
    const incoming = `${base.replace("sana12000 ", "toinen ")} Loppu.`;
    const merged = mergeText(base, current, incoming);
    const whole = `Alku. ${base.replace("sana6000 ", "muutettu ").replace("sana12000 ", "toinen ")} Loppu.`;
    expect(merged).toEqual({ text: whole, clashes: 0 });
  });

  test("20,000 words without a mark: what stands is a version, and the clash is told", () => {
    const unmarked = words(20_000, "sana").join(" ");
    const merged = mergeText(unmarked, `alku ${unmarked}`, `${unmarked} loppu`);
    expect(merged).toEqual({ text: `alku ${unmarked}`, clashes: 1 });
  });

  test("200 words without a mark are merged by words", () => {
    const unmarked = words(200, "sana").join(" ");
    expect(mergeText(unmarked, `alku ${unmarked}`, `${unmarked} loppu`)).toEqual({
      text: `alku ${unmarked} loppu`,
      clashes: 0,
    });
  });

  test.each([
    ["empty lines", "\n"],
    ["dots", ". "],
    ["the same word", "a "],
    ["the same sentence", "Soita. "],
    ["a word of two, over and over", "ei joo "],
  ])("20,000 signs of %s do not hold anybody up", (_, piece) => {
    const same = piece.repeat(20_000 / piece.length);
    const merged = mergeText(same, `alku ${same}`, `${same}loppu`);
    expect(merged.text).toContain("alku");
    expect(merged.text.includes("loppu") || merged.clashes > 0).toBe(true);
  });

  test("more tokens than one call may have arguments do not throw", () => {
    const added = "rivi\n".repeat(200_000);
    const merged = mergeText(
      "eka. toka. kolmas.",
      `eka. toka. kolmas.${added}`,
      "uusi. toka. kolmas.",
    );
    expect(merged.text.length).toBeGreaterThan(added.length);
  });
});
