import { judgeScreen } from "../judge/on-screen.ts";
import { shortId } from "../world/catalog.ts";
import type { Phone } from "../world/phone.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { formOf, pickRecord, plan, type Planned } from "./plan.ts";
import { anyOf, type Step } from "./step.ts";

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
  const before = new Set(store.exchange.unsent().map(({ id }) => id));
  const fresh = () => phone.store.exchange.unsent().filter(({ id }) => !before.has(id));
  phone.isWriting = true;
  const written = await store.write(planned.map(({ edit }) => edit));
  phone.isWriting = false;
  const what = planned.map(({ write: { nth, verb, record, gave } }) => {
    const values = JSON.stringify(Object.fromEntries(gave)).slice(0, shownLength);
    return `#${nth} ${verb} ${shortId(record)} ${values}`;
  });
  const line = `${phone.name} writes ${what.join("; ")}`;
  const failure = written.ok ? "" : `: ${written.failure.code}`;
  if (failure === ": storage.lost") {
    // A commit whose answer was lost twice may be on the disk; its owner opens the program anew and looks.
    await phone.restart();
  }
  const ops = fresh();
  const isKept = ops.length === planned.length;
  hold(isKept || ops.length === 0, "I1", () => `${line}${failure}, and a part of it is kept`);
  hold(isKept || !written.ok, "I1", () => `${line}, and nothing is kept`);
  if (!isKept) return `${line}${failure}`;
  hold(written.ok || failure === ": storage.lost", "I1", () => `${line}${failure}, and it is kept`);
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
