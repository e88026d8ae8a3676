import { appendFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/**
 * The files of a folder, however deep, that hold a text in UTF-8, in UTF-16 of either byte order, or in Latin-1, as
 * Chromium writes short strings.
 */
export const filesHolding = async (folder: string, text: string): Promise<string[]> => {
  const utf16 = Buffer.from(text, "utf16le");
  const needles = [
    Buffer.from(text, "utf8"),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(text, "latin1"),
  ];
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (needles.some((needle) => content.includes(needle))) found.push(path);
  }
  return found;
};

/**
 * Writes a text where the program could have left one: into IndexedDB, Cache Storage and localStorage, unsealed. What a
 * search of the disk must find if it can find anything.
 */
export const plantUnsealed = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (planted) => {
    localStorage.setItem("planted", planted);
    const cache = await caches.open("planted");
    await cache.put("/planted", new Response(planted));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("planted", 1);
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("rows"));
      opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
      opening.addEventListener("success", () => {
        const transaction = opening.result.transaction("rows", "readwrite");
        transaction.objectStore("rows").put({ name: planted }, 1);
        transaction.addEventListener("complete", () => resolve());
        transaction.addEventListener("error", () =>
          reject(transaction.error ?? new Error("no row")),
        );
      });
    });
  }, text);

/**
 * Leaves the last file that IndexedDB wrote to as a kill between two writes leaves it: with the header of a record and
 * nothing behind it. Chromium opens such a disk once more and writes on behind the torn place; the next time it cannot read
 * on there and throws the whole disk away.
 */
export const tearLog = async (profile: string): Promise<void> => {
  const folder = join(profile, "Default", "IndexedDB");
  const [disk, ...others] = await readdir(folder);
  if (disk === undefined || others.length > 0) throw new Error("there is not one disk");
  const logs = (await readdir(join(folder, disk))).filter((name) => name.endsWith(".log"));
  const last = logs.toSorted().at(-1);
  if (last === undefined) throw new Error("the disk has no log");
  // A checksum, a length of 528 bytes, and the mark of a whole record.
  await appendFile(join(folder, disk, last), Buffer.from([1, 2, 3, 4, 0x10, 0x02, 1]));
};
