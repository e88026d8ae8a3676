import { expect, test } from "vitest";
import { textDifference } from "#domain/merge/difference.ts";

const same = (one: string, other = one) => ({ isSame: true, one, other });
const differs = (one: string, other: string) => ({ isSame: false, one, other });

test("the same words in both are no difference", () => {
  expect(textDifference("Soittaa aamulla.", "Soittaa aamulla.")).toEqual([
    same("Soittaa aamulla."),
  ]);
  expect(textDifference("", "")).toEqual([]);
});

test("words that one has and the other lacks, or has otherwise, differ", () => {
  expect(textDifference("Summa 162 e, maksettu.", "Summa 542 e, maksettu huomenna.")).toEqual([
    same("Summa"),
    differs(" 162", " 542"),
    same(" e,"),
    differs(" maksettu.", " maksettu huomenna."),
  ]);
  expect(textDifference("Yksi kaksi kolme", "Yksi kolme")).toEqual([
    same("Yksi"),
    differs(" kaksi", ""),
    same(" kolme"),
  ]);
});

test("white space alone is no difference", () => {
  expect(textDifference("Yksi kaksi", "Yksi\n\nkaksi")).toEqual([
    same("Yksi kaksi", "Yksi\n\nkaksi"),
  ]);
});

test("nothing against something differs whole", () => {
  expect(textDifference("", "Uusi rivi")).toEqual([differs("", "Uusi rivi")]);
});

test("texts of endless equal words are not compared for minutes", () => {
  const one = "a ".repeat(10_000);
  const other = `b ${one}`;
  expect(textDifference(one, other)).toEqual([differs(one, other)]);
});
