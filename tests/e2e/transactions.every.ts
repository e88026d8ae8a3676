import { expect, test } from "@playwright/test";
import { takePhone } from "./support/browser.ts";
import { startEndpoint } from "./support/endpoint.ts";
import { inStore, openStorePage } from "./support/store-pages.ts";
import { bundleStorePage } from "./store-page/bundle.ts";

test("commits on this browser's own disk are whole or not at all, whatever breaks in between", async () => {
  const { project } = test.info();
  const endpoint = await startEndpoint();
  const phone = await takePhone(project.name === "firefox" ? "firefox" : "chromium");
  try {
    await openStorePage(phone.page(), endpoint.origin, await bundleStorePage());
    const checked = await inStore(phone.page(), "transactionChecks");
    expect(checked.length).toBeGreaterThan(5);
    for (const { name, problem } of checked) expect(problem, name).toBeNull();
  } finally {
    await phone.close();
    await endpoint.close();
  }
});
