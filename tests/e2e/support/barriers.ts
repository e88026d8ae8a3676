import type { Page } from "@playwright/test";
import axe from "axe-core";

/** Program text that puts axe-core into a page, for any engine's driver. */
export const axeSource: string = axe.source;

/** Program text whose value is a promise of what keeps people out, a line each. Runs after {@link axeSource}. */
export const findBarriers = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ": " + nodes[0]?.html + " " + (nodes[0]?.any[0]?.message ?? "")))`;

/** What keeps people out of the screen as it is now (axe-core, all rules it has on by default). */
export const barriersOn = (page: Page): Promise<string[]> =>
  page.evaluate(`${axeSource};\n${findBarriers}`);
