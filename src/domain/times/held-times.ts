import { type Claim, isRival, type RuledClaim } from "./claim.ts";
import type { MemberId, RecordId } from "../ids.ts";

/**
 * The held claims among those it is given, by adviser. Only they can be in the way of another, and only of the same
 * adviser: looking through everybody's made the ruling on 50,000 times take forty seconds.
 */
export class HeldTimes {
  readonly #byAdviser = new Map<MemberId, Map<RecordId, RuledClaim>>();

  constructor(claims: Iterable<RuledClaim>) {
    for (const claim of claims) this.add(claim);
  }

  /** Takes a claim in; one that is not held is passed over. */
  add(claim: RuledClaim): void {
    if (claim.state !== "held") return;
    const held = this.#byAdviser.get(claim.adviser) ?? new Map<RecordId, RuledClaim>();
    this.#byAdviser.set(claim.adviser, held.set(claim.record, claim));
  }

  remove({ adviser, record }: RuledClaim): void {
    this.#byAdviser.get(adviser)?.delete(record);
  }

  /** Whether nothing held is in the way of a claim. */
  isFree(claim: Claim): boolean {
    for (const other of this.#byAdviser.get(claim.adviser)?.values() ?? []) {
      if (isRival(claim, other)) return false;
    }
    return true;
  }
}
