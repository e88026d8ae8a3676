import { expect } from "vitest";
import type { RequestFailureCode } from "#domain/failure.ts";
import { requestRefusalSchema } from "#protocol/refusal.ts";
import * as v from "valibot";

/** Expects an answer to be a refusal with this status and code, in the form of the protocol, and returns it. */
export const expectRefused = async (
  response: Response,
  status: number,
  code: RequestFailureCode,
): Promise<v.InferOutput<typeof requestRefusalSchema>> => {
  const text = await response.text();
  expect(`${response.status} ${text}`).toContain(`${status} `);
  expect(response.headers.get("content-type")).toBe("application/json");
  const refusal = v.parse(requestRefusalSchema, JSON.parse(text));
  expect(refusal.code).toBe(code);
  return refusal;
};
