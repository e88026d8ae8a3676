import { fail, ok } from "#domain/result.ts";
import type { Command } from "./command.ts";

/**
 * Revokes a device: its sessions end and it gets no new one. What it holds stays on it, sealed under its owner's passphrase.
 */
export const revokeCommand: Command = {
  usage: "revoke --device ID",
  summary: "ends a device's access: its sessions end, and it gets no new one",
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
