import { expect, test } from "vitest";
import { requestFailureCodes } from "#domain/failure.ts";
import { toInstant } from "#domain/instant.ts";
import { refusalResponse, statusOf } from "#endpoint/failures.ts";

test("every refusal has a status that says that it is one", () => {
  for (const code of requestFailureCodes) expect(statusOf[code]).toBeGreaterThanOrEqual(400);
});

test("a refusal that waiting helps against says how long, in whole seconds for everybody else", async () => {
  const response = refusalResponse(
    { code: "requests.too_many", retryAfterMs: 1_001 },
    toInstant(5),
  );
  expect(response.headers.get("retry-after")).toBe("2");
  expect(await response.json()).toEqual({ code: "requests.too_many", now: 5, retryAfterMs: 1_001 });
});
