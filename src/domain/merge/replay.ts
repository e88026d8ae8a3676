import { ownMember } from "../json.ts";
import type { Op } from "../op.ts";
import type { RecordState } from "../record.ts";
import { textOfField } from "./apply.ts";
import { mergeText } from "./text.ts";

/**
 * What a device shows: the endpoint's state with the device's own unsent edits of the record on top, in the order they
 * were made. `null` when neither the endpoint nor an unsent edit has made the record.
 * A text that changed under an unsent edit is merged with it exactly as the endpoint will; where both changed the same
 * words the author's own version is shown until the endpoint has answered.
 */
export const replayOps = (base: RecordState | null, ops: readonly Op[]): RecordState | null =>
  ops.reduce<RecordState | null>(replayOp, base);

const replayOp = (record: RecordState | null, op: Op): RecordState | null => {
  if (op.verb === "new") {
    // The endpoint may have applied the edit already while its answer was lost: then its state is the newer one.
    if (record !== null) return record;
    return { id: op.record, ver: 0, deleted: false, ...op.value };
  }
  if (record === null || record.deleted) return record;
  switch (op.verb) {
    case "set":
      return { ...record, fields: { ...record.fields, [op.field]: op.value } };
    case "text": {
      const present = textOfField(ownMember(record.fields, op.field));
      const merged = mergeText(op.base ?? present, present, op.value);
      const value = merged.clashes === 0 ? merged.text : op.value;
      return { ...record, fields: { ...record.fields, [op.field]: value } };
    }
    case "del":
      return { ...record, deleted: true };
    case "inc":
    case "rem":
    case "share":
    case "unshare":
      return record;
    default:
      return op satisfies never;
  }
};
