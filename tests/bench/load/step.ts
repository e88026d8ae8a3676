import { setImmediate as later } from "node:timers/promises";
import type { LoadDevice } from "./device.ts";
import { type Usage, watchMachine, type Watched } from "./machine.ts";
import type { Population } from "./population.ts";
import type { Due, Schedule } from "./schedule.ts";
import { percentile, playStretch, type Stretch } from "./stretch.ts";

/** What one number of devices came to. */
export type Step = {
  readonly devices: number;
  readonly teams: number;
  /** The exchanges that were due, by second. */
  readonly duePerS: number;
  readonly stretch: Stretch;
  readonly usage: Usage;
  /** How many devices a second got a session before it; 0 when all had one. */
  readonly signInsPerS: number;
};

/** The aim: 10,000 devices, each once a minute, and of a hundred answers ninety-nine within this time in milliseconds. */
export const answerAimMs = 250;
export const devicesAim = 10_000;

/** Exchanges before those that count, so that the endpoint has its programs compiled, in seconds. */
const warmUpSeconds = 2;
/** How many devices get their session at the same time. */
const signingIn = 8;

/** Whether a step went as it should. */
export const isHeld = ({ stretch }: Step): boolean =>
  stretch.errors.size === 0 && percentile(stretch.answerMs, 0.99) <= answerAimMs;

/** Has so many devices at work for so long. They get their sessions before it, those that will need one. */
export const playStep = async (
  population: Population,
  schedule: Schedule,
  watched: Watched,
  { devices: count, seconds }: { readonly devices: number; readonly seconds: number },
): Promise<Step> => {
  await population.grow(count);
  const devices = population.devices.slice(0, count);
  const warmUp = schedule.takeNext(devices, warmUpSeconds);
  const dues = schedule.takeNext(devices, seconds);
  const signInsPerS = await signInAll([...warmUp, ...dues]);
  await playStretch(warmUp, warmUpSeconds);
  await later();
  const endWatch = watchMachine(watched);
  const stretch = await playStretch(dues, seconds);
  const usage = endWatch();
  const teams = Math.ceil(count / (population.devices.length / population.teams));
  return { devices: count, teams, duePerS: dues.length / seconds, stretch, usage, signInsPerS };
};

const signInAll = async (dues: readonly Due[]): Promise<number> => {
  const strangers = [...new Set(dues.map(({ device }) => device))].filter(
    ({ phone }) => phone.cookie === "",
  );
  const count = strangers.length;
  const beganAt = performance.now();
  const takeOneByOne = async () => {
    for (let device = strangers.pop(); device !== undefined; device = strangers.pop()) {
      await signIn(device);
    }
  };
  await Promise.all(Array.from({ length: signingIn }, takeOneByOne));
  return count === 0 ? 0 : (count * 1_000) / (performance.now() - beganAt);
};

const signIn = async ({ phone }: LoadDevice): Promise<void> => {
  const response = await phone.signIn();
  if (!response.ok) throw new Error(`a device was not let in: ${await response.text()}`);
};
