import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** What must not pass, and which of the two tools has to say so. */
const planted: readonly { file: string; code: string; by: "tsc" | "oxlint"; what: string }[] = [
  {
    what: "domain imports store",
    file: "src/domain/planted.ts",
    code: 'import { guarded } from "#store/guard.ts";\nexport const planted: unknown = guarded;\n',
    by: "tsc",
  },
  {
    what: "protocol imports sync, at run time only",
    file: "src/protocol/planted.ts",
    code: 'export const planted = (): Promise<unknown> => import("#sync/state.ts");\n',
    by: "tsc",
  },
  {
    what: "endpoint imports store",
    file: "src/endpoint/planted.ts",
    code: 'import { guarded } from "#store/guard.ts";\nexport const planted = guarded;\n',
    by: "tsc",
  },
  {
    what: "features skip down to protocol",
    file: "src/features/today/planted.ts",
    code: 'import { PROTOCOL_VERSION } from "#protocol/version.ts";\nexport const planted = PROTOCOL_VERSION;\n',
    by: "oxlint",
  },
  {
    what: "one feature imports another",
    file: "src/features/settings/planted.ts",
    code: 'import { UnlockPage } from "#features/unlock/page.tsx";\nexport const planted = UnlockPage;\n',
    by: "oxlint",
  },
  {
    what: "one feature imports another by a path",
    file: "src/features/unlock/planted.ts",
    code: 'import { TodayPage } from "../today/page.tsx";\nexport const planted = TodayPage;\n',
    by: "oxlint",
  },
  {
    what: "a shared part imports a feature",
    file: "src/features/parts/times/planted.ts",
    code: 'import { TodayPage } from "#features/today/page.tsx";\nexport const planted = TodayPage;\n',
    by: "oxlint",
  },
  {
    what: "the design system learns our nouns",
    file: "src/ui/planted.ts",
    code: 'import { clientKind } from "#domain/kinds/client.ts";\nexport const planted = clientKind;\n',
    by: "oxlint",
  },
  {
    what: "Dexie outside the store",
    file: "src/features/today/planted-dexie.ts",
    code: 'import { Dexie } from "dexie";\nexport const planted = Dexie;\n',
    by: "oxlint",
  },
  {
    what: "fetch outside the transport",
    file: "src/sync/planted.ts",
    code: 'export const planted = (): Promise<Response> => fetch("/sync");\n',
    by: "oxlint",
  },
  {
    what: "the time taken from the platform",
    file: "src/store/planted.ts",
    code: "export const planted = (): number => Date.now();\n",
    by: "oxlint",
  },
];

let copy = "";
const said = { tsc: "", oxlint: "" };

const run = (program: string, ...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(join(copy, "node_modules/.bin", program), args, {
    cwd: copy,
    encoding: "utf8",
  });
  expect(status, `${program} has to fail`).not.toBe(0);
  return stdout + stderr;
};

describe("the check", () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "katve-layers-"));
    for (const name of ["src", "package.json", ".oxlintrc.json", ".gitignore"]) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    mkdirSync(join(copy, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (name !== ".cache") {
        symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
      }
    }
    for (const { file, code } of planted) writeFileSync(join(copy, file), code);
    said.tsc = run("tsc", "-b", "src/app", "src/endpoint");
    said.oxlint = run("oxlint", "-f", "unix", ...planted.map(({ file }) => file));
  }, 60_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(planted)("sees that $what", ({ file, by }) => {
    expect(said[by]).toContain(file);
  });
});
