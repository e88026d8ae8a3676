import { fail, ok } from "#domain/result.ts";
import type { Command } from "./command.ts";

/**
 * Revokes a device: its sessions end, and at its next contact it is told to delete what it holds. A device that never
 * comes back cannot be reached.
 */
export const revokeCommand: Command = {
  usage: "revoke --device ID",
  summary: "ends a device's access; at its next contact it deletes what it holds",
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
      ? ok("Revoked.\n")
      : fail("No device in use has this id. See: npm run katve -- devices");
  },
};
