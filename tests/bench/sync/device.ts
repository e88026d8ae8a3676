import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { pagePath } from "./link.ts";

/** How long a browser that was just started is left alone, in milliseconds: its own work would be measured otherwise. */
const settleMs = 1_500;

const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with its profile on the disk, and a page in it with a peer's script. */
export type Device = { readonly page: Page; close(): Promise<void> };

export const makeProfile = (): Promise<string> => mkdtemp(join(tmpdir(), "katve-bench-profile-"));

export const dropProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** Starts a browser on a profile and loads the script into the link's page. */
export const openDevice = async (
  profile: string,
  origin: string,
  script: string,
): Promise<Device> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: browserArgs,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(`in the page: ${error.message}`));
  await page.goto(origin + pagePath);
  await page.addScriptTag({ content: script });
  await page.waitForTimeout(settleMs);
  return { page, close: () => context.close() };
};
