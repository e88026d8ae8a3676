import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eraSize } from "#domain/era.ts";
import type { ScopeId } from "#domain/ids.ts";
import { nothingCarried } from "#endpoint/lifetime/carried.ts";
import { readCarriedFile, writeCarried } from "#endpoint/lifetime/carried-file.ts";
import { temporaryFolder } from "../../support/endpoint/run-endpoint.ts";

const area = "koealue" as ScopeId;

test("what is carried over is read as it was written", async () => {
  const file = join(await temporaryFolder(), "carried.json");
  const carried = { ...nothingCarried, eras: [0, 468_000], hashes: ["tiiviste"] };
  expect(writeCarried(file, area, carried)).toBe("done");
  expect(writeCarried(file, area, nothingCarried)).toBe("exists");
  expect(readCarriedFile(file, area)).toEqual({ ok: true, value: carried });
});

test("an era behind which none could begin is not read: versions would stop being numbers", async () => {
  const file = join(await temporaryFolder(), "carried.json");
  const last = Math.floor(Number.MAX_SAFE_INTEGER / eraSize) - 2;
  const read = async (era: number) => {
    const content = { katve: "carried", area, ...nothingCarried, eras: [era] };
    await writeFile(file, JSON.stringify(content));
    return readCarriedFile(file, area).ok;
  };
  expect(await read(last)).toBe(true);
  expect(await read(last + 1)).toBe(false);
  expect(await read(-1)).toBe(false);
});
