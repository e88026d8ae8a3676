import { wholeAnswer } from "../whole-answer.ts";
import { existsSync, readFileSync } from "node:fs";

/** An enrolment code that was made for a team or a partner before the next exchange. */
export type CodeStep = {
  readonly step: "code";
  readonly code: string;
  readonly team: string;
  readonly role: "adviser" | "coordinator";
  /** Whom it is for; missing for somebody new. */
  readonly member?: string;
};

/**
 * One request of a device and what it was answered. A request that is a text was sent as it is, anything else as JSON.
 * `answer` holds the lines of the answer. `at` is the endpoint's clock; `isSignedIn` tells whether the cookie went along.
 */
export type ExchangeStep = {
  readonly step: "exchange";
  readonly does: string;
  readonly device: string;
  readonly at: number;
  readonly path: string;
  readonly isSignedIn: boolean;
  readonly request: unknown;
  readonly status: number;
  readonly answer: readonly unknown[];
};

export type Step = CodeStep | ExchangeStep;

/** What a device's store holds, by scope: the scope's kind and role, and the records as the endpoint gave them. */
export type StoreState = Readonly<
  Record<string, { readonly kind: string; readonly role: string; readonly records: unknown }>
>;

/** A recording of the exchange at one version. `stores` is what that version's devices held at the end. */
export type Corpus = {
  readonly version: number;
  readonly area: string;
  readonly team: string;
  readonly steps: readonly Step[];
  readonly stores: Readonly<Record<string, StoreState>>;
};

const fileOf = (version: number): URL =>
  new URL(`../../vectors/protocol/v${version}/exchanges.json`, import.meta.url);

/** Whether the exchange was recorded at a version. */
export const isRecorded = (version: number): boolean => existsSync(fileOf(version));

/** Reads the recording of a version: `tests/vectors/protocol/v<version>/exchanges.json`. */
export const readCorpus = (version: number): Corpus =>
  JSON.parse(readFileSync(fileOf(version), "utf8")) as Corpus;

/** Writes a recording, one step a line, so that two recordings can be compared. */
export const corpusText = ({ steps, stores, ...head }: Corpus): string => {
  const start = JSON.stringify(head).slice(0, -1);
  const lines = (items: readonly string[]) => items.join(",\n");
  const held = Object.entries(stores).map(
    ([device, state]) => `${JSON.stringify(device)}:${JSON.stringify(state)}`,
  );
  const told = steps.map((step) => JSON.stringify(step));
  return `${start},"steps":[\n${lines(told)}\n],"stores":{\n${lines(held)}\n}}\n`;
};

/** The answers of a device to its syncs, as it received them: those that were not refused. */
export const syncAnswersOf = ({ steps }: Corpus, device: string): readonly (readonly unknown[])[] =>
  steps.flatMap((step) =>
    step.step === "exchange" &&
    step.device === device &&
    step.path === "/sync" &&
    step.status === 200
      ? [wholeAnswer(step.request, step.answer)]
      : [],
  );
