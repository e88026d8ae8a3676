import * as v from "valibot";
import { fail, ok, type Result } from "#domain/result.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { type Refusal, refusal } from "../failures.ts";
import { readJson } from "./read-json.ts";

/**
 * Reads a message. Beside what `readJson` fails with: `protocol.unknown` when the device speaks a version this endpoint
 * does not know (whatever else is in the message: it is not for us to judge), `body.not_understood` when the message is
 * not of the schema.
 */
export const parseBody = async <T extends { readonly p: number }>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
): Promise<Result<T, Refusal>> => {
  const body = await readJson(request);
  if (!body.ok) return fail(refusal(body.failure));
  if (isOfNewerVersion(body.value)) return fail(refusal("protocol.unknown"));
  const parsed = v.safeParse(schema, body.value, { abortEarly: true });
  if (!parsed.success) return fail(refusal("body.not_understood"));
  return parsed.output.p >= 1 && Number.isInteger(parsed.output.p)
    ? ok(parsed.output)
    : fail(refusal("protocol.unknown"));
};

const isOfNewerVersion = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  "p" in body &&
  typeof body.p === "number" &&
  body.p > PROTOCOL_VERSION;
