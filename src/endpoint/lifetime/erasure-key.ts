import { createHmac } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "#domain/chance.ts";
import { bytesToBase64Url } from "#domain/ids.ts";
import { makeDataFolder } from "../data-folder.ts";

/**
 * A record's id as it is remembered once the record is erased: its HMAC-SHA-256 (RFC 2104), base64url, under a key that no
 * backup of the database holds. So a copy of the database does not tell which records there were.
 */
export const idHash = (key: string, id: string): string =>
  createHmac("sha256", key).update(id).digest("base64url");

const keyFile = "erasure.key";
const listFile = "erased.txt";

/**
 * The key of an installation: what it is configured with, or a file in the data folder, made when it is not there. Lost,
 * it leaves erased records erased, but an older backup would bring them back.
 */
export const loadErasureKey = (
  { dataFolder, erasureKey }: { readonly dataFolder: string; readonly erasureKey: string | null },
  chance: Chance,
): string => {
  if (erasureKey !== null) return erasureKey;
  const file = join(dataFolder, keyFile);
  if (!existsSync(file)) {
    makeDataFolder(dataFolder);
    writeFileSync(file, `${bytesToBase64Url(chance.bytes(32))}\n`, { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
};

/** Adds to the list in the data folder of what was erased: a backup from before does not know. */
export const listErased = (dataFolder: string, hashes: readonly string[]): void => {
  makeDataFolder(dataFolder);
  const lines = hashes.map((hash) => `${hash}\n`).join("");
  appendFileSync(join(dataFolder, listFile), lines, { mode: 0o600 });
};

/** What the list in the data folder says was erased. */
export const readErased = (dataFolder: string): readonly string[] => {
  const file = join(dataFolder, listFile);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
};
