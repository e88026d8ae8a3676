import type { Chance } from "#domain/chance.ts";
import type { Result } from "#domain/result.ts";
import { type Signer, signIn } from "./sign-in.ts";
import type { Transport, TransportFailure } from "./transport.ts";

/** What a request that needs a session is made with. */
export type SessionParts = {
  readonly transport: Transport;
  readonly signer: Signer;
  readonly chance: Chance;
};

/**
 * Makes a request that needs a session. When the session is over it signs in and makes the request once more; it fails as
 * the request or the signing in does.
 */
export const withSession = async <T, F extends { readonly code: string }>(
  { transport, signer, chance }: SessionParts,
  request: () => Promise<Result<T, F | TransportFailure>>,
): Promise<Result<T, F | TransportFailure>> => {
  const first = await request();
  if (first.ok || first.failure.code !== "session.missing" || !("endpointNow" in first.failure)) {
    return first;
  }
  const session = await signIn(transport, signer, first.failure.endpointNow, chance);
  return session.ok ? request() : session;
};
