import { readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult, TestStep } from "@playwright/test/reporter";

/** Under this heading the driver writes what was on the screen. */
const screenTitle = "# Page snapshot";

/**
 * Says of a test whose time was out what it was waiting for and what was on the screen: the list of failed tests does not, and
 * what fails once in a hundred runs is not there to be looked at again.
 */
export default class Unfinished implements Reporter {
  onTestEnd({ title }: TestCase, { status, steps, attachments }: TestResult): void {
    if (status !== "timedOut") return;
    const waiting = unfinished(steps).map((step) => `  ${step.title}${placeOf(step)}`);
    console.log(`\n${title}\n  was waiting for:\n${waiting.join("\n")}`);
    for (const { path } of attachments.filter(({ name }) => name === "error-context")) {
      const [, screen] = path === undefined ? [] : readFileSync(path, "utf8").split(screenTitle);
      if (screen !== undefined) console.log(screen);
    }
  }
}

/** The steps that never came to their end, each before what it is made of. */
const unfinished = (steps: readonly TestStep[]): TestStep[] =>
  steps.filter(({ duration }) => duration < 0).flatMap((step) => [step, ...unfinished(step.steps)]);

const placeOf = ({ location }: TestStep): string =>
  location === undefined ? "" : ` (${location.file}:${location.line})`;
