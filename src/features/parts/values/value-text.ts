import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Formats } from "#i18n/format.ts";
import { wordOf } from "#i18n/words.ts";
import { slotParts } from "#features/parts/times/slot-parts.ts";
import { phoneText } from "./phone-text.ts";
import { type Around, clientName } from "#features/parts/times/appointment-view.ts";

/** What is needed to put a field's value into words. */
export type ValueWords = {
  readonly texts: Texts;
  readonly formats: Formats;
  readonly around: Around;
  readonly now: Instant;
};

/** The value of one field as people read it; what this version does not understand is shown as it is stored. */
export const valueText = (field: string, value: Json, words: ValueWords): string => {
  const { texts } = words;
  switch (field) {
    case "slot":
      return slotText(value, words);
    case "client":
      return clientName({ client: value as RecordId | null }, words.around, texts);
    case "phone":
      return typeof value === "string" && value !== "" ? phoneText(value) : plain(value, texts);
    case "lengthInMinutes":
      return typeof value === "number" ? words.formats.length(value) : plain(value, texts);
    case "status":
      return typeof value === "string"
        ? wordOf({ ...texts.words.heldStatus, ...texts.words.status }, value)
        : plain(value, texts);
    case "guidance":
    case "channel":
    case "language":
      return typeof value === "string" ? wordOf(texts.words[field], value) : plain(value, texts);
    default:
      return plain(value, texts);
  }
};

const slotText = (value: Json, words: ValueWords): string => {
  const parts = slotParts(value, words);
  if (parts === null) return plain(value, words.texts);
  return Object.values(parts).filter(Boolean).join(", ");
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
