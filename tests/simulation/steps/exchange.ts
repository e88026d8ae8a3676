import type { Dice } from "#endpoint/demo/dice.ts";
import type { Weather } from "../../integration/support/network.ts";
import { judgeEcho, judgeScopes } from "../judge/device.ts";
import type { Phone } from "../world/phone.ts";
import type { GatePoint } from "../world/gate.ts";
import type { Road } from "../world/post.ts";
import type { Process } from "../world/server.ts";
import { runEngine } from "../world/run-engine.ts";
import { Violation } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { anyOf, type Step } from "./step.ts";

const clear: Weather = { kind: "clear" };
const direct: Road = { fate: "direct", process: "one" };
const batches = [1, 2, 5, 200, 200];

/** A phone exchanges once, over whatever the network is like. */
export const exchange: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  const weather = weatherOf(dice);
  const road = roadOf(world, dice);
  const batch = anyOf(dice, batches);
  if (dice.below(3) === 0) phone.imageIn = dice.below(4);
  const outcome = await exchangeBy(world, phone, batch, weather, road);
  const how = [JSON.stringify(weather), road.fate, road.process, `${batch} edits`].join(" ");
  return `${phone.name} exchanges (${how}): ${outcome}`;
};

/** A phone's engine runs until it rests, or waits before it tries again. */
export const engine: Step = async (world, dice) => {
  const phone = anyOf(dice, world.phones);
  phone.network.weather = weatherOf(dice);
  world.post.road = direct;
  const status = await runEngine(phone);
  world.lookAt(phone);
  phone.network.weather = clear;
  return `the engine of ${phone.name} runs: ${JSON.stringify(status)}`;
};

/** While one process works on a phone's exchange, another answers another phone's. */
export const interleave: Step = async (world, dice) => {
  const one = anyOf(dice, world.phones);
  const other = anyOf(dice, world.phones);
  if (one === other) return "nobody to interleave with";
  const point = dice.pick<GatePoint>(["push", "snapshot"]);
  let inner = "";
  world.server.gate.arm(point, async () => {
    const answer = world.lastAnswer;
    await world.look();
    inner = await exchangeBy(world, other, 200, clear, { fate: "direct", process: "two" });
    world.lastAnswer = answer;
  });
  const outer = await exchangeBy(world, one, anyOf(dice, batches), clear, direct);
  world.server.gate.disarm();
  return `${other.name} exchanges (${inner}) before the ${point} of ${one.name} (${outer})`;
};

/** A request that was on its way for long reaches the endpoint; its sender has given it up. */
export const lateArrival: Step = async (world, dice) => {
  const { held } = world.post;
  if (held.length === 0) return "nothing is on its way";
  const at = dice.below(held.length);
  const letter = held[at];
  if (letter === undefined) return "nothing is on its way";
  if (dice.below(3) > 0) held.splice(at, 1);
  const response = await world.post.deliver(letter, dice.pick(["one", "two"]));
  return `a request of ${letter.phone.name} arrives late: ${response.status}`;
};

/** One exchange; what it came to, in a word. Judges what the device then holds. */
export const exchangeBy = async (
  world: World,
  phone: Phone,
  batch: number,
  weather: Weather,
  road: Road,
): Promise<string> => {
  phone.network.weather = weather;
  world.post.road = road;
  world.lastAnswer = "";
  const before = new Set(phone.store.exchange.unsent().map(({ id }) => id));
  const outcome = await phone.exchange(batch);
  phone.network.weather = clear;
  world.lookAt(phone);
  if (outcome.ok) judgeScopes(world, phone);
  judgeEcho(world, phone, before);
  if (outcome.ok) return outcome.value.more ? "more" : "done";
  const { code } = outcome.failure;
  // What its owner is asked to do: a commit whose answer was lost twice is on the disk and not on the screen.
  if (code === "storage.lost") await phone.restart();
  if (code === "endpoint.defect" || code === "network.not_katve") {
    throw new Violation("I8", `an exchange failed with ${code}`);
  }
  return code;
};

const weatherOf = (dice: Dice): Weather => {
  switch (dice.below(12)) {
    case 0:
      return { kind: "away" };
    case 1:
    case 2:
      return { kind: "answers lost" };
    case 3:
      return { kind: "answers cut", afterBytes: 1 + dice.below(6_000) };
    case 4:
    case 5:
      return { kind: "answers cut", afterLines: 1 + dice.below(5) };
    default:
      return clear;
  }
};

const roadOf = ({ hasLosses }: World, dice: Dice): Road => {
  const seventh = hasLosses ? "two" : "strict";
  const process = dice.pick<Process>(["one", "one", "two", "two", "two", "two", seventh, "one"]);
  switch (dice.below(10)) {
    case 0:
      return { fate: "held", process };
    case 1:
      return { fate: "doubled", process };
    default:
      return { fate: "direct", process };
  }
};
