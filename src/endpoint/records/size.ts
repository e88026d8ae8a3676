import type { Fields } from "#domain/json.ts";
import type { Entity } from "#domain/merge/entity.ts";

/**
 * The most bytes that the fields of one record take up as JSON in UTF-8. A record is echoed and sent whole however little
 * of it changed, so this is what one small edit can cost everybody. Two of the longest texts fit (`textMaxLength`, three
 * bytes a unit), which is what a conflict holds; a record as people write them has a few thousand bytes.
 */
export const recordMaxBytes = 128_000;

/** Whether a record with these fields is larger than one may become. */
export const isTooLarge = (fields: Fields): boolean =>
  Buffer.byteLength(JSON.stringify(fields)) > recordMaxBytes;

/** Items of one record that were ever written or removed: a checklist has dozens. */
const stampsMaxCount = 4_000;

/** Whether a record remembers more fields and items than one may have. */
export const hasTooManyStamps = (stamps: Entity["stamps"]): boolean =>
  Object.keys(stamps).length > stampsMaxCount;
