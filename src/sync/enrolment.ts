import * as v from "valibot";
import type { Chance } from "#domain/chance.ts";
import type { MemberId } from "#domain/ids.ts";
import type { Clock } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import {
  type EnrolAnswer,
  enrolAnswerSchema,
  type EnrolRequest,
  enrolmentCodeSchema,
  type LookAnswer,
  lookAnswerSchema,
  type LookRequest,
  tidyEnrolmentCode,
} from "#protocol/enrolment.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { PublicKey } from "#store/identity.ts";
import { makeAssertion, type Signer } from "./sign-in.ts";
import type { Transport, TransportFailure } from "./transport.ts";

/** Why an enrolment did not go through. */
export type EnrolmentFailure = TransportFailure | { readonly code: "code.unknown" };

/** Asks what a code lets its holder into. A text that cannot be a code fails with `code.unknown` without asking. */
export const lookAtCode = async (
  transport: Transport,
  written: string,
): Promise<Result<LookAnswer, EnrolmentFailure>> => {
  const code = codeOf(written);
  if (code === null) return fail({ code: "code.unknown" });
  const request: LookRequest = { p: PROTOCOL_VERSION, code };
  return read(await transport.post("/enrolment/look", request), lookAnswerSchema);
};

/** What a device brings to its enrolment. */
export type Newcomer = {
  readonly code: string;
  readonly name: string;
  readonly label: string;
  readonly key: PublicKey;
  readonly signer: Signer;
  /** Whose vault the device has already: see `register-again.ts`. */
  readonly member?: MemberId;
};

/**
 * Enrols the device: the code is used up, and the endpoint knows the device by its public key. Asking again with the same
 * code and the same key gives the same answer, so a lost answer costs nothing.
 */
export const enrolDevice = async (
  transport: Transport,
  newcomer: Newcomer,
  { clock, chance }: { readonly clock: Clock; readonly chance: Chance },
): Promise<Result<EnrolAnswer, EnrolmentFailure>> => {
  const { name, label, key, signer, member } = newcomer;
  const code = codeOf(newcomer.code);
  if (code === null) return fail({ code: "code.unknown" });
  const request: EnrolRequest = {
    p: PROTOCOL_VERSION,
    code,
    name,
    ...(member === undefined ? {} : { member }),
    device: { id: signer.device, label, key },
    proof: await makeAssertion(signer, clock.now(), chance),
  };
  return read(await transport.post("/enrolment", request), enrolAnswerSchema);
};

const codeOf = (written: string): string | null => {
  const parsed = v.safeParse(enrolmentCodeSchema, tidyEnrolmentCode(written));
  return parsed.success ? parsed.output : null;
};

const read = <T>(
  answer: Result<string, TransportFailure>,
  schema: v.GenericSchema<unknown, T>,
): Result<T, EnrolmentFailure> => {
  if (!answer.ok) return answer;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), answer.value);
  return parsed.success ? ok(parsed.output) : fail({ code: "network.not_katve" });
};
