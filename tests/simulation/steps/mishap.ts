import { isSameJson, type Json } from "#domain/json.ts";
import { dayMs, minuteMs } from "#domain/instant.ts";
import type { Fault } from "../../unit/store/faulty-disk.ts";
import type { Phone } from "../world/phone.ts";
import { openLedgerOf } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import { anyOf, type Step } from "./step.ts";

/** The page is killed and opened again. It shows from the disk what it showed before. */
export const crash: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  await restartUnchanged(phone);
  return `${phone.name} is killed and opened`;
};

/** Everything a device holds, for a comparison. */
const contentOf = (phone: Phone): Json => {
  const ledger = openLedgerOf(phone.store);
  const states = [...ledger.scopes().keys()]
    .sort()
    .flatMap((scope) =>
      [...ledger.statesIn(scope)]
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .map((state): Json => [scope, state.id, state.ver, state.fields]),
    );
  return [states, phone.store.exchange.unsent().map(({ id }) => id)];
};

/** Opens a phone anew, and holds what it then shows against what it showed. */
export const restartUnchanged = async (phone: Phone): Promise<void> => {
  const before = contentOf(phone);
  await phone.restart();
  const after = contentOf(phone);
  hold(isSameJson(before, after), "I3", () => `${phone.name} holds other things than its disk`);
};

/** The battery dies, and what was written last is not on the disk. */
export const powerLoss: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  if (phone.images.length === 0) return `${phone.name} has no earlier image`;
  const at = dice.below(phone.images.length);
  await phone.restore(anyOf(dice, phone.images.slice(at)));
  phone.images.length = at;
  world.noteUnheard();
  return `${phone.name} falls back to an earlier image of its disk`;
};

/** The browser throws away a phone's disk, or the one with the second copy, as Chromium does with a log that was torn. */
export const loseDisk: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const what = dice.below(3) === 0 ? "spare" : "disk";
  const isLost = await phone.lose(what);
  return isLost ? `the browser of ${phone.name} loses its ${what}` : `${phone.name} has one disk`;
};

/** Somebody takes a backup of a phone that may come back. */
export const takeImage: Step = (world, dice) => {
  const phone = anyOf(dice, world.phones);
  phone.images.push(phone.image());
  return Promise.resolve(`${phone.name}: an image of the disk`);
};

const phonesMax = 8;

/** A phone is copied, and both copies are used. */
export const clone: Step = async (world, dice) => {
  if (world.phones.length >= phonesMax) return "no room for a clone";
  const phone = anyOf(dice, world.phones);
  const copy = await world.addPhone(phone.prepared, phone.image());
  copy.network.cookie = phone.network.cookie;
  return `${copy.name} is a clone of ${phone.name}`;
};

const offsetsMs = [0, 365 * dayMs, -365 * dayMs, dayMs, -dayMs, 5 * minuteMs, -5 * minuteMs];

/** A phone's clock is set; it may be wrong by a year. */
export const setClock: Step = (world, dice) => {
  const phone = anyOf(dice, world.phones);
  phone.offsetMs = anyOf(dice, offsetsMs) + dice.below(1_000);
  return Promise.resolve(`the clock of ${phone.name} is off by ${phone.offsetMs} ms`);
};

/** Days pass, so that sessions end. */
export const letDaysPass: Step = (world, dice) => {
  const days = 1 + dice.below(10);
  world.server.clock.advance(days * dayMs);
  return Promise.resolve(`${days} days pass`);
};

const faults: readonly Fault[] = ["full", "too-full", "torn", "lost", "unheard"];

/** One of a disk's next commits meets a fault. */
export const spoilDisk: Step = (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const fault = anyOf(dice, faults);
  const before = dice.below(4);
  phone.disk.faults.push(...Array.from({ length: before }, () => "none" as const), fault);
  return Promise.resolve(`commit ${before + 1} of ${phone.name} will be ${fault}`);
};

/** Somebody deals with a refused edit. */
export const dismiss: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const tray = await phone.store.tray.read();
  if (!tray.ok || tray.value.length === 0) return `nothing in the tray of ${phone.name}`;
  const { op } = anyOf(dice, tray.value);
  await phone.store.tray.dismiss(op.id);
  // Also where the disk failed twice: the first time it may have been done and not heard.
  phone.memory.dismissed.add(op.id);
  return `${phone.name} dismisses a refused edit`;
};
