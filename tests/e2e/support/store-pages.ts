import type { Page } from "@playwright/test";
import type { StorePage } from "../store-page/page.ts";

/** The address of a page of the endpoint on which nothing runs. */
export const quietPage = "/healthz";

/** Puts the store into a page of the endpoint on which nothing else runs. */
export const openStorePage = async (page: Page, origin: string, script: string): Promise<void> => {
  await page.goto(origin + quietPage);
  await page.evaluate(script);
};

type Method = {
  [Name in keyof StorePage]: StorePage[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof StorePage];

/** Calls the store in a page. */
export const inStore = async <Name extends Method>(
  page: Page,
  name: Name,
  ...args: Parameters<StorePage[Name]>
): Promise<Awaited<ReturnType<StorePage[Name]>>> =>
  page.evaluate(
    ([method, given]) => {
      const { katve } = globalThis as unknown as {
        katve: Record<string, (...values: unknown[]) => unknown>;
      };
      return katve[method]?.(...given);
    },
    [name as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<StorePage[Name]>>>;
