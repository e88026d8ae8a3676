import type { FieldFailure } from "../failure.ts";
import { textMaxLength } from "../fields/field.ts";
import type { RecordId } from "../ids.ts";
import { isLocalDate, type LocalDate } from "../instant.ts";
import { allottedLength } from "../kinds/allotment.ts";
import type { Waiting } from "../kinds/waiting.ts";
import { writtenFailures } from "../meeting/written-lines.ts";
import { parsePhone } from "../phone.ts";
import { fail, ok, type Result } from "../result.ts";

/** What somebody waits for, as a form holds it: text as it was typed. */
export type WishForm = {
  readonly guidance: string;
  readonly channel: string;
  readonly length: string;
  readonly places: readonly string[];
  readonly municipalities: readonly string[];
  readonly when: readonly string[];
  readonly asked: string;
  readonly latest: string;
  readonly note: string;
};

/** A wish together with whose it is: a known client, or a new one by name. */
export type WaitingForm = WishForm & {
  readonly client: RecordId | null;
  readonly name: string;
  readonly phone: string;
  readonly language: string;
};

/** What a form writes of a wish. */
export type Wish = Omit<Waiting, "client" | "status" | "appointment">;

/**
 * Reads a wish. Each wrong field is named once: `field.value_invalid` for a `length` that is no whole number of minutes
 * from five to twelve hours, `date.invalid`, `field.too_long`, `field.personal_code`.
 */
export const parseWish = (form: WishForm): Result<Wish, readonly FieldFailure[]> => {
  const failures: FieldFailure[] = [...writtenFailures("note", form.note, textMaxLength)];
  const lengthInMinutes = parseLength(form.length);
  if (lengthInMinutes === null) failures.push({ field: "length", code: "field.value_invalid" });
  const [asked, latest] = [parseDay(form.asked), parseDay(form.latest)];
  if (asked === "wrong") failures.push({ field: "asked", code: "date.invalid" });
  if (latest === "wrong") failures.push({ field: "latest", code: "date.invalid" });
  if (failures.length > 0 || lengthInMinutes === null || asked === "wrong" || latest === "wrong") {
    return fail(failures);
  }
  const { guidance, channel, places, municipalities, when, note } = form;
  const lists = { places: [...places], municipalities: [...municipalities], when: [...when] };
  return ok({ guidance, channel, lengthInMinutes, ...lists, asked, latest, note: note.trim() });
};

/** A new client unless one was chosen, and the wish. */
export type NewWaiting = {
  readonly newClient: {
    readonly name: string;
    readonly phone: string;
    readonly language: string;
  } | null;
  readonly wish: Wish;
};

/**
 * Reads a wish with whose it is. Beside the failures of {@link parseWish}: `field.required` for a missing name, and
 * `phone.invalid`; both count only for a new client.
 */
export const parseWaiting = (form: WaitingForm): Result<NewWaiting, readonly FieldFailure[]> => {
  const wish = parseWish(form);
  const failures: FieldFailure[] = wish.ok ? [] : [...wish.failure];
  const isNew = form.client === null;
  const name = form.name.trim();
  const phone = parsePhone(isNew ? form.phone : "");
  if (isNew) {
    if (name === "") failures.push({ field: "name", code: "field.required" });
    failures.push(...writtenFailures("name", name));
    if (!phone.ok) failures.push({ field: "phone", code: phone.failure });
  }
  if (failures.length > 0 || !wish.ok || !phone.ok) return fail(failures);
  const { language } = form;
  return ok({
    newClient: isNew ? { name, phone: phone.value, language } : null,
    wish: wish.value,
  });
};

const parseLength = (written: string): number | null => {
  const minutes = /^\d{1,3}$/.test(written.trim()) ? Number(written) : Number.NaN;
  return minutes >= allottedLength.least && minutes <= allottedLength.most ? minutes : null;
};

const parseDay = (written: string): LocalDate | null | "wrong" => {
  if (written === "") return null;
  return isLocalDate(written) ? written : "wrong";
};
