import { type Instant, toInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { applyOp, textOfField } from "#domain/merge/apply.ts";
import type { Clash, Earlier, Entity } from "#domain/merge/entity.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op, SetOp, TextOp } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { correctedTime } from "#domain/stamp.ts";
import {
  deviceNamed,
  freshEntity,
  hashOf,
  memberNamed,
  opNamed,
  record,
} from "../unit/domain/edits.ts";

/** One value that stopped standing, with the edit that brought it about. */
type Kept = Earlier & { readonly through: Op };

/** The smallest endpoint there can be: one record, every edit applied once, and everything that stopped standing. */
export type Arbiter = {
  entity: Entity;
  now: number;
  readonly applied: Set<string>;
  readonly earlier: Kept[];
  readonly clashes: Clash[];
};

/** The smallest device: what it last heard, what waits, what was refused, and a clock that may be wrong. */
export type Device = {
  readonly name: string;
  readonly errorMs: number;
  heard: RecordState;
  heardAt: Instant;
  waiting: Op[];
  readonly tray: Op[];
};

export const makeArbiter = (fields: RecordState["fields"]): Arbiter => ({
  entity: freshEntity(fields),
  now: 1_000_000,
  applied: new Set(),
  earlier: [],
  clashes: [],
});

/** What of a record travels to a device. */
const projected = ({ id, kind, home, shares, ver, deleted, fields }: Entity): RecordState => ({
  id,
  kind,
  home,
  shares,
  ver,
  deleted,
  fields,
});

export const makeDevice = (name: string, errorMs: number, arbiter: Arbiter): Device => ({
  name,
  errorMs,
  heard: projected(arbiter.entity),
  heardAt: toInstant(arbiter.now),
  waiting: [],
  tray: [],
});

/** What a device shows. */
export const shownBy = (device: Device): RecordState => {
  const shown = replayOps(device.heard, device.waiting);
  if (shown === null) throw new Error("a device that heard of a record shows it");
  return shown;
};

let made = 0;

const startOf = (device: Device, arbiter: Arbiter, field: string) => {
  const own = device.waiting.findLast((op) => "field" in op && op.field === field);
  made += 1;
  return {
    id: opNamed(`op${made}x`),
    record,
    seen: own === undefined ? { ver: device.heard.ver } : { after: own.id },
    at: toInstant(arbiter.now + device.errorMs),
    endpointAt: device.heardAt,
  };
};

/** Makes an edit of a register and lets it wait. */
export const set = (device: Device, arbiter: Arbiter, value: Json): SetOp => {
  const op = { ...startOf(device, arbiter, "name"), verb: "set", field: "name", value } as const;
  device.waiting.push(op);
  return op;
};

/** Makes an edit of the text that the device shows and lets it wait. */
export const write = (device: Device, arbiter: Arbiter, edit: (text: string) => string): TextOp => {
  const base = textOfField(shownBy(device).fields["note"]);
  const op: TextOp = {
    ...startOf(device, arbiter, "note"),
    verb: "text",
    field: "note",
    value: edit(base),
    hash: hashOf(base),
    base,
  };
  device.waiting.push(op);
  return op;
};

/** Deletes the record. */
export const remove = (device: Device, arbiter: Arbiter): void => {
  device.waiting.push({ ...startOf(device, arbiter, ""), verb: "del" });
};

/** Hears of the present record, and that waiting edits are there already whose answer was lost. */
export const pull = (device: Device, arbiter: Arbiter): void => {
  device.heard = projected(arbiter.entity);
  device.heardAt = toInstant(arbiter.now);
  device.waiting = device.waiting.filter((op) => !arbiter.applied.has(op.id));
};

/** Sends the first `count` waiting edits; the endpoint applies them, but its answer may be lost. */
export const push = (device: Device, arbiter: Arbiter, count: number, isHeard: boolean): void => {
  for (const op of device.waiting.slice(0, count)) {
    if (arbiter.applied.has(op.id)) continue;
    if (!applyTo(arbiter, device, op)) {
      if (!isHeard) return;
      device.tray.push(op);
      device.waiting = device.waiting.filter((other) => other !== op);
    }
  }
  if (isHeard) pull(device, arbiter);
};

/** Applies an edit as the endpoint does, asking for the text it started from when no stored one fits. `false`: refused. */
const applyTo = (arbiter: Arbiter, device: Device, op: Op): boolean => {
  const at = correctedTime({
    at: op.at,
    endpointAt: op.endpointAt,
    sentAt: toInstant(arbiter.now + device.errorMs),
    arrivedAt: toInstant(arbiter.now),
  });
  const author = { member: memberNamed(device.name), device: deviceNamed(device.name) };
  const stored = [arbiter.entity.fields["note"], ...arbiter.earlier.map((one) => one.value)];
  const sent = op.verb === "text" ? op.base : undefined;
  const apply = (texts: readonly unknown[]) =>
    applyOp(arbiter.entity, op, {
      author,
      at,
      textOf: (hash) => texts.map(String).find((text) => hashOf(text) === hash),
    });
  const first = apply(stored);
  const applied = first.result === "needs-base" ? apply([sent]) : first;
  if (!("entity" in applied)) return false;
  if (applied.entity.ver !== arbiter.entity.ver + 1) throw new Error("a version was left out");
  arbiter.entity = applied.entity;
  arbiter.earlier.push(...applied.earlier.map((one) => ({ ...one, through: op })));
  arbiter.clashes.push(...applied.clashes);
  arbiter.applied.add(op.id);
  return true;
};
