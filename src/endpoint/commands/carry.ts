import { fail, ok } from "#domain/result.ts";
import { findArea } from "../access/people.ts";
import { inSnapshot } from "../database/snapshot.ts";
import { readCarried } from "../lifetime/carried.ts";
import { writeCarried } from "../lifetime/carried-file.ts";
import type { Command } from "./command.ts";

/** Writes down what an older backup cannot know: what was erased and revoked. */
export const carryCommand: Command = {
  usage: "carry FILE",
  summary: "writes to a new file what was erased and revoked, for restored --carried FILE",
  details:
    "A backup does not know what was erased or revoked after it. With PostgreSQL, run this on the present data\n" +
    "before an older dump takes their place, or on those you set aside (DATABASE_URL leads there); the endpoint may run.\n" +
    "Where the data could be lost altogether, run it after each erasure and each revocation, and keep the newest file\n" +
    "apart from the database. It is for your eyes only, and says nothing of what the records said.\n",
  operand: "FILE",
  options: {},
  run: async ({ database }, { FILE: file }) => {
    if (typeof file !== "string") return fail("Into which file? npm run katve -- carry FILE");
    const area = await findArea(database);
    if (area === null) return fail("There are no data yet: nothing was erased or revoked.");
    const carried = await inSnapshot(database, readCarried);
    if (writeCarried(file, area, carried) === "exists")
      return fail(`${file} is there already, and stays as it is.`);
    const { hashes, revoked } = carried;
    return ok(
      `${file} tells of ${hashes.length} erased records and ${revoked.length} revoked devices.\n`,
    );
  },
};
