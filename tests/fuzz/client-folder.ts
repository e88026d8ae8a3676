import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes a folder of a built client, with files beside it and in it that nobody may be given, and takes it away again. */
export const withClientFolder = async <T>(
  use: (folder: string, hidden: string) => Promise<T>,
): Promise<T> => {
  const hidden = "Salatiedosto";
  const around = await mkdtemp(join(tmpdir(), "katve-fuzz-"));
  const folder = join(around, "dist");
  try {
    await mkdir(join(folder, "assets"), { recursive: true });
    await writeFile(join(folder, "index.html"), "<!doctype html><title>Katve</title>");
    await writeFile(join(around, "package.json"), hidden);
    await writeFile(join(folder, ".env"), hidden);
    return await use(folder, hidden);
  } finally {
    await rm(around, { recursive: true, force: true });
  }
};
