import { parsePath } from "#domain/fields/path.ts";
import { isInstant, isLocalDate, type Instant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { absenceKind } from "#domain/kinds/absence.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { startBefore } from "#domain/meeting/moved.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Formats } from "#i18n/format.ts";
import { wordOf } from "#i18n/words.ts";
import { slotParts } from "#features/parts/times/slot-parts.ts";
import { phoneText } from "./phone-text.ts";
import { adviserName, type Around, clientName } from "#features/parts/times/appointment-view.ts";
import { itemText } from "./item-text.ts";
import { readAs } from "./read-as.ts";

/** What is needed to put a field's value into words. */
export type ValueWords = {
  readonly texts: Texts;
  readonly formats: Formats;
  readonly around: Around;
  readonly now: Instant;
};

/** The value of one field, or of one item of it, as people read it; what this version does not understand is shown as it is stored. */
export const valueText = (path: string, value: Json, words: ValueWords): string => {
  const { field, item } = parsePath(path);
  const isEmpty = value === null || value === "";
  // Nobody has a name of its own.
  if (isEmpty && field !== "client") return words.texts.conflicts.empty;
  const isOfItems = typeof value === "object" && value !== null && !Array.isArray(value);
  if (item !== null) return itemText(field, item, value, words) ?? plain(value, words.texts);
  return (
    readers[field]?.(value, words) ??
    (isOfItems ? itemsText(field, value as { [item: string]: Json }, words) : null) ??
    plain(value, words.texts)
  );
};

/** Reads a value into words; `null` for one that it does not understand. */
type Reader = (value: Json, words: ValueWords) => string | null;

const code =
  (wordsOf: (texts: Texts) => Readonly<Record<string, string>>): Reader =>
  (value, { texts }) =>
    typeof value === "string" ? wordOf(wordsOf(texts), value) : null;

const date: Reader = (value, { formats, now }) =>
  isLocalDate(value) ? formats.dayLong(value, toLocalDate(now)) : null;
const moment: Reader = (value, { formats, now, texts }) => {
  if (!isInstant(value)) return null;
  const day = formats.dayLong(toLocalDate(value), toLocalDate(now));
  return `${day} ${texts.common.at(formats.time(value))}`;
};
const span: Reader = (value, words) => {
  const read = readAs(absenceKind, "span", value);
  if (read === null) return null;
  return [read.start, read.end].map((at) => moment(at, words)).join(" – ");
};
const minutes: Reader = (value, { formats }) =>
  typeof value === "number" ? formats.length(value) : null;
/** A link to a record that has no name of its own. */
const other: Reader = (_value, { texts }) => texts.conflicts.otherRecord;

const readers: Readonly<Partial<Record<string, Reader>>> = {
  slot: (value, words) => {
    const parts = slotParts(value, words);
    return parts === null ? null : Object.values(parts).filter(Boolean).join(", ");
  },
  client: (value, { around, texts }) =>
    clientName({ client: value as RecordId | null }, around, texts),
  organisation: (value, { around, texts }) =>
    around.organisations.get(value as RecordId)?.values.name ?? texts.conflicts.otherRecord,
  phone: (value) => (typeof value === "string" ? phoneText(value) : null),
  span,
  spans: (value, words) => {
    if (!Array.isArray(value)) return null;
    return value.map((one) => span(one, words) ?? "").join("; ") || words.texts.conflicts.empty;
  },
  hours: (value, { formats, texts }) => {
    const week = readAs(adviserKind, "hours", value);
    if (week === null) return null;
    const days = week.map(({ weekday, from, until }) => {
      const clock = [from, until].map((minute) => formats.minute(minute)).join("–");
      return `${formats.weekdayShort(weekday)} ${clock}`;
    });
    return days.join(", ") || texts.conflicts.empty;
  },
  lengthInMinutes: minutes,
  minutes,
  movedFrom: (value, words) => {
    const before = readAs(appointmentKind, "movedFrom", value);
    const at = moment(startBefore(before), words);
    const adviser = typeof before === "object" ? (before?.adviser ?? null) : null;
    if (at === null || adviser === null) return at;
    return `${at}, ${adviserName(adviser, words.around, words.texts)}`;
  },
  occurrence: moment,
  asked: date,
  series: other,
  follows: other,
  appointment: other,
  status: code(({ words }) => ({ ...words.heldStatus, ...words.status })),
  guidance: code(({ words }) => words.guidance),
  channel: code(({ words }) => words.channel),
  language: code(({ words }) => words.language),
  form: code(({ words }) => words.form),
  came: code(({ words }) => words.came),
  needs: (value, { texts }) => {
    const needs = readAs(appointmentKind, "needs", value);
    if (needs === null) return null;
    return needs.map((need) => wordOf(texts.words.need, need)).join(", ") || texts.conflicts.empty;
  },
  cancelling: (value, { texts }) => {
    const said = readAs(appointmentKind, "cancelling", value);
    if (said === null) return null;
    return [wordOf(texts.words.canceller, said.by), said.why].filter(Boolean).join(": ");
  },
  next: (value, words) => {
    const step = readAs(appointmentKind, "next", value);
    if (step === null) return null;
    const due = step.due === null ? "" : date(step.due, words);
    const done = step.done === true ? words.texts.conflicts.stepDone : "";
    const doer = wordOf(words.texts.words.doer, step.by);
    return [step.what, doer, due, done].filter(Boolean).join(", ");
  },
};

const itemsText = (
  field: string,
  items: { readonly [item: string]: Json },
  words: ValueWords,
): string | null => {
  const said = Object.entries(items).map(([item, value]) => itemText(field, item, value, words));
  if (said.length === 0) return words.texts.conflicts.empty;
  return said.includes(null) ? null : said.join("; ");
};

const plain = (value: Json, texts: Texts): string => {
  if (value === null || value === "") return texts.conflicts.empty;
  if (typeof value !== "object") return String(value);
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([name, inner]) => {
    const text = plain(inner, texts);
    return isList ? text : `${name}: ${text}`;
  });
  return parts.length === 0 ? texts.conflicts.empty : parts.join(", ");
};
