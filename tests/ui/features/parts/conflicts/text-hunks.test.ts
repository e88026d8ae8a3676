import { expect, it } from "vitest";
import { hunksOf, type Piece } from "#features/parts/conflicts/text-hunks.ts";

/** A side as it is read: differing words in brackets. */
const read = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isDifferent }) => (isDifferent ? `[${text.trim()}]` : text.trim())).join(" ");
const readAll = (one: string, other: string) =>
  hunksOf(one, other).map((hunk) => [read(hunk.one), read(hunk.other)]);

const between = "Tässä on pitkä pätkä tekstiä jota kumpikaan ei muuttanut lainkaan sinä aamuna.";

it("shows near differences as one place, with what is between them", () => {
  expect(readAll("Kyyti klo 9 Kuhmosta.", "Kyyti klo 10 Sotkamosta.")).toEqual([
    ["Kyyti klo [9 Kuhmosta.]", "Kyyti klo [10 Sotkamosta.]"],
  ]);
  expect(readAll("a b c d", "x b c y")).toEqual([["[a] b c [d]", "[x] b c [y]"]]);
});

it("shows distant differences as places of their own, with a few words around each", () => {
  expect(readAll(`Eka ${between} toka`, `Yksi ${between} kaksi`)).toEqual([
    ["[Eka] Tässä on pitkä pätkä tekstiä jota …", "[Yksi] Tässä on pitkä pätkä tekstiä jota …"],
    ["… ei muuttanut lainkaan sinä aamuna. [toka]", "… ei muuttanut lainkaan sinä aamuna. [kaksi]"],
  ]);
});

it("cuts what is the same before the first difference and after the last", () => {
  expect(readAll(`${between} nyt ${between}`, `${between} heti ${between}`)).toEqual([
    [
      "… ei muuttanut lainkaan sinä aamuna. [nyt] Tässä on pitkä pätkä tekstiä jota …",
      "… ei muuttanut lainkaan sinä aamuna. [heti] Tässä on pitkä pätkä tekstiä jota …",
    ],
  ]);
});

it("leaves a side empty where one of them says nothing", () => {
  expect(readAll("Soita.", "Soita. Heti.")).toEqual([["Soita.", "Soita. [Heti.]"]]);
  expect(readAll("", "Heti.")).toEqual([["", "[Heti.]"]]);
});

it("shows texts that differ in white space alone whole", () => {
  expect(readAll("a b", "a  b")).toEqual([["a b", "a  b"]]);
});
