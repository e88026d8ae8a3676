// After a dependency changed: write the lock from a clean folder with Node 24 first on PATH, then run this on it.
//
// npm leaves out of package-lock.json every optional platform package its registry does not serve, and `npm ci`
// then refuses the lock as incomplete. The entries added here have a version and a platform and no integrity:
// on the platforms they are not for, npm never fetches them.
import { readFileSync, writeFileSync } from "node:fs";

const operatingSystems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = platformEntry(name, version, entry.dev === true);
    added += 1;
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added to package-lock.json\n`);

function isLocked(path, name) {
  return [`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => at in lock.packages);
}

function platformEntry(name, version, dev) {
  const parts = name.split(/[/-]/);
  const os =
    operatingSystems.find((one) => parts.includes(one)) ??
    (parts.includes("openharmony") ? "openharmony" : undefined);
  const cpu =
    processors.find((one) => parts.includes(one)) ?? (parts.includes("arm") ? "arm" : undefined);
  if (os === undefined && cpu === undefined)
    throw new Error(`${name} names no platform: install it instead`);
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev: true } : {}),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
