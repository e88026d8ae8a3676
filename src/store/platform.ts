import type { Chance } from "#domain/chance.ts";
import type { Clock } from "#domain/instant.ts";
import type { OnDefect } from "./defect.ts";

/** What the store needs of the platform. Nothing here is reached except through this. */
export type Platform = {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly subtle: SubtleCrypto;
  readonly deriveKey: DeriveKey;
  /** Where a listener's defect goes; without it, to the page's handler of errors. */
  readonly onDefect?: OnDefect;
};

/** How hard a passphrase is to guess. Memory in KiB, `passes` and `lanes` as in RFC 9106 §3.1. */
export type DerivationCost = {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
};

/** Turns a passphrase into 32 bytes with Argon2id (RFC 9106). Runs away from the screen: it takes about half a second. */
export type DeriveKey = (
  passphrase: string,
  salt: Uint8Array,
  cost: DerivationCost,
) => Promise<Uint8Array>;
