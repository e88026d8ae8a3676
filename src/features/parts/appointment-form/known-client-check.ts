import type { BookingForm } from "#domain/times/booking.ts";
import type { FieldFailure, FieldFailureCode } from "#domain/failure.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import { parsePhone } from "#domain/phone.ts";

/** What is wrong with a known client's name or number, which a form may correct along with a booking. */
export const checkKnownClient = ({
  name,
  phone,
}: Pick<BookingForm, "name" | "phone">): FieldFailure[] => {
  const failures: FieldFailure[] = [];
  const check = (field: string, code: FieldFailureCode | null) => {
    if (code !== null) failures.push({ field, code });
  };
  check("name", name.trim() === "" ? "field.required" : writingFailure(name));
  check("phone", writingFailure(phone) ?? (parsePhone(phone).ok ? null : "phone.invalid"));
  return failures;
};
