import { eraSize, latestOfEach, type Lineage } from "#domain/era.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { applyOp, textOfField } from "#domain/merge/apply.ts";
import type { Clash, Earlier, Entity } from "#domain/merge/entity.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import {
  deviceNamed,
  freshEntity,
  hashOf,
  memberNamed,
  opNamed,
  record,
} from "../unit/domain/edits.ts";

/** What an endpoint has of one record, and what a backup of it has. `contains`: the edits that are in it. */
export type Data = {
  readonly entity: Entity;
  readonly lineage: Lineage;
  readonly contains: ReadonlySet<string>;
  readonly earlier: readonly (Earlier & { readonly through: Op })[];
  readonly clashes: readonly (Clash & { readonly through: Op })[];
};

/** A device of one person. `n` orders what it made; `seen` is what its author had on the screen, of everybody's edits. */
export type Device = {
  readonly name: string;
  heard: RecordState;
  known: ReadonlySet<string>;
  era: number;
  waiting: Made[];
  sent: Made[];
};
type Made = { readonly n: number; readonly op: Op };

/** An endpoint that is restored now and then, its backups, its devices, and what every author had seen. */
export type World = {
  now: number;
  made: number;
  data: Data;
  backups: Data[];
  readonly devices: readonly Device[];
  readonly seen: Map<string, ReadonlySet<string>>;
  /** The edit of the same author that was still waiting when an edit was made on top of it. */
  readonly after: Map<string, string>;
  readonly values: Map<Json, string>;
  readonly words: string[];
};

const eraOfData = ({ lineage }: Data): number => Math.max(...lineage);

export const makeWorld = (names: readonly string[], note: string): World => {
  const data: Data = {
    entity: freshEntity({ name: "v0", note }),
    lineage: new Set([0]),
    contains: new Set(),
    earlier: [],
    clashes: [],
  };
  return {
    now: 1_000_000,
    made: 0,
    data,
    backups: [data],
    devices: names.map((name) => ({
      name,
      heard: data.entity,
      known: data.contains,
      era: 0,
      waiting: [],
      sent: [],
    })),
    seen: new Map(),
    after: new Map(),
    values: new Map(),
    words: [],
  };
};

const shownBy = ({ heard, waiting }: Device): RecordState =>
  replayOps(
    heard,
    waiting.map(({ op }) => op),
  ) ?? heard;

const startOf = (world: World, device: Device, field: string) => {
  const own = device.waiting.findLast(({ op }) => "field" in op && op.field === field)?.op;
  world.made += 1;
  const id = opNamed(`op${world.made}x`);
  world.seen.set(id, new Set([...device.known, ...device.waiting.map(({ op }) => op.id)]));
  if (own !== undefined) world.after.set(id, own.id);
  return {
    id,
    record,
    seen: own === undefined ? { ver: device.heard.ver } : { after: own.id },
    at: toInstant(world.now),
    endpointAt: toInstant(0),
  };
};

/** Makes an edit of the register, with a value of its own unless it is given one. */
export const set = (world: World, device: Device, given?: string): void => {
  const start = startOf(world, device, "name");
  const value = given ?? `v${world.made}`;
  if (given === undefined) world.values.set(value, start.id);
  const op: Op = { ...start, verb: "set", field: "name", value };
  device.waiting.push({ n: world.made, op });
};

/** Adds a word of its own to the text, or takes the word at a place out as well. */
export const write = (world: World, device: Device, at: number, isCutting: boolean): void => {
  const base = textOfField(shownBy(device).fields["note"]);
  const start = startOf(world, device, "note");
  const word = `w${world.made}`;
  world.words.push(word);
  const words = base.split(" ");
  const value = words.toSpliced(at % (words.length + 1), isCutting ? 1 : 0, word).join(" ");
  const op: Op = { ...start, verb: "text", field: "note", value, hash: hashOf(base), base };
  device.waiting.push({ n: world.made, op });
};

/** Sends the first `count` waiting edits; unless the answer is lost, the device hears what became of them and of the rest. */
export const push = (world: World, device: Device, count: number, isHeard: boolean): void => {
  // A device meets a restored endpoint with a question before it sends edits.
  if (device.era !== eraOfData(world.data)) pull(world, device);
  const sending = device.waiting.slice(0, count);
  for (const { op } of sending) if (!world.data.contains.has(op.id)) apply(world, device, op);
  if (isHeard) pull(world, device);
};

/** Hears the present state; edits that the endpoint has are sent ones, and sent ones that it has not wait again. */
export const pull = (world: World, device: Device): void => {
  const { data } = world;
  const { stamps: _, ...state } = data.entity;
  const isThere = ({ op }: Made) => data.contains.has(op.id);
  const acknowledged = device.waiting.filter(isThere).map(({ n, op }) => ({
    n,
    op: { ...op, was: latestOfEach([...(op.was ?? []), state.ver]) },
  }));
  const lost = device.sent.filter((made) => !isThere(made));
  device.waiting = [...lost, ...device.waiting.filter((made) => !isThere(made))].sort(
    (one, other) => one.n - other.n,
  );
  device.sent = [...device.sent.filter(isThere), ...acknowledged];
  device.heard = state;
  device.known = data.contains;
  device.era = eraOfData(data);
};

/** Puts a backup in the place of the data: versions go on in a new era. */
export const restore = (world: World, backup: Data): void => {
  const era = eraOfData(world.data) + 1;
  const ver = era * eraSize + (backup.entity.ver % eraSize);
  world.data = {
    ...backup,
    entity: { ...backup.entity, ver },
    lineage: new Set([...backup.lineage, era]),
  };
};

const apply = (world: World, device: Device, op: Op): void => {
  const { data } = world;
  const stored = [data.entity.fields["note"], ...data.earlier.map(({ value }) => value)];
  const texts = [...stored, ...(op.verb === "text" ? [op.base] : [])].map(String);
  const applied = applyOp(data.entity, op, {
    author: { member: memberNamed(device.name), device: deviceNamed(device.name) },
    at: op.at satisfies Instant,
    textOf: (hash) => texts.find((text) => hashOf(text) === hash),
    lineage: data.lineage,
  });
  if (!("entity" in applied)) throw new Error("every edit of a living record is applied");
  world.data = {
    ...data,
    entity: applied.entity,
    contains: new Set([...data.contains, op.id]),
    earlier: [...data.earlier, ...applied.earlier.map((one) => ({ ...one, through: op }))],
    clashes: [...data.clashes, ...applied.clashes.map((one) => ({ ...one, through: op }))],
  };
};

/** Whether the author of an edit had seen another: on the screen, or by way of what those had seen whose edits were on it. */
export const hadSeen = (world: World, author: string, other: string): boolean => {
  const open = [author];
  const done = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const seen of world.seen.get(at) ?? []) {
      if (seen === other) return true;
      if (!done.has(seen)) open.push(seen);
      done.add(seen);
    }
  }
  return false;
};
