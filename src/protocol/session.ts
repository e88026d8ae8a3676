import * as v from "valibot";
import type { DeviceId } from "#domain/ids.ts";

/**
 * The body of `POST /session`: an assertion in the shape of RFC 7523 §3, a JSON Web Token signed with ES256 by the
 * device's key. `iss` and `sub` are the device's id, `aud` is {@link assertionAudience}, `jti` is used once, `iat` and `exp`
 * are seconds of the endpoint's clock, which the device has from the answer that asked it to sign in.
 */
export type SessionRequest = { readonly p: number; readonly assertion: string };

export const sessionRequestSchema: v.GenericSchema<unknown, SessionRequest> = v.strictObject({
  p: v.number(),
  assertion: v.pipe(v.string(), v.maxLength(2_000)),
});

/** Whom an assertion is for. One word for every installation: the key is known to one endpoint only. */
export const assertionAudience = "katve";

/** The claims of an assertion. Times in whole seconds since 1970 (RFC 7519 §2, NumericDate). */
export type AssertionClaims = {
  readonly iss: DeviceId;
  readonly sub: DeviceId;
  readonly aud: typeof assertionAudience;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
};
