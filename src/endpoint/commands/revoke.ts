import { fail, ok } from "#domain/result.ts";
import type { Command } from "./command.ts";

/**
 * Revokes a device: it gets no session any more, and at its next contact all records leave it. What its owner has not sent
 * stays on it, sealed under the passphrase.
 */
export const revokeCommand: Command = {
  usage: "revoke --device ID",
  summary: "ends a device's access; at its next contact all records leave it",
  details:
    "Edits that were not sent stay on the device, sealed under its owner's passphrase: the owner can save them to\n" +
    "a file there, and bring them in on another device of the same member (code --member ID). A device that never\n" +
    "comes back keeps its records, sealed. Calendar feeds that were made on it stop at once. There is no way back: let\n" +
    "the device in anew.\n",
  options: { device: { type: "string" } },
  run: async ({ database, clock }, options) => {
    const id = options["device"];
    if (typeof id !== "string") return fail("Which device? See: npm run katve -- devices");
    const updated = await database
      .updateTable("device")
      .set({ revoked_at: clock.now() })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    return updated.numUpdatedRows === 1n
      ? ok("Revoked. At its next contact the records leave the device.\n")
      : fail("No device in use has this id. See: npm run katve -- devices");
  },
};
