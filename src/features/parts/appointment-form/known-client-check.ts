import type { BookingForm } from "#domain/times/booking.ts";
import type { FieldFailure, FieldFailureCode } from "#domain/failure.ts";
import { writingFailure } from "#domain/fields/writing.ts";
import type { RecordId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { parsePhone } from "#domain/phone.ts";
import type { Store } from "#store/store.ts";

/** Whether a client can still be read here: they may have been deleted, or have left the team, under an open form. */
export const isClientHere = ({ ledger }: Store, client: RecordId): boolean =>
  ledger.get(clientKind, client) !== undefined;

/**
 * What is wrong with a known client's name or number, which a form may correct along with a booking. Of a client who has left
 * the device since (`isHere`), `client.gone` alone: nobody could ever read for whom it was.
 */
export const checkKnownClient = (
  { name, phone }: Pick<BookingForm, "name" | "phone">,
  isHere: boolean,
): FieldFailure[] => {
  if (!isHere) return [{ field: "name", code: "client.gone" }];
  const failures: FieldFailure[] = [];
  const check = (field: string, code: FieldFailureCode | null) => {
    if (code !== null) failures.push({ field, code });
  };
  check("name", name.trim() === "" ? "field.required" : writingFailure(name));
  check("phone", writingFailure(phone) ?? (parsePhone(phone).ok ? null : "phone.invalid"));
  return failures;
};
