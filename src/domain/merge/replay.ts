import { reaches } from "../era.ts";
import type { Json } from "../json.ts";
import type { Op } from "../op.ts";
import { hasRoom, readPath, writePath } from "../fields/path.ts";
import type { RecordState } from "../record.ts";
import { textOfField } from "./apply.ts";
import { changedItem, counted } from "./items.ts";
import { sharesAfter } from "./share.ts";
import { mergeText } from "./text.ts";

/**
 * What a device shows: the endpoint's state with the device's own unsent edits of the record on top, in the order they
 * were made. `null` when neither the endpoint nor an unsent edit has made the record.
 * A text that changed under an unsent edit is merged with it exactly as the endpoint will; where both changed the same
 * words the author's own version is shown until the endpoint has answered.
 */
export const replayOps = (base: RecordState | null, ops: readonly Op[]): RecordState | null =>
  ops.reduce<RecordState | null>(replayOp, base);

/**
 * Whether the endpoint's state of a record has an unsent edit in it already: the edit is sent again because the endpoint
 * lost it, and the state is still one from before the loss.
 */
export const isContained = (state: RecordState | null, op: Op): boolean =>
  state !== null && reaches([state.ver], op.was ?? []);

const replayOp = (record: RecordState | null, op: Op): RecordState | null => {
  if (isContained(record, op)) return record;
  if (op.verb === "new") {
    // The endpoint may have applied the edit already while its answer was lost: then its state is the newer one.
    if (record !== null) return record;
    return { id: op.record, ver: 0, deleted: false, shares: [], ...op.value };
  }
  if (record === null || record.deleted) return record;
  if ("field" in op && !hasRoom(record.fields, op.field)) return record;
  switch (op.verb) {
    case "set":
      return withValue(
        record,
        op.field,
        changedItem(op.field, readPath(record.fields, op.field), op.value),
      );
    case "text": {
      const present = textOfField(readPath(record.fields, op.field));
      const merged = mergeText(op.base ?? present, present, op.value);
      const value = merged.clashes === 0 ? merged.text : op.value;
      return withValue(record, op.field, value);
    }
    case "del":
      return { ...record, deleted: true };
    case "inc": {
      const sum = counted(record.fields, op);
      return sum === null ? record : withValue(record, op.field, sum);
    }
    case "rem":
      return withValue(record, op.field, undefined);
    case "add":
      // Added already, and the answer was lost: the endpoint's entry is the dated one.
      return readPath(record.fields, op.field) === undefined
        ? withValue(record, op.field, op.value)
        : record;
    case "share":
    case "unshare":
      return { ...record, shares: sharesAfter(record.shares, op) };
    default:
      return op satisfies never;
  }
};

const withValue = (record: RecordState, path: string, value: Json | undefined): RecordState => ({
  ...record,
  fields: writePath(record.fields, path, value),
});
