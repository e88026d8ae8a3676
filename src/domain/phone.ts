import { fail, ok, type Result } from "./result.ts";

/** A telephone number in the form of ITU-T E.164 (`+`, country code, at most 15 digits in all), or an empty text for none. */
export type PhoneNumber = string;

/**
 * Reads a telephone number as people write it. A number without a country code is taken for a Finnish one (+358), and
 * spaces, hyphens, brackets and the invisible marks that copying brings along do not count; neither does the zero of
 * `+358 (0)40`. Nothing written is an empty number, not a failure.
 * Fails with `phone.invalid` for anything that is not 5–15 digits with an optional leading `+` or `00`, and for a number
 * that is longer than 15 digits with its country code.
 */
export const parsePhone = (text: string): Result<PhoneNumber, "phone.invalid"> => {
  const tight = text.replace(/\(\s*0\s*\)/, "").replace(/[\s()/.\p{Pd}\u2212\p{Cf}]/gu, "");
  if (tight === "") return ok("");
  if (!/^(?:\+|00)?\d{5,15}$/.test(tight)) return fail("phone.invalid");
  const international = tight.replace(/^00/, "+").replace(/^\+3580+/, "+358");
  const number = international.startsWith("+")
    ? international
    : international.replace(/^0?/, "+358");
  return /^\+[1-9]\d{4,14}$/.test(number) ? ok(number) : fail("phone.invalid");
};
