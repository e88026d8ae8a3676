import { randomBytes } from "node:crypto";
import type { Chance } from "#domain/chance.ts";

/** The machine's cryptographic generator. */
export const makeSystemChance = (): Chance => ({ bytes: (count) => randomBytes(count) });
