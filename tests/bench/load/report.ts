import { availableParallelism } from "node:os";
import type { Figure } from "../figure.ts";
import type { SetupName } from "./server.ts";
import { answerAimMs, devicesAim, isHeld, type Step } from "./step.ts";
import { percentile } from "./stretch.ts";

/** From these shares of a core, or of all of them, on there is nothing left to give. */
const fullCore = 0.85;
const fullMachine = 0.95;
/** A generator that sends later than this, in milliseconds, spoils what it measures. */
const lateMaxMs = 50;

const inPercent = (share: number): string => `${Math.round(share * 100)} %`;
const inMs = (sorted: readonly number[], share: number): string =>
  percentile(sorted, share).toFixed(1);

/** One step in a line or two, for whoever is waiting. */
export const tellStep = (name: SetupName, step: Step): string => {
  const { devices, teams, stretch, usage, duePerS, signInsPerS } = step;
  const { answerMs, errors, syncs, pushes, seconds } = stretch;
  const counted = [...errors].map(([what, count]) => `${count} × ${what}`).join(", ");
  const perS = (count: number) => (count / seconds).toFixed(1);
  const perTeam = (count: number) => ((count * 60) / seconds / teams).toFixed(1);
  const memory = usage.endpointMegabytes.map((megabytes) => `${Math.round(megabytes)} MB`);
  return [
    `${name}, ${devices} devices in ${teams} teams: ${duePerS.toFixed(1)} syncs/s due, ${perS(syncs)}/s answered,`,
    `${perS(pushes)} pushes/s (a team: ${perTeam(syncs)} syncs, ${perTeam(pushes)} pushes a minute);`,
    `p50 ${inMs(answerMs, 0.5)}, p95 ${inMs(answerMs, 0.95)}, p99 ${inMs(answerMs, 0.99)} ms;`,
    `errors: ${counted || "none"};`,
    `a core's share: endpoint ${usage.endpoints.map(inPercent).join(" + ")},`,
    `database ${inPercent(usage.database)}, generator ${inPercent(usage.generator)};`,
    `machine ${inPercent(usage.machine)} busy; endpoint ${memory.join(" + ")};`,
    `generator late by p99 ${inMs(stretch.lateMs, 0.99)} ms;`,
    signInsPerS === 0 ? "" : `signed in ${signInsPerS.toFixed(0)}/s before`,
  ].join(" ");
};

/** What was the first to have nothing left, in a step that did not go well. */
export const whatGaveOut = ({ stretch, usage }: Step): string => {
  const ours = usage.endpoints.reduce((all, one) => all + one, usage.generator + usage.database);
  const others = Math.max(0, usage.machine * availableParallelism() - ours);
  const isLate = percentile(stretch.lateMs, 0.99) > lateMaxMs;
  if (Math.max(...usage.endpoints) >= fullCore) return "the endpoint's CPU";
  if (usage.generator >= fullCore) return "the generator itself";
  if (usage.machine >= fullMachine) {
    return `the machine's cores (other programs took ${inPercent(others)} of one)`;
  }
  return isLate ? "the generator itself" : "waiting for the database";
};

/** The figures of a setup: the first step in full, and how far the steps went. */
export const figuresOf = (name: SetupName, steps: readonly Step[]): Figure[] => {
  const [first] = steps;
  if (first === undefined) throw new Error("nothing was measured");
  const start = `load.${name}.${first.devices}`;
  const { answerMs, errors, syncs, pushes, seconds } = first.stretch;
  const figure = (what: string, unit: Figure["unit"], value: number): Figure => ({
    name: `${start}.${what}`,
    value,
    unit,
    aim: null,
  });
  const isAimed = first.devices >= devicesAim;
  return [
    figure("syncs", "/s", syncs / seconds),
    figure("pushes", "/s", pushes / seconds),
    figure("p50", "ms", percentile(answerMs, 0.5)),
    figure("p95", "ms", percentile(answerMs, 0.95)),
    { ...figure("p99", "ms", percentile(answerMs, 0.99)), aim: isAimed ? answerAimMs : null },
    {
      ...figure(
        "errors",
        "errors",
        [...errors.values()].reduce((all, one) => all + one, 0),
      ),
      aim: 0,
    },
    ...first.usage.endpoints.map((share, nth) =>
      figure(`endpoint${nth + 1}.cpu`, "%", share * 100),
    ),
    ...first.usage.endpointMegabytes.map((size, nth) =>
      figure(`endpoint${nth + 1}.rss`, "MB", size),
    ),
    figure("database.cpu", "%", first.usage.database * 100),
    figure("generator.cpu", "%", first.usage.generator * 100),
    ...heldFigure(name, steps),
  ];
};

/** How many devices it holds; unknown after a single step. */
const heldFigure = (name: SetupName, steps: readonly Step[]): Figure[] => {
  if (steps.length < 2) return [];
  const value = Math.max(0, ...steps.filter(isHeld).map(({ devices }) => devices));
  return [{ name: `load.${name}.held`, value, unit: "devices", aim: devicesAim, isAtLeast: true }];
};
