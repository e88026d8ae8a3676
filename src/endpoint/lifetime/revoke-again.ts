import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";

/** A device that was revoked, as its row tells of it. */
export type RevokedDevice = {
  readonly id: string;
  readonly member_id: string;
  readonly label: string;
  readonly key: string;
  readonly created_at: number;
  readonly revoked_at: number | null;
};

/** Every revoked device. */
export const readRevoked = (database: Kysely<Schema>): Promise<RevokedDevice[]> =>
  database
    .selectFrom("device")
    .select(["id", "member_id", "label", "key", "created_at", "revoked_at"])
    .where("revoked_at", "is not", null)
    .orderBy("id")
    .execute();

/**
 * Revokes again, in data from before, what had been revoked since. A device that joined after the backup is registered as a
 * revoked one, so that it gives up its records at its next contact and no code lets it in again; its member, if these data do
 * not know one, is there again with nothing but the id. Returns the devices that would have come back.
 */
export const revokeAgain = (
  database: Kysely<Schema>,
  revoked: readonly RevokedDevice[],
): Promise<readonly RevokedDevice[]> =>
  transact(database, async (transaction) => {
    const back: RevokedDevice[] = [];
    const already = new Set((await readRevoked(transaction)).map(({ id }) => id));
    for (const device of revoked) {
      if (already.has(device.id)) continue;
      await transaction
        .insertInto("member")
        .values({ id: device.member_id, created_at: device.created_at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await transaction
        .insertInto("device")
        .values(device)
        .onConflict((conflict) =>
          conflict.column("id").doUpdateSet({ revoked_at: device.revoked_at }),
        )
        .execute();
      back.push(device);
    }
    return back;
  });
