import type { Chance } from "#domain/chance.ts";
import type { Clock } from "#domain/instant.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Identity } from "#store/identity.ts";
import { enrolDevice, type EnrolmentFailure } from "./enrolment.ts";
import { signIn } from "./sign-in.ts";
import type { Transport } from "./transport.ts";

/** A device that has a vault, and its place at the endpoint. */
export type Registration = {
  /**
   * Whether the endpoint says that it does not know this device: it was restored from a backup from before the device was
   * enrolled. `false` also where nobody could be asked.
   */
  isUnknown(): Promise<boolean>;
  /**
   * Registers the device again, with the id and the key it has, for the member whose vault it holds. The vault stays as it
   * is: whatever is unsent goes out with the next exchange, and what the endpoint lost is offered again. Fails as an
   * enrolment does, with `code.other_member` where the code is for somebody else (it stays unused), and with
   * `device.revoked`.
   */
  again(code: string): Promise<Result<true, EnrolmentFailure>>;
};

/** What a registration is made with. `label` is what a list of devices calls this one. */
export type RegistrationParts = {
  readonly transport: Transport;
  readonly identity: Identity;
  readonly label: string;
  readonly clock: Clock;
  readonly chance: Chance;
};

/** The registration of an unlocked device. */
export const makeRegistration = (parts: RegistrationParts): Registration => {
  const { transport, identity, label, clock, chance } = parts;
  const { member, name, publicKey: key } = identity;
  return {
    async isUnknown() {
      // The endpoint looks for the device before it looks at the time: a wrong clock here does no harm.
      const session = await signIn(transport, identity, clock.now(), chance);
      return !session.ok && session.failure.code === "device.unknown";
    },
    async again(code) {
      const newcomer = { code, name, label, key, signer: identity, member };
      const enrolled = await enrolDevice(transport, newcomer, { clock, chance });
      return enrolled.ok ? ok(true) : enrolled;
    },
  };
};
