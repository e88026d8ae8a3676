import solid from "vite-plugin-solid";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { designTokens } from "./scripts/vite/design-tokens.ts";
import { layerOrder } from "./scripts/vite/layer-order.ts";
import { pwaOptions } from "./scripts/vite/pwa.ts";
import { serviceWorkerEnd } from "./scripts/vite/service-worker-end.ts";
import { startChunks } from "./scripts/vite/start-chunks.ts";
import { solidTrustedTypes } from "./scripts/vite/solid-trusted-types.ts";

const endpoint = "http://localhost:8787";
const testing = process.env["VITEST"] !== undefined;
// The quick run leaves PostgreSQL out: it has to stay under a minute.
const isQuickRun = process.env["KATVE_QUICK_TESTS"] !== undefined;

export default defineConfig({
  // The test projects choose their own: solid belongs to the one with a DOM.
  plugins: testing
    ? []
    : [
        solid(),
        designTokens(),
        layerOrder(),
        startChunks("/src/app/main.tsx", "/src/app/open-program.tsx"),
        solidTrustedTypes(),
        VitePWA(pwaOptions),
        serviceWorkerEnd(),
      ],
  build: {
    // Inline helpers and data: URLs would not pass the Content-Security-Policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { "^/(?:sync|earlier|events|session|enrolment|busy|feeds?)(?:[/?]|$)": endpoint },
  },
  test: {
    // Vitest leaves one core idle unless told: on two that is half of them.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          // Ends what hangs, and says nothing about speed: several programs started at once take seconds on two cores.
          testTimeout: 30_000,
          globalSetup: isQuickRun ? [] : ["tests/support/postgres/global-setup.ts"],
          exclude: isQuickRun ? ["tests/endpoint/postgres/**"] : [],
          include: ["tests/{unit,property,simulation,integration,endpoint,types}/**/*.test.ts"],
        },
      },
      {
        // Real processes for a minute: a stage of its own, with the machine to itself.
        test: {
          name: "processes",
          environment: "node",
          include: ["tests/processes/*.test.ts"],
        },
      },
      {
        plugins: [solid({ hot: false }), designTokens()],
        resolve: { conditions: ["development", "browser"] },
        test: {
          name: "dom",
          environment: "jsdom",
          testTimeout: 30_000,
          setupFiles: ["tests/support/ui/frames.ts", "tests/support/ui/waiting.ts"],
          // One jsdom a worker instead of one a file: half the time.
          pool: "vmThreads",
          // Testing Library takes each test's page down through the global afterEach.
          globals: true,
          include: ["tests/ui/**/*.test.{ts,tsx}"],
        },
      },
    ],
  },
});
