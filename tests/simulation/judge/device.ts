import type { OpId } from "#domain/ids.ts";
import type { Phone } from "../world/phone.ts";
import { openLedgerOf } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { answeredIn, versionsIn } from "./answer.ts";
import { expectedOf, isAsExpected } from "./expected.ts";

/** I4 on the device, after a complete exchange: its scopes are the member's, and it holds nothing of any other. */
export const judgeScopes = (world: World, phone: Phone): void => {
  const right = world.server.scopesOf(phone.prepared.member);
  const ledger = openLedgerOf(phone.store);
  const scopes = [...ledger.scopes().keys()];
  const isRight = scopes.length === right.size && scopes.every((scope) => right.has(scope));
  hold(isRight, "I4", () => `${phone.name} keeps the scopes ${scopes.join()}`);
};

/**
 * I12: with the acknowledgement of an edit its record stands on the device as the endpoint has it. Where an answer in parts
 * broke off, the device's later edits may have changed it since, also by taking its time: then it stands as it was told.
 */
export const judgeEcho = (world: World, phone: Phone, before: ReadonlySet<OpId>): void => {
  if (world.lastAnswer === "") return;
  const { store } = phone;
  const waiting = new Set(store.exchange.unsent().map(({ id }) => id));
  const ledger = openLedgerOf(store);
  const isBrokenOff = [...waiting].some((id) => world.server.settled.has(id));
  const told = versionsIn(world.lastAnswer);
  for (const id of answeredIn(world.lastAnswer)) {
    if (!before.has(id) || waiting.has(id)) continue;
    const settled = world.server.settled.get(id);
    const there = settled === undefined ? undefined : world.server.records.get(settled.record);
    if (there === undefined || settled?.ack.startsWith("r:") === true) continue;
    // A deleted record may have been forgotten meanwhile: it leaves with the scope that then comes anew.
    if (there.deleted) continue;
    const held = ledger.state(there.id);
    if (isBrokenOff && held !== null && told.get(there.id)?.has(held.ver) === true) continue;
    const isRight = isAsExpected(held, expectedOf(ledger.scopes(), there));
    hold(isRight, "I12", () => `${phone.name} has an acknowledgement without the record's state`);
  }
};
