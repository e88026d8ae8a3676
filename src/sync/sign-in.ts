import { bytesToBase64Url, type DeviceId } from "#domain/ids.ts";
import type { Chance } from "#domain/chance.ts";
import type { Instant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import { assertionLifetimeSeconds } from "#protocol/limits.ts";
import { type AssertionClaims, assertionAudience } from "#protocol/session.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { Transport, TransportFailure } from "./transport.ts";

/** Who signs, and how. */
export type Signer = { readonly device: DeviceId; sign(text: string): Promise<string> };

/**
 * Writes an assertion: a JSON Web Token signed with ES256 (RFC 7523 §3, RFC 7515 §3.1). Its times are the endpoint's:
 * a phone whose clock is wrong by a year signs in like any other.
 */
export const makeAssertion = async (
  signer: Signer,
  endpointNow: Instant,
  chance: Chance,
): Promise<string> => {
  const issuedAt = Math.floor(endpointNow / 1_000);
  const claims: AssertionClaims = {
    iss: signer.device,
    sub: signer.device,
    aud: assertionAudience,
    jti: bytesToBase64Url(chance.bytes(16)),
    iat: issuedAt,
    exp: issuedAt + assertionLifetimeSeconds,
  };
  const encode = (part: object) => bytesToBase64Url(new TextEncoder().encode(JSON.stringify(part)));
  const signed = `${encode({ alg: "ES256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${await signer.sign(signed)}`;
};

/** Gets a session: unlocking the vault is all the signing in there is. The session itself is a cookie no script can read. */
export const signIn = async (
  transport: Transport,
  signer: Signer,
  endpointNow: Instant,
  chance: Chance,
): Promise<Result<string, TransportFailure>> =>
  transport.post("/session", {
    p: PROTOCOL_VERSION,
    assertion: await makeAssertion(signer, endpointNow, chance),
  });
