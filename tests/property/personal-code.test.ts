import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hasPersonalCode } from "#domain/personal-code.ts";
import { runs } from "./texts.ts";

const two = (value: number) => String(value).padStart(2, "0");
const checkCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/** A right code of the 900 series, which no real person has, as its two halves around the mark. */
const code = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.nat(99),
    number: fc.integer({ min: 900, max: 999 }),
    mark: fc.constantFrom(..."+-ABCDEFUVWXY".split("")),
  })
  .map(({ day, month, year, number, mark }) => {
    const birth = two(day) + two(month) + two(year);
    const check = checkCharacters[Number(`${birth}${number}`) % 31] ?? "";
    return { birth, mark, rest: `${number}${check}` };
  });

const before = fc.constantFrom("", " ", "\n", "(", ".", ":", "\u00a0", "ä", "_", "ks. ");
const after = fc.constantFrom("", " ", "\n", ")", ".", ",", "\u00a0", "ä", "_", " Inari");
const hidden = fc.constantFrom("", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202a");
const space = fc.constantFrom("", " ", "  ", "\t", "\u00a0", "\u2009", "\u3000");

const hyphen = fc.constantFrom("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\uff0d");

test("every right code is found, however it is written", () => {
  fc.assert(
    fc.property(
      code,
      fc.record({
        before,
        after,
        left: space,
        right: space,
        hidden,
        hyphen,
        isSmall: fc.boolean(),
      }),
      ({ birth, mark, rest }, way) => {
        const middle = `${way.left}${mark === "-" ? way.hyphen : mark}${way.right}`;
        const hiding = `${birth.slice(0, 3)}${way.hidden}${birth.slice(3)}${middle}${rest}`;
        const written = way.isSmall ? hiding.toLowerCase() : hiding;
        expect(hasPersonalCode(`${way.before}${written}${way.after}`)).toBe(true);
      },
    ),
    runs,
  );
});

test("a code is found behind any text that does not run on into it", () => {
  fc.assert(
    fc.property(code, fc.string(), fc.string(), ({ birth, mark, rest }, before, after) => {
      expect(hasPersonalCode(`${before}, ${birth}${mark}${rest}; ${after}`)).toBe(true);
    }),
    runs,
  );
});

test("numbers with a mark right before a code do not hide it", () => {
  const number = fc.integer({ min: 100_000, max: 999_999_999 });
  fc.assert(
    fc.property(
      code,
      number,
      fc.constantFrom(..."abcdefuvwxy-+".split("")),
      ({ birth, mark, rest }, other, letter) => {
        expect(hasPersonalCode(`${other} ${letter} ${birth}${mark}${rest}`)).toBe(true);
      },
    ),
    runs,
  );
});

test("telephone numbers, days and times are no codes", () => {
  const digits = (length: number) =>
    fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(""));
  const phone = fc
    .tuple(fc.constantFrom("040", "+358 40", "016", "050"), digits(3), digits(4))
    .map((parts) => parts.join(" "));
  const day = fc.date({
    min: new Date("1950-01-01"),
    max: new Date("2050-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(phone, day, (number, date) => {
      const iso = date.toISOString();
      const finnish = `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
      expect(hasPersonalCode(`${finnish} klo 9.00-10.30, puh. ${number} (${iso})`)).toBe(false);
    }),
    runs,
  );
});
