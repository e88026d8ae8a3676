import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { type Erasing, eraseAgain } from "./erase.ts";
import { loadLineage } from "./lineage.ts";
import { readRevoked, type RevokedDevice, revokeAgain } from "./revoke-again.ts";
import { type ErasedWord, readErasedWords, tellErasedAgain } from "./tell-erased.ts";

/** What data from before have to be told of those they take the place of: their eras, and what was erased and revoked. */
export type Carried = {
  readonly eras: readonly number[];
  readonly hashes: readonly string[];
  readonly words: readonly ErasedWord[];
  readonly revoked: readonly RevokedDevice[];
};

/** Of data that nobody knows anything of. */
export const nothingCarried: Carried = { eras: [], hashes: [], words: [], revoked: [] };

/** Reads that out of the data that are, or were. */
export const readCarried = async (database: Kysely<Schema>): Promise<Carried> => {
  const erased = await database
    .selectFrom("erasure")
    .select("id_hash")
    .orderBy("id_hash")
    .execute();
  return {
    eras: [...(await loadLineage(database))],
    hashes: erased.map(({ id_hash }) => id_hash),
    words: await readErasedWords(database),
    revoked: await readRevoked(database),
  };
};

/** Erases, tells and revokes again in data whose era has begun; the devices that would have come back. */
export const carryOver = async (
  database: Kysely<Schema>,
  { hashes, words, revoked }: Omit<Carried, "eras">,
  erasing: Erasing,
): Promise<readonly RevokedDevice[]> => {
  await eraseAgain(database, hashes, erasing);
  await tellErasedAgain(database, words, erasing);
  return revokeAgain(database, revoked);
};
