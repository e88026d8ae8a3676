import { strict as assert } from "node:assert";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate } from "node:timers/promises";
import * as v from "valibot";
import { minuteMs } from "#domain/instant.ts";
import { requestRefusalSchema } from "#protocol/refusal.ts";
import type { TestDialect } from "../support/endpoint/dialects.ts";
import { makeSeededChance } from "../support/platform.ts";
import { type Attack, makeAttack, messageRoutes, otherPaths } from "./attack.ts";
import { makeDice } from "../support/dice.ts";
import { withClientFolder } from "./client-folder.ts";
import { checkDevices } from "./check-devices.ts";
import { makeWorld, type World } from "./world.ts";

/** What came of an attack. `statuses` counts the answers by route and status. */
export type Figures = {
  readonly attacks: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Processor time of the dearest single request, in milliseconds. */
  readonly dearestMs: number;
  /** How much more lies in the heap at the end than after the first tenth, in bytes. */
  readonly grownBytes: number;
};

/** One request may take this much of a processor, in milliseconds. Wall time would measure the machine's other work. */
const dearestMaxMs = 1_500;
/** The heap may grow by this from the first tenth to the end, in bytes; every request leaking its smallest body would be more. */
const grownMaxBytes = 24 * 1_048_576;

/**
 * Throws hostile requests at an endpoint in use, as many at each route that takes a message and as many at everything else
 * that can be asked for. Throws when one is answered with a defect, or dearly, or with others' words, or changes anything of
 * others, or when the devices cannot read afterwards what the endpoint holds. The same seed throws the same.
 */
export const fuzz = (perRoute: number, seed: number, dialect?: TestDialect): Promise<Figures> =>
  withClientFolder(async (folder, hidden) => {
    const world = await makeWorld(folder, dialect);
    try {
      const before = await world.dump();
      const figures = await throwAll(world, perRoute, seed, hidden);
      assert.deepEqual(await world.dump(), before, "something of others was changed");
      assert.deepEqual(world.errors, [], "the endpoint logged an error");
      await checkDevices(world);
      return figures;
    } finally {
      // A round that failed would keep the program running otherwise.
      await world.endpoint.close();
    }
  });

const throwAll = async (
  world: World,
  perRoute: number,
  seed: number,
  hidden: string,
): Promise<Figures> => {
  const chance = makeSeededChance(seed);
  const dice = makeDice(chance);
  const statuses: Record<string, number> = {};
  let dearestMs = 0;
  let heapAtFirst = 0;
  for (let round = 0; round < perRoute; round += 1) {
    // An address that guessed codes is turned away for 15 minutes, and would see nothing behind that.
    if (round % 10 === 0) world.endpoint.clock.advance(16 * minuteMs);
    for (const path of [...messageRoutes, dice.pick(otherPaths)]) {
      const attack = makeAttack(world, path, dice, chance);
      const start = process.cpuUsage();
      const { status, text } = await send(world, attack);
      const { user, system } = process.cpuUsage(start);
      const tookMs = (user + system) / 1_000;
      dearestMs = Math.max(dearestMs, tookMs);
      const told = `round ${round} of seed ${seed}: ${attack.method} ${path.slice(0, 40)} → ${status}`;
      assert.ok(status < 500, `${told}: ${world.errors.join("\n")}`);
      assert.ok(tookMs < dearestMaxMs, `${told} took ${tookMs} ms of a processor`);
      for (const word of [world.secret, hidden])
        assert.ok(!text.includes(word), `${told}: ${word}`);
      // A calendar's address is opened by people and by their calendar programs: it answers in words.
      const isForPeople = path.startsWith("/feed/");
      if (status >= 400 && attack.method !== "HEAD" && !isForPeople) {
        assert.ok(v.is(requestRefusalSchema, JSON.parse(text)), `${told} is no refusal`);
      }
      const route = path === attack.path && isMessageRoute(path) ? path : "other";
      statuses[`${route} ${status}`] = (statuses[`${route} ${status}`] ?? 0) + 1;
    }
    if (round === Math.floor(perRoute / 10)) heapAtFirst = await heapBytes();
  }
  const grownBytes = (await heapBytes()) - heapAtFirst;
  assert.ok(grownBytes < grownMaxBytes, `the heap grew by ${grownBytes} bytes`);
  const attacks = perRoute * (messageRoutes.length + 1);
  return { attacks, statuses, dearestMs, grownBytes };
};

const isMessageRoute = (path: string): boolean =>
  (messageRoutes as readonly string[]).includes(path);

const send = async ({ endpoint }: World, { path, method, headers, body }: Attack) => {
  const request = new Request(`http://localhost${path}`, { method, headers, body });
  const response = await endpoint.fetch(request);
  const isStream = response.headers.get("content-type") === "text/event-stream";
  return {
    status: response.status,
    text: isStream ? await begin(response) : await response.text(),
  };
};

/** The first bytes of an answer that does not end by itself. */
const begin = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
};

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What is on the heap once whatever was called off is really over: packing ends in another thread, and a buffer goes a turn later. */
const heapBytes = async (): Promise<number> => {
  for (let turn = 0; turn < 5; turn += 1) {
    collectGarbage();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
