import { type Kysely, sql } from "kysely";
import type { Chance } from "#domain/chance.ts";
import { eraSize } from "#domain/era.ts";
import { bytesToBase64Url } from "#domain/ids.ts";
import { type Instant, minuteMs } from "#domain/instant.ts";
import type { Schema } from "../database/schema.ts";
import { loadLineage } from "./lineage.ts";

/** 2026-01-01T00:00:00Z: eras are counted in minutes since then, so that two restorations never make the same one. */
const erasBeginMs = 1_767_225_600_000;

/** What a restoration is told beside the data: the time, chance, and the eras of data it takes the place of. */
export type Restoring = {
  readonly chance: Chance;
  readonly now: Instant;
  readonly replaced: Iterable<number>;
};

/**
 * Makes data that came out of a backup ready to serve devices that have seen what was lost. Nothing of a record changes
 * but its version, which begins a new era: above every version that any device can have seen. Every scope is counted
 * anew, so every device fetches its scopes again and asks after its own edits. All sessions end; devices sign in again by
 * themselves. Everything in one transaction; returns the era.
 */
export const beginEra = (
  database: Kysely<Schema>,
  { chance, now, replaced }: Restoring,
): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const known = [...(await loadLineage(transaction)), ...replaced];
    const era = Math.max(
      Math.floor((now - erasBeginMs) / minuteMs),
      ...known.map((one) => one + 1),
    );
    await transaction.insertInto("restoration").values({ era, at: now }).execute();
    await transaction
      .updateTable("entity")
      .set({ ver: sql<number>`${sql.lit(era * eraSize)} + ver % ${sql.lit(eraSize)}` })
      .execute();
    const epoch = bytesToBase64Url(chance.bytes(6));
    await transaction.updateTable("scope").set({ epoch }).execute();
    await transaction.deleteFrom("session").execute();
    return era;
  });
