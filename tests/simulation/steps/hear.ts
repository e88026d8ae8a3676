import type { Dice } from "#endpoint/demo/dice.ts";
import type { Phone } from "../world/phone.ts";
import type { Road } from "../world/post.ts";
import { exchangeBy } from "./exchange.ts";
import { anyOf, type Step } from "./step.ts";
import { write } from "./write.ts";

const clear = { kind: "clear" } as const;

/**
 * A phone whose screen is on hears what others do in the same minute, over its line to the endpoint: in order or not, twice,
 * late, or never. What it cannot take it sometimes asks for.
 */
export const hear: Step = async (world, dice) => {
  // The same few, so that a line has something on it from before.
  const phone = anyOf(dice, world.phones.slice(0, 2));
  phone.line ??= [];
  if (dice.below(4) > 0) await exchangeBy(world, phone, 200, clear, roadOf(dice));
  let others = 0;
  for (let left = 2 + dice.below(3); left > 0; left -= 1) {
    if (dice.below(2) === 0) await write(world, dice);
    const full = world.phones.filter(
      (other) => other !== phone && other.store.exchange.unsent().length > 0,
    );
    if (full.length === 0) continue;
    others += 1;
    await exchangeBy(world, anyOf(dice, full), 200, clear, roadOf(dice));
  }
  const heard = lettersOf(phone, dice);
  const taken = await phone.hear(heard);
  // What its owner is asked to do, as after an exchange.
  if (!taken.ok && taken.failure.code === "storage.lost") await phone.restart();
  world.lookAt(phone);
  const outcome = taken.ok ? (taken.value ? "taken" : "of no use") : taken.failure.code;
  const line = `${phone.name} hears ${heard.length} news of ${others} others: ${outcome}`;
  if (outcome !== "of no use" || dice.below(2) === 0) return line;
  return `${line}, and asks: ${await exchangeBy(world, phone, 200, clear, roadOf(dice))}`;
};

const roadOf = (dice: Dice): Road => ({ fate: "direct", process: dice.pick(["one", "two"]) });

/** What comes over the line now. The rest stays on its way, as does what comes again; some is lost. */
const lettersOf = (phone: Phone, dice: Dice): readonly string[] => {
  const heard: string[] = [];
  const left: string[] = [];
  for (const news of phone.line ?? []) {
    const fate = dice.below(10);
    if (fate >= 2) heard.push(news);
    if (fate === 1 || fate === 2) left.push(news);
  }
  phone.line = left;
  return dice.below(6) === 0 ? heard.toReversed() : heard;
};
