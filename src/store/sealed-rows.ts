import { bytesToBase64Url, type OpId, type RecordId, type ScopeId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { type Box, labelOf, type Sealer } from "./box.ts";
import type { OutboxRow, RecordRow, SegmentRow } from "./database.ts";
import type { Platform } from "./platform.ts";

/** Seals one record as a row of its own. */
export const sealRecord = async (
  sealer: Sealer,
  scope: ScopeId,
  generation: number,
  state: RecordState,
): Promise<RecordRow> => ({
  scope,
  id: state.id,
  kind: state.kind,
  ver: state.ver,
  generation,
  box: await sealer.seal(recordLabel(scope, state.id, state.kind, state.ver), {
    home: state.home,
    shares: state.shares,
    fields: state.fields,
  }),
});

/** Opens a row of its own. */
export const openRecord = async (sealer: Sealer, row: RecordRow): Promise<RecordState> => {
  const content = (await sealer.open(
    recordLabel(row.scope, row.id, row.kind, row.ver),
    row.box,
  )) as Pick<RecordState, "home" | "fields"> & Partial<Pick<RecordState, "shares">>;
  // Rows from before there was sharing do not speak of it.
  return { id: row.id, kind: row.kind, ver: row.ver, deleted: false, shares: [], ...content };
};

/** Seals up to 200 records of a scope as one row. */
export const sealSegment = async (
  { sealer, platform }: { readonly sealer: Sealer; readonly platform: Platform },
  scope: ScopeId,
  generation: number,
  states: readonly RecordState[],
): Promise<SegmentRow> => {
  const id = bytesToBase64Url(platform.chance.bytes(12));
  const content = states.map(({ id, kind, home, shares, ver, fields }) => ({
    id,
    kind,
    home,
    ...(shares.length > 0 ? { shares } : {}),
    ver,
    fields,
  }));
  const box = await sealer.seal(labelOf("segment", scope, id, generation), content);
  return { id, scope, generation, box };
};

/** Opens a segment. */
export const openSegment = async (sealer: Sealer, row: SegmentRow): Promise<RecordState[]> => {
  const label = labelOf("segment", row.scope, row.id, row.generation);
  const content = (await sealer.open(label, row.box)) as unknown as Omit<
    RecordState,
    "deleted" | "shares"
  >[];
  return content.map((state) => ({ shares: [], ...state, deleted: false }));
};

/** Seals an edit. Its box stays the same when the edit moves to the tray. */
export const sealOp = async (sealer: Sealer, save: OpId, op: Op): Promise<OutboxRow> => ({
  op: op.id,
  record: op.record,
  save,
  box: await sealer.seal(opLabel(op.id, op.record), op),
});

/** Opens an edit of the outbox or the tray. */
export const openOp = async (
  sealer: Sealer,
  row: { readonly op: OpId; readonly record: RecordId; readonly box: Box },
): Promise<Op> => (await sealer.open(opLabel(row.op, row.record), row.box)) as unknown as Op;

/** Seals the record that a refused edit was about, to lie beside it in the tray. */
export const sealAbout = (sealer: Sealer, op: OpId, state: RecordState): Promise<Box> =>
  sealer.seal(aboutLabel(op, state.id), state);

/** Opens it. */
export const openAbout = async (
  sealer: Sealer,
  op: OpId,
  record: RecordId,
  box: Box,
): Promise<RecordState> =>
  (await sealer.open(aboutLabel(op, record), box)) as unknown as RecordState;

const aboutLabel = (op: OpId, record: RecordId) => labelOf("about", op, record);

const recordLabel = (scope: ScopeId, id: RecordId, kind: string, ver: number) =>
  labelOf("record", scope, kind, id, ver);

const opLabel = (op: OpId, record: RecordId) => labelOf("op", op, record);
