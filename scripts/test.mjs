// npm test: everything, in stages that do not stop each other. The last line is "N passed, N failed".
// npm run test:quick: without browsers, PostgreSQL and processes that are killed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, projectEnvironment, projectNode, root } from "./install.mjs";

const isQuick = process.argv.includes("--quick");
const results = join(root, "test-results");

/** What the stages need beside the packages: the programs that show it is there, and Debian's package. */
const systemPackages = [
  { programs: ["chromium"], name: "chromium" },
  { programs: ["firefox-esr"], name: "firefox-esr" },
  { programs: ["WebKitWebDriver"], name: "webkit2gtk-driver" },
  { programs: ["xvfb-run"], name: "xvfb" },
  { programs: ["pg_ctlcluster", "initdb"], name: "postgresql" },
  { programs: ["zbarimg"], name: "zbar-tools" },
  { programs: ["khal"], name: "khal" },
  { programs: ["icalendar"], name: "python3-icalendar" },
];

ensureInstalled();
const node = projectNode();
if (isQuick) process.env.KATVE_QUICK_TESTS = "yes";
else installSystemPackages();
rmSync(results, { recursive: true, force: true });

const counts = [await check(), await vitest("Tests", ["node", "dom"])];
if (!isQuick) {
  counts.push(await counted("Simulation", node, ["tests/simulation/simulate.ts"]));
  counts.push(await counted("Simulation's gate", node, ["tests/simulation/gate.ts"]));
  counts.push(await vitest("Processes", ["processes"]));
  counts.push(await counted("Hostile requests", node, ["tests/fuzz/run.ts"]));
  counts.push(await counted("Bad networks", node, ["tests/faults/run.ts"]));
  const build = await run("Build", "vite", ["build", "--logLevel", "warn"]);
  counts.push(one(build.status === 0));
  counts.push(await browsers(), await webKit());
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Types, lint, format and unused code count as one test. */
async function check() {
  const { status } = await run("Check", "npm", ["run", "--silent", "check"]);
  return one(status === 0);
}

async function vitest(title, projects) {
  const file = join(results, `${projects[0]}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const { status } = await run(title, "vitest", ["run", ...chosen, ...reporters]);
  const report = readReport(file);
  // A file that does not even load has no failed test of its own.
  const unloaded = (report?.testResults ?? []).filter(
    (result) =>
      result.status === "failed" &&
      !result.assertionResults.some((test) => test.status === "failed"),
  );
  return judged(status, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
  });
}

async function browsers() {
  const { status } = await run("Chromium and Firefox", "playwright", [
    "test",
    "-c",
    "tests/e2e/playwright.config.ts",
  ]);
  const stats = readReport(join(results, "e2e.json"))?.stats;
  return judged(status, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  });
}

function webKit() {
  return counted("WebKit", "xvfb-run", ["-a", node, "tests/e2e/webkit/run.ts"]);
}

/** A program whose last line says `{"passed":N,"failed":N}`. */
async function counted(title, program, args) {
  const { status, lastLine } = await run(title, program, args);
  try {
    const { passed, failed } = JSON.parse(lastLine);
    return judged(status, { passed, failed });
  } catch {
    return judged(status, { passed: 0, failed: 0 });
  }
}

/** A stage that ran nothing, or ended badly without a failed test, has failed. */
function judged(status, { passed, failed }) {
  const isSilentFailure = failed === 0 && (passed === 0 || status !== 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function one(isPassed) {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Runs a program, shows what it prints, and gives back its exit status and the last line it printed. */
function run(title, program, args) {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(),
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    let printed = "";
    child.stdout.on("data", (part) => {
      process.stdout.write(part);
      printed = (printed + part).slice(-10_000);
    });
    child.on("error", (cause) => {
      console.log(`${program} cannot be run: ${cause.message}`);
      resolve({ status: 1, lastLine: "" });
    });
    child.on("close", (status) => {
      resolve({ status: status ?? 1, lastLine: printed.trimEnd().split("\n").at(-1) ?? "" });
    });
  });
}

function installSystemPackages() {
  const missing = systemPackages
    .filter(({ programs }) => !programs.some(isThere))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const installer = "apt-get";
  if (process.getuid?.() !== 0 || !isThere(installer)) {
    console.log(`Not installed, and only root can by apt-get: ${missing.join(", ")}`);
    return;
  }
  console.log(`Installing ${missing.join(", ")} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...missing]]) {
    const apt = spawnSync(installer, args, { env: environment, encoding: "utf8" });
    if (apt.status !== 0) process.stderr.write(`${apt.stdout ?? ""}${apt.stderr ?? ""}`);
  }
}

function isThere(program) {
  return spawnSync("which", [program], { stdio: "ignore" }).status === 0;
}
