import type { Instant } from "#domain/instant.ts";
import type { Hold } from "../hold.ts";

/** How many saves were made before a time, have not reached the endpoint, and are in no backup. */
export const countUnkept = ({ ledger, backup }: Hold, before: Instant): number =>
  new Set(
    ledger
      .outbox()
      .filter(({ op }) => op.at < before && !backup.carried.has(op.id))
      .map(({ save }) => save),
  ).size;
