import { expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { defectFacts, makeLogger } from "#endpoint/logger.ts";

test("a line has the time, the level, the event and its facts", () => {
  const lines: string[] = [];
  const logger = makeLogger({ now: () => toInstant(0) }, (line) => lines.push(line));
  logger.info("request.refused", { route: "/sync", status: 401 });
  logger.error("it.broke", { why: 'two words "and"\nmore' });
  expect(lines).toEqual([
    "1970-01-01T00:00:00.000Z info request.refused route=/sync status=401\n",
    '1970-01-01T00:00:00.000Z error it.broke why="two words \\"and\\"\\nmore"\n',
  ]);
});

test("a defect is told by its name and place, never by its message", () => {
  const facts = defectFacts(new TypeError("Aino Esimerkki, 131052-308T"));
  expect(facts["name"]).toBe("TypeError");
  expect(facts["at"]).toContain("logger.test.ts");
  expect(JSON.stringify(facts)).not.toContain("Esimerkki");
  expect(defectFacts("Aino Esimerkki")).toEqual({ name: "string" });
});
