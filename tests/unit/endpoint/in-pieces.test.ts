import { describe, expect, test } from "vitest";
import { inPieces } from "#endpoint/database/in-pieces.ts";

describe("rows in pieces", () => {
  test("are all there once, in their order", () => {
    for (const count of [0, 1, 7, 8, 63, 64, 65, 500, 1_000]) {
      const rows = Array.from({ length: count }, (_, at) => at);
      expect(inPieces(rows).flat()).toEqual(rows);
    }
  });

  test("have one of three lengths, however many there are", () => {
    const lengths = new Set(
      Array.from({ length: 300 }, (_, count) => inPieces(Array.from({ length: count })))
        .flat()
        .map((piece) => piece.length),
    );
    expect([...lengths].sort((one, other) => one - other)).toEqual([1, 8, 64]);
  });
});
