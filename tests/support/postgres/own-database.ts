import { randomUUID } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { ask } from "./ask.ts";

/** Makes a database for this test alone, with our tables in it or quite empty, and gives its address. */
export const ownDatabase = async (content: "tables" | "nothing"): Promise<string> => {
  const { url, template } = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(
    url,
    `create database ${name} template ${content === "tables" ? template : "template1"}`,
  );
  onTestFinished(async () => {
    await ask(url, `drop database if exists ${name} with (force)`);
  });
  return url.replace("/postgres?", `/${name}?`);
};
