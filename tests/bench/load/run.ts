import { parseArgs } from "node:util";
import { makeSystemChance } from "#endpoint/system-chance.ts";
import type { Figure } from "../figure.ts";
import { printFigures, writeFigures } from "../table.ts";
import { makePopulation } from "./population.ts";
import { figuresOf, tellStep, whatGaveOut } from "./report.ts";
import { makeSchedule, type Rhythm } from "./schedule.ts";
import { openSending } from "./sending.ts";
import { type SetupName, setups, startServer } from "./server.ts";
import { isHeld, playStep, type Step } from "./step.ts";

/*
 * npm run bench:load                      every setup, from 10,000 devices upwards
 * npm run bench:load -- --only sqlite     one of them: sqlite, postgres-1, postgres-2
 *
 * See tests/bench/README.md for the other options.
 */
const { values } = parseArgs({
  options: {
    devices: { type: "string", default: "10000" },
    seconds: { type: "string", default: "60" },
    records: { type: "string", default: "300" },
    every: { type: "string", default: "60" },
    edits: { type: "string", default: "10" },
    once: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string" },
  },
});

const numberOf = (name: "devices" | "seconds" | "records" | "every" | "edits"): number => {
  const number = Number(values[name]);
  if (!(number >= 0)) throw new Error(`--${name} is a number`);
  return number;
};

const isSetup = (name: string): name is SetupName => Object.hasOwn(setups, name);

const wanted = Object.keys(setups)
  .filter(isSetup)
  .filter((name) => values.only === undefined || values.only === name);
if (wanted.length === 0)
  throw new Error(`no such setup; there are: ${Object.keys(setups).join(", ")}`);

/** By how much the number of devices grows from step to step. */
const stepFactor = 1.5;
/** Fewer devices than this say nothing. */
const devicesMin = 100;
const rhythm: Rhythm = { everySeconds: numberOf("every"), editShare: numberOf("edits") / 100 };

const chance = makeSystemChance();
const draw = () => new DataView(chance.bytes(4).slice().buffer).getUint32(0) / 2 ** 32;

/** Steps upwards until one is not held; downwards until one is, if not even the first was. */
const measure = async (name: SetupName): Promise<Step[]> => {
  const server = await startServer(name);
  const sending = openSending(server.ports);
  try {
    const population = await makePopulation(server.database, numberOf("records"), sending);
    const schedule = makeSchedule(rhythm, draw);
    const watched = { generator: [process.pid], ...server.pids };
    const steps: Step[] = [];
    let devices = numberOf("devices");
    for (;;) {
      const size = { devices, seconds: numberOf("seconds") };
      const step = await playStep(population, schedule, watched, size);
      steps.push(step);
      console.log(tellStep(name, step));
      if (values.once) return steps;
      const [first = step] = steps;
      if (isHeld(step) !== isHeld(first)) break;
      devices = Math.round(isHeld(first) ? devices * stepFactor : devices / stepFactor);
      if (devices < devicesMin) break;
    }
    const broken = steps.findLast((step) => !isHeld(step));
    if (broken !== undefined) {
      console.log(`${name}: at ${broken.devices} devices gave out first: ${whatGaveOut(broken)}`);
    }
    return steps;
  } finally {
    sending.close();
    await server.close();
  }
};

const figures: Figure[] = [];
for (const name of wanted) figures.push(...figuresOf(name, await measure(name)));
printFigures(figures);
if (values.json !== undefined) await writeFigures(values.json, figures);
