import type { RecordId, ScopeId } from "#domain/ids.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Json } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import type { Dice } from "#endpoint/demo/dice.ts";
import type { Edit } from "#store/write.ts";
import type { Write } from "../judge/oracle.ts";
import {
  catalog,
  editedOf,
  fieldsOf,
  firstValues,
  projectedOf,
  valueAt,
} from "../world/catalog.ts";
import type { Form, Phone } from "../world/phone.ts";
import { recordsOn, screenOf } from "../world/screen.ts";
import type { World } from "../world/world.ts";
import { authorOf } from "./author.ts";
import { chooseValue } from "./choose-value.ts";
import { anyOf } from "./step.ts";

/** An edit that is about to be written, and what the oracle has to know of it. */
export type Planned = { readonly edit: Edit; readonly write: Omit<Write, "id"> };

/** What somebody might write on a phone now; `null` when there is nothing to write on. */
export const plan = (world: World, dice: Dice, phone: Phone): Planned | null => {
  const choice = dice.below(40);
  const record = choice < 5 ? null : pickRecord(world, dice, phone);
  const form = phone.form !== null && choice % 2 === 0 ? phone.form : null;
  const opened = form ?? (record === null ? null : formOf(phone, record));
  if (opened === null) return planNew(world, dice, phone);
  const { sight, kind } = opened;
  if (choice === 39) {
    const fields = world.oracle.fieldsOf(sight.record);
    const saw = fields.map((path): [string, Json] => [path, valueAt(opened.shown, path)]);
    const write = writeOf(world, phone, "del", opened, new Map());
    return { edit: { verb: "del", sight }, write: { ...write, saw: new Map(saw) } };
  }
  if (kind === conflictKind.name) {
    const edit = { verb: "set", sight, field: "state", value: "closed" } as const;
    return { edit, write: writeOf(world, phone, "set", opened, new Map([["state", "closed"]])) };
  }
  if (projectedOf(kind).length > 0 && choice >= 34) return planShare(world, dice, phone, opened);
  const chosen = chooseValue(world, dice, phone, opened, anyOf(dice, editedOf(kind)));
  if (chosen === null) return null;
  const gave = new Map([[chosen.field, chosen.verb === "rem" ? null : chosen.value]]);
  return {
    edit: { ...chosen, sight },
    write: writeOf(world, phone, chosen.verb, opened, gave),
  };
};

/** A form as it is opened now; `null` for a record that is not on the screen. */
export const formOf = (phone: Phone, { id, kind }: RecordState): Form | null => {
  const sight = phone.store.ledger.sightOf(id);
  const shown = screenOf(phone.store, id)?.fields;
  return sight === null || shown === undefined ? null : { sight, kind, shown };
};

/** A record in sight, rather one that others write on too. */
export const pickRecord = (world: World, dice: Dice, phone: Phone): RecordState | null => {
  const all = recordsOn(phone.store).filter(
    ({ kind }) => kind === conflictKind.name || Object.keys(fieldsOf(kind)).length > 0,
  );
  const written = new Set([...world.oracle.places()].map(([record]) => record));
  const known = all.filter(({ id }) => written.has(id));
  const from = known.length > 0 && dice.below(4) > 0 ? known : all;
  return from.length === 0 ? null : anyOf(dice, from);
};

const writeOf = (
  world: World,
  phone: Phone,
  verb: Write["verb"],
  { sight, kind, shown }: Form,
  gave: ReadonlyMap<string, Json>,
): Planned["write"] => {
  world.nth += 1;
  return {
    nth: world.nth,
    phone: phone.name,
    member: phone.prepared.member,
    device: phone.prepared.device,
    verb,
    kind,
    record: sight.record,
    gave,
    saw: new Map([...gave.keys()].map((path) => [path, valueAt(shown, path)])),
  };
};

const planShare = (world: World, dice: Dice, phone: Phone, opened: Form): Planned => {
  const verb = dice.below(3) === 0 ? "unshare" : "share";
  const scope: ScopeId = anyOf(dice, world.prepared.partners);
  return {
    edit: { verb, sight: opened.sight, scope },
    write: { ...writeOf(world, phone, verb, opened, new Map()), scope },
  };
};

/** Few records in all, so that people meet. */
const recordsMax = 14;

/** Made more often than others: whoever has no allotment gives nothing out of one. */
const timeTaking = catalog
  .filter(({ name }) => name === "allotment" || name === "appointment")
  .flatMap((kind) => [kind, kind]);

const planNew = (world: World, dice: Dice, phone: Phone): Planned | null => {
  const kind = anyOf(dice, [...catalog, ...timeTaking]);
  const homes = [...phone.store.ledger.scopes()].filter(([, scope]) => scope.kind === kind.home);
  const made = [...world.oracle.writes.values()].filter(({ verb }) => verb === "new").length;
  if (homes.length === 0 || made >= recordsMax) return null;
  const [home] = anyOf(dice, homes);
  world.nth += 1;
  const { nth } = world;
  const { member } = phone.prepared;
  const fields = firstValues(kind, authorOf(phone, kind.name, nth));
  const record: RecordId = phone.store.newRecordId();
  return {
    edit: { verb: "new", record, kind: kind.name, home, fields },
    write: {
      nth,
      phone: phone.name,
      member,
      device: phone.prepared.device,
      verb: "new",
      kind: kind.name,
      record,
      gave: new Map(Object.entries(fields)),
      saw: new Map(),
    },
  };
};
