import { dayMs } from "#domain/instant.ts";
import { ackEntries } from "#protocol/sync-answer.ts";
import { restartUnchanged } from "../steps/mishap.ts";
import type { Phone } from "../world/phone.ts";
import { runEngine } from "../world/run-engine.ts";
import { openLedgerOf, recordsOn } from "../world/screen.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { headerOf, linesOf } from "./answer.ts";
import { judgeScopes } from "./device.ts";
import { expectedOf, isAsExpected } from "./expected.ts";
import { judgeFates } from "./fates.ts";
import { judgeTimes } from "./times.ts";
import { judgeValues } from "./values.ts";

/**
 * After how many rounds over all phones nothing may be left to say: one to send, one to hear of it, and one more where a scope
 * counts anew and a phone first asks what has become of its edits.
 */
const roundsUntilQuiet = 3;
/** More than the week for which an edit waits for its record (`recordAwaitedMs` of the store). */
const waitingEndsMs = 8 * dayMs;

/**
 * Everybody stops writing, the weather clears, and every phone exchanges until there is nothing to say. Then everything must
 * be where it belongs.
 */
export const judgeQuiet = async (world: World): Promise<void> => {
  for (const { disk } of world.phones) disk.faults.length = 0;
  await exchangeRounds(world, roundsUntilQuiet);
  if (world.phones.some(({ store }) => store.exchange.unsent().length > 0)) {
    // After a loss an edit waits for its record for a week; then it is sent, and refused if the record is gone.
    world.server.clock.advance(waitingEndsMs);
    await exchangeRounds(world, roundsUntilQuiet + 1);
  }
  for (const phone of world.phones) {
    await judgeIdle(world, phone);
    judgeScopes(world, phone);
    judgeContent(world, phone);
    await restartUnchanged(phone);
  }
  await judgeFates(world);
  await judgeValues(world);
  judgeTimes(world);
};

const exchangeRounds = async (world: World, rounds: number): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    for (const phone of world.phones) {
      world.post.road = { fate: "direct", process: "one" };
      const status = await runEngine(phone);
      world.check();
      const isSettled = status.kind === "settled";
      hold(isSettled, "I8", () => `${phone.name} does not settle: ${JSON.stringify(status)}`);
    }
  }
};

/** I8 and I9: nothing waits, and an idle exchange brings a first and a last line and nothing in them. */
const judgeIdle = async (world: World, phone: Phone): Promise<void> => {
  const outcome = await phone.exchange(200);
  world.check();
  const left = phone.store.exchange.unsent().length;
  hold(left === 0, "I8", () => `${left} edits of ${phone.name} never leave`);
  hold(outcome.ok && !outcome.value.more, "I8", () => `${phone.name}: ${JSON.stringify(outcome)}`);
  const header = headerOf(world.lastAnswer);
  const isIdle =
    linesOf(world.lastAnswer).length === 2 &&
    header.echo.length === 0 &&
    ackEntries(header).length === 0;
  hold(isIdle, "I9", () => `${phone.name} is still told ${world.lastAnswer.slice(0, 400)}`);
};

/** I3: a device holds what the endpoint has of its member's scopes: no record less, none more, none different. */
const judgeContent = (world: World, phone: Phone): void => {
  const scopes = world.server.scopesOf(phone.prepared.member);
  const right = [...world.server.records.values()].flatMap(
    (record) => expectedOf(scopes, record) ?? [],
  );
  const ledger = openLedgerOf(phone.store);
  const shown = new Map(recordsOn(phone.store).map((record) => [record.id, record]));
  for (const state of right) {
    const held = ledger.state(state.id);
    const isSame = isAsExpected(held, state);
    hold(
      isSame,
      "I3",
      () => `${phone.name} has ${JSON.stringify(held)} for ${JSON.stringify(state)}`,
    );
    hold(shown.has(state.id), "I3", () => `${phone.name} does not show ${state.id}`);
  }
  hold(shown.size === right.length, "I3", () => {
    const more = [...shown.keys()].filter((id) => !right.some((state) => state.id === id));
    return `${phone.name} shows what is not there: ${more.join()}`;
  });
};
