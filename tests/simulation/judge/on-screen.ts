import type { RecordState } from "#domain/record.ts";
import { fieldKindOf } from "../world/catalog.ts";
import type { Phone } from "../world/phone.ts";
import { markersIn } from "../world/prose.ts";
import { openLedgerOf, screenOf } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { newWords, removedWords, type Write } from "./oracle.ts";

/**
 * I12, at every commit: what a person entered does not vanish from the person's screen. As long as it waits it stands there
 * as it was written; once it is acknowledged, nothing that its author had replaced comes back.
 * And I4 on the device: nothing stands there of a scope that is not listed.
 */
export const judgeScreen = (world: World, phone: Phone): void => {
  const { store, memory } = phone;
  const ledger = openLedgerOf(store);
  const waiting = new Set(ledger.outbox().map(({ op }) => op.id));
  for (const [place, id] of memory.mine) {
    const write = world.oracle.writes.get(id);
    const field = place.split(" ")[1];
    if (write === undefined || field === undefined) continue;
    if (world.server.settled.get(id)?.ack.startsWith("r:") === true && !waiting.has(id)) continue;
    const shown = screenOf(store, write.record);
    if (shown === null) {
      judgeAbsence(world, phone, write, waiting.has(id));
      continue;
    }
    memory.hidden.delete(write.record);
    if (fieldKindOf(write.kind, field) === "text") judgeText(world, write, field, shown, waiting);
    else judgeRegister(world, write, field, shown, waiting.has(id));
  }
};

const judgeAbsence = (world: World, phone: Phone, write: Write, isWaiting: boolean): void => {
  const { record } = write;
  const known = world.server.records.get(record);
  const home = known?.home;
  const isInSight = home === undefined || phone.store.ledger.scopes().has(home);
  if (!isInSight || known?.deleted === true) phone.memory.hidden.add(record);
  // A waiting edit of a record that left stands on nothing; one that made its record always shows.
  const mustShow = isWaiting ? write.verb === "new" : known !== undefined;
  if (!mustShow || phone.memory.hidden.has(record)) return;
  hold(false, "I12", () => `${phone.name} no longer shows the record of edit ${write.nth}`);
};

const judgeRegister = (
  { oracle }: World,
  write: Write,
  field: string,
  shown: RecordState,
  isWaiting: boolean,
): void => {
  const value = shown.fields[field];
  const text = () => `edit ${write.nth} of ${field} vanished behind ${JSON.stringify(value)}`;
  const authors = oracle.shownIn(write.record, field, value);
  if (authors.includes(write)) return;
  hold(!isWaiting, "I12", () => `waiting ${text()}`);
  const past = oracle.pastOf(write, field);
  hold(authors.length > 0 && !authors.every((author) => past.has(author)), "I12", text);
};

const judgeText = (
  { oracle, server }: World,
  write: Write,
  field: string,
  shown: RecordState,
  waiting: ReadonlySet<string>,
): void => {
  if (server.settled.get(write.id)?.ack === "c") return;
  const words = markersIn(shown.fields[field]);
  for (const word of newWords(write, field)) {
    const isKnown =
      words.has(word) ||
      (!waiting.has(write.id) &&
        oracle.at(write.record, field).some((other) => removedWords(other, field).has(word)));
    hold(isKnown, "I12", () => `the word ${word} of edit ${write.nth} vanished from ${field}`);
  }
};
