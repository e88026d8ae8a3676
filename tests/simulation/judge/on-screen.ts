import type { ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { fieldKindOf, projectedOf, valueAt } from "../world/catalog.ts";
import type { Phone } from "../world/phone.ts";
import { markersIn } from "../world/prose.ts";
import { openLedgerOf, screenOf } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { newWords, removedWords, type Write } from "./oracle.ts";

/**
 * I12, at every commit: what a person entered does not vanish from the person's screen. As long as it waits it stands there
 * as it was written; once it is acknowledged, nothing that its author had replaced comes back, nor when it waits again
 * because the endpoint's data were lost.
 * And I4 on the device: nothing stands there of a scope that is not listed.
 */
export const judgeScreen = (world: World, phone: Phone): void => {
  const { store, memory } = phone;
  const ledger = openLedgerOf(store);
  const waiting = new Set(ledger.outbox().map(({ op }) => op.id));
  noteScopes(memory, ledger.scopes());
  for (const id of memory.written) {
    if (waiting.has(id) || memory.answered.has(id)) continue;
    memory.answered.add(id);
    if (world.fresh.has(id)) memory.heard.add(id);
  }
  for (const [place, id] of memory.mine) {
    const write = world.oracle.writes.get(id);
    const field = place.split(" ")[1];
    if (write === undefined || field === undefined) continue;
    if (world.server.refused.has(id) && !waiting.has(id)) continue;
    const shown = screenOf(store, write.record);
    if (shown === null) {
      judgeAbsence(world, phone, write, waiting.has(id));
      continue;
    }
    // What was deleted, and forgotten since, has no echo any more: it stands as it was until the scope has come anew.
    const isGone = world.server.records.get(write.record)?.deleted === true;
    if (isGone && !waiting.has(id)) continue;
    memory.hidden.delete(write.record);
    if (!isSeen(phone, shown, field)) continue;
    const kind = fieldKindOf(write.kind, field);
    // One that waits again stands as it did before the loss: perhaps overwritten by somebody who had seen it.
    const isNew = waiting.has(id) && !memory.answered.has(id);
    if (kind === "text") judgeText(world, write, field, shown, isNew);
    else if (kind === "tally") judgeTally(world, write, field, shown);
    else judgeRegister(world, write, field, shown, isNew);
  }
};

/** Notes which of the scopes that the phone once had are no longer listed. */
const noteScopes = (
  { listed, left }: Phone["memory"],
  scopes: ReadonlyMap<ScopeId, unknown>,
): void => {
  for (const scope of listed) if (!scopes.has(scope)) left.add(scope);
  for (const scope of scopes.keys()) {
    listed.add(scope);
    left.delete(scope);
  }
};

/**
 * Whether the phone may see the field: all of a record at home, elsewhere only what is shown there. Somebody who comes back
 * home sees what is shown elsewhere until the home has brought the record.
 */
const isSeen = (phone: Phone, { id, home, kind }: RecordState, path: string): boolean => {
  const ledger = openLedgerOf(phone.store);
  const holding = [...ledger.scopes().keys()].filter((scope) => ledger.heldIn(scope, id));
  const isHome = holding.length === 0 ? ledger.scopes().has(home) : holding.includes(home);
  return isHome || projectedOf(kind).includes(path.split(".")[0] ?? "");
};

/** I10 and I12: a number on the screen has the author's own additions in it, and none twice. */
const judgeTally = ({ oracle }: World, write: Write, field: string, shown: RecordState): void => {
  const digits = Number(valueAt(shown.fields, field)).toString(4).split("").toReversed();
  const what = () => `${field} shows ${digits.toReversed().join("")} in fours`;
  const isOnce = digits.every((digit) => digit === "0" || digit === "1");
  hold(isOnce, "I10", () => `an addition counts twice: ${what()}`);
  const own = Number(write.gave.get(field)).toString(4).length - 1;
  hold(digits[own] === "1", "I12", () => `the addition of edit ${write.nth} vanished: ${what()}`);
  const known = oracle.at(write.record, field).length;
  hold(digits.length <= known, "I10", () => `nobody has added that much: ${what()}`);
};

const judgeAbsence = (world: World, phone: Phone, write: Write, isWaiting: boolean): void => {
  const { record } = write;
  const known = world.server.records.get(record);
  const scopes = phone.store.ledger.scopes();
  const isInSight =
    known === undefined || [known.home, ...known.shares].some((scope) => scopes.has(scope));
  // What is taken away at home comes back as a partner sees it, in a later line of the same answer.
  const isLeft = known !== undefined && phone.memory.left.has(known.home);
  if (!isInSight || isLeft || known?.deleted === true) phone.memory.hidden.add(record);
  // A waiting edit of a record that left stands on nothing; one that made its record always shows.
  const mustShow = isWaiting ? write.verb === "new" : known !== undefined;
  if (!mustShow || phone.memory.hidden.has(record)) return;
  hold(false, "I12", () => `${phone.name} no longer shows the record of edit ${write.nth}`);
};

const judgeRegister = (
  { oracle, unheard }: World,
  write: Write,
  field: string,
  shown: RecordState,
  isWaiting: boolean,
): void => {
  const value = valueAt(shown.fields, field);
  const text = () => `edit ${write.nth} of ${field} vanished behind ${JSON.stringify(value)}`;
  const authors = oracle.shownIn(write.record, field, value);
  if (authors.includes(write) || (value === null && write.verb === "rem")) return;
  // What has been taken away since says nothing of who did it.
  if (value === null && !isWaiting) return;
  hold(!isWaiting, "I12", () => `waiting ${text()}`);
  const past = oracle.pastOf(write, field);
  const isReplaced = authors.some((author) => !past.has(author) || unheard.has(author.id));
  hold(isReplaced, "I12", text);
};

const judgeText = (
  { oracle, server }: World,
  write: Write,
  field: string,
  shown: RecordState,
  isWaiting: boolean,
): void => {
  if (server.clashed.has(write.id)) return;
  const words = markersIn(valueAt(shown.fields, field));
  for (const word of newWords(write, field)) {
    const isKnown =
      words.has(word) ||
      (!isWaiting &&
        oracle.at(write.record, field).some((other) => removedWords(other, field).has(word)));
    hold(isKnown, "I12", () => `the word ${word} of edit ${write.nth} vanished from ${field}`);
  }
};
