import type { RequestFailureCode } from "#domain/failure.ts";
import type { Instant } from "#domain/instant.ts";
import type { RequestRefusal } from "#protocol/refusal.ts";

/** The HTTP status (RFC 9110 §15, RFC 6585 §4) of every refusal. A code without one does not compile. */
export const statusOf: {
  readonly [Code in RequestFailureCode]:
    | 400
    | 401
    | 403
    | 404
    | 410
    | 413
    | 426
    | 429
    | 500
    | 502
    | 504;
} = {
  "body.not_json": 400,
  "body.too_large": 413,
  "body.not_understood": 400,
  "protocol.unknown": 400,
  "protocol.too_old": 426,
  "origin.foreign": 403,
  "session.missing": 401,
  "assertion.invalid": 401,
  "device.unknown": 401,
  "device.revoked": 410,
  "code.unknown": 404,
  "code.used": 410,
  "code.expired": 410,
  "code.other_member": 403,
  "record.unknown": 404,
  "feed.unknown": 404,
  "feed.too_many": 403,
  "requests.too_many": 429,
  "route.unknown": 404,
  "endpoint.defect": 500,
};

/** A refusal as routes pass it about: the code, and how long to wait where waiting helps. */
export type Refusal = {
  readonly code: RequestFailureCode;
  readonly retryAfterMs?: number | undefined;
};

/** A refusal without anything to wait for. */
export const refusal = <Code extends RequestFailureCode>(code: Code): { readonly code: Code } => ({
  code,
});

/** The answer that tells a device of a refusal. */
export const refusalResponse = ({ code, retryAfterMs }: Refusal, now: Instant): Response => {
  const body: RequestRefusal = {
    code,
    now,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const headers = new Headers({ "content-type": "application/json" });
  if (retryAfterMs !== undefined) headers.set("retry-after", `${Math.ceil(retryAfterMs / 1_000)}`);
  return new Response(JSON.stringify(body), { status: statusOf[code], headers });
};
