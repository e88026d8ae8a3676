import * as v from "valibot";
import type { RecordId } from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { ComparePiece } from "#ui/compare.tsx";
import { adviserName, whereText } from "./appointment-view.ts";
import type { ValueWords } from "#features/parts/values/value-text.ts";

const slotSchema = v.looseObject({
  start: v.custom<Instant>(isInstant),
  end: v.custom<Instant>(isInstant),
  place: v.nullable(v.string()),
  adviser: v.nullable(v.string()),
  room: v.optional(v.string()),
});

/** What a slot is made of, as people see it. */
export type SlotPart = "time" | "place" | "adviser";

/** The parts of a slot in words, a missing place as nothing; `null` for what is no slot. */
export const slotParts = (
  value: Json,
  { texts, formats, around, now }: ValueWords,
): Readonly<Record<SlotPart, string>> | null => {
  const parsed = v.safeParse(slotSchema, value);
  if (!parsed.success) return null;
  const { start, end, place, adviser, room } = parsed.output;
  const at = { start, end, place: place as RecordId | null, adviser: null };
  const slot = room === undefined ? at : { ...at, room };
  // A call has no place either, and a slot alone does not tell which it is.
  const where = place === null ? "" : whereText({ channel: "visit", slot }, around, texts);
  const day = formats.dayLong(toLocalDate(start), toLocalDate(now));
  return {
    time: `${day} ${texts.common.at(formats.span(start, end))}`,
    place: where,
    adviser: adviserName(adviser, around, texts),
  };
};

/** In which parts two slots differ; those that differ in no part people see, or are none, differ in their time. */
export const differingSlotParts = (one: Json, other: Json): readonly SlotPart[] => {
  const before = v.safeParse(slotSchema, one);
  const after = v.safeParse(slotSchema, other);
  if (!before.success || !after.success) return ["time"];
  const [mine, theirs] = [before.output, after.output];
  const isOtherTime = mine.start !== theirs.start || mine.end !== theirs.end;
  const parts: readonly (readonly [SlotPart, boolean])[] = [
    ["time", isOtherTime],
    ["place", mine.place !== theirs.place || mine.room !== theirs.room],
    ["adviser", mine.adviser !== theirs.adviser],
  ];
  const differing = parts.flatMap(([part, isOther]) => (isOther ? [part] : []));
  return differing.length === 0 ? ["time"] : differing;
};

/** One of two slots in words, the parts in which they differ marked; `null` for what is no slot. */
export const slotPieces = (
  value: Json,
  against: Json,
  words: ValueWords,
): readonly ComparePiece[] | null => {
  const parts = slotParts(value, words);
  if (parts === null || slotParts(against, words) === null) return null;
  const differing = differingSlotParts(value, against);
  const names: readonly SlotPart[] = ["time", "place", "adviser"];
  return names
    .map((name) => {
      const isDifferent = differing.includes(name);
      return { text: parts[name] || (isDifferent ? words.texts.conflicts.empty : ""), isDifferent };
    })
    .filter(({ text }) => text !== "")
    .flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ", " }, piece]));
};
