import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  // Each test has an endpoint and browsers of its own; two cores carry two at a time.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["./unfinished.reporter.ts"],
    ["json", { outputFile: "../../test-results/e2e.json" }],
  ],
  projects: [
    { name: "chromium", testMatch: /.*\.(?:chromium|every)\.ts/ },
    { name: "firefox", testMatch: /.*\.(?:firefox|every)\.ts/ },
  ],
});
