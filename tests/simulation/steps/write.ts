import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Json } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import type { Dice } from "#endpoint/demo/dice.ts";
import { recordMaxBytes } from "#endpoint/records/size.ts";
import type { Edit } from "#store/write.ts";
import { judgeScreen } from "../judge/on-screen.ts";
import type { Write } from "../judge/oracle.ts";
import { catalog, fieldsOf, firstValues, shortId } from "../world/catalog.ts";
import type { Form, Phone } from "../world/phone.ts";
import { editProse } from "../world/prose.ts";
import { recordsOn, screenOf } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { anyOf, type Step } from "./step.ts";

/** An edit that is about to be written, and what the oracle has to know of it. */
type Planned = { readonly edit: Edit; readonly write: Omit<Write, "id"> };

/** Somebody saves a form: one edit, or several at once; often one that was opened long before. */
export const write: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const count = dice.below(5) === 0 ? 2 + dice.below(2) : 1;
  const planned: Planned[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const next = plan(world, dice, phone);
    // A form never changes the same field twice at once.
    if (next !== null && !planned.some((other) => meets(other, next))) planned.push(next);
  }
  if (planned.length === 0) return `${phone.name} has nothing to write on`;
  return save(world, phone, planned);
};

/** How much of an edit the trace shows. */
const shownLength = 300;

/** Somebody opens a form and is called away. */
export const openForm: Step = (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const record = pickRecord(world, dice, phone);
  phone.form = record === null ? null : formOf(phone, record);
  const what = record === null ? "nothing" : shortId(record.id);
  return Promise.resolve(`${phone.name} opens a form of ${what}`);
};

const meets = (one: Planned, other: Planned): boolean =>
  one.write.record === other.write.record &&
  (one.write.verb === "del" ||
    other.write.verb === "del" ||
    [...one.write.gave.keys()].some((field) => other.write.gave.has(field)));

const save = async (world: World, phone: Phone, planned: readonly Planned[]): Promise<string> => {
  const { store, memory } = phone;
  const before = store.exchange.unsent().length;
  phone.isWriting = true;
  const written = await store.write(planned.map(({ edit }) => edit));
  phone.isWriting = false;
  const what = planned.map(({ write: { nth, verb, record, gave } }) => {
    const values = JSON.stringify(Object.fromEntries(gave)).slice(0, shownLength);
    return `#${nth} ${verb} ${shortId(record)} ${values}`;
  });
  const line = `${phone.name} writes ${what.join("; ")}`;
  const unsent = store.exchange.unsent();
  if (!written.ok && written.failure.code !== "storage.lost") {
    hold(unsent.length === before, "I1", () => `${line}: refused, and yet something was kept`);
    return `${line}: ${written.failure.code}`;
  }
  if (!written.ok) {
    // A commit whose answer was lost twice may be on the disk; its owner opens the program anew and looks.
    await phone.restart();
    if (phone.store.exchange.unsent().length === before) return `${line}: not saved`;
  }
  const ops = phone.store.exchange.unsent().slice(before);
  hold(ops.length === planned.length, "I1", () => `${line}: saved, but not all of it`);
  for (const [at, { write }] of planned.entries()) {
    const id = ops[at]?.id;
    if (id === undefined) throw new Error("an edit has an id");
    world.oracle.add({ ...write, id });
    memory.written.add(id);
    for (const field of write.gave.keys()) memory.mine.set(`${write.record} ${field}`, id);
    if (write.verb !== "del") continue;
    for (const place of memory.mine.keys()) {
      if (place.startsWith(write.record)) memory.mine.delete(place);
    }
  }
  phone.form = null;
  judgeScreen(world, phone);
  return line;
};

const plan = (world: World, dice: Dice, phone: Phone): Planned | null => {
  const choice = dice.below(40);
  if (choice < 5) return planNew(world, dice, phone);
  const record = pickRecord(world, dice, phone);
  const form = phone.form !== null && choice % 2 === 0 ? phone.form : null;
  if (form === null && record === null) return planNew(world, dice, phone);
  const opened = form ?? formOf(phone, record as RecordState);
  if (opened === null) return null;
  if (choice === 39) return planned(world, phone, "del", opened, new Map());
  if (opened.kind === conflictKind.name) {
    return planned(world, phone, "set", opened, new Map([["state", "closed"]]));
  }
  const fields = Object.entries(fieldsOf(opened.kind));
  const [field, { kind, make }] = anyOf(dice, fields);
  const nth = world.nth + 1;
  if (kind === "text") {
    const seen = opened.shown[field];
    const value = editProse(dice, typeof seen === "string" ? seen : "", nth);
    return planned(world, phone, "text", opened, new Map([[field, value]]));
  }
  // Now and then somebody writes what somebody else has written: equal values are no conflict.
  const others = world.oracle.at(opened.sight.record, field);
  const equal = dice.below(12) === 0 && others.length > 0 ? anyOf(dice, others) : null;
  const own = isUndeclared(field) && dice.below(10) === 0 ? oversized(nth) : make(nth);
  const value = equal?.gave.get(field) ?? own;
  return planned(world, phone, "set", opened, new Map([[field, value]]));
};

const planned = (
  world: World,
  phone: Phone,
  verb: "set" | "text" | "del",
  { sight, kind, shown }: Form,
  gave: ReadonlyMap<string, Json>,
): Planned => {
  world.nth += 1;
  const saw = [...gave.keys()].map((field): [string, Json] => [field, shown[field] ?? null]);
  const write = {
    nth: world.nth,
    phone: phone.name,
    member: phone.prepared.member,
    verb,
    kind,
    record: sight.record,
    gave,
    saw: new Map(saw),
  };
  const [[field, value] = ["", null]] = gave;
  if (verb === "del") return { edit: { verb, sight }, write };
  if (verb === "set") return { edit: { verb, sight, field, value }, write };
  return { edit: { verb, sight, field, value: value as string }, write };
};

const isUndeclared = (field: string): boolean => field.startsWith("later");

/** A value that a phone takes, for it knows nothing of the field, and that makes the record too large for the endpoint. */
const oversized = (nth: number): Json => `${nth} ${"pitkä ".repeat(recordMaxBytes / 6)}`;

/** Few records in all, so that people meet. */
const recordsMax = 12;

const planNew = (world: World, dice: Dice, phone: Phone): Planned | null => {
  const kind = anyOf(dice, catalog);
  const homes = [...phone.store.ledger.scopes()].filter(([, scope]) => scope.kind === kind.home);
  const made = [...world.oracle.writes.values()].filter(({ verb }) => verb === "new").length;
  if (homes.length === 0 || made >= recordsMax) return null;
  const [home] = anyOf(dice, homes);
  world.nth += 1;
  const fields = firstValues(kind, world.nth);
  const record = phone.store.newRecordId();
  const edit = { verb: "new", record, kind: kind.name, home, fields } as const;
  const write = {
    nth: world.nth,
    phone: phone.name,
    member: phone.prepared.member,
    verb: "new" as const,
    kind: kind.name,
    record,
    gave: new Map(Object.entries(fields)),
    saw: new Map<string, Json>(),
  };
  return { edit, write };
};

/** A record in sight, rather one that others write on too. */
const pickRecord = (world: World, dice: Dice, phone: Phone): RecordState | null => {
  const all = recordsOn(phone.store).filter(
    ({ kind }) => kind === conflictKind.name || Object.keys(fieldsOf(kind)).length > 0,
  );
  const written = new Set([...world.oracle.places()].map(([record]) => record));
  const known = all.filter(({ id }) => written.has(id));
  const from = known.length > 0 && dice.below(8) > 0 ? known : all;
  return from.length === 0 ? null : anyOf(dice, from);
};

const formOf = (phone: Phone, { id, kind }: RecordState): Form | null => {
  const sight = phone.store.ledger.sightOf(id);
  const shown = screenOf(phone.store, id)?.fields;
  return sight === null || shown === undefined ? null : { sight, kind, shown };
};
