import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { dialects, openAt } from "../support/endpoint/dialects.ts";
import { runEndpoint, startProgram, temporaryFolder } from "../support/endpoint/run-endpoint.ts";

const linkForm = /(http:\/\/localhost:\d+)\/enrol#([0-9A-Z]{10})/;

const ask = (origin: string, path: string, body: object) =>
  fetch(`${origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(body),
  });

/** One line on stderr, nothing on stdout, status 1. */
const expectOneLine = async (
  args: readonly string[],
  environment: Record<string, string>,
  line: RegExp,
) => {
  const { status, output, errors } = await runEndpoint("main.ts", args, environment);
  expect(errors).toMatch(/^katve: [^\n]+\n$/);
  expect(errors).toMatch(line);
  expect({ status, output }).toEqual({ status: 1, output: "" });
};

describe.each(dialects)("on $name", (dialect) => {
  test("a first start prints a link that lets the first coordinator in, and where it is", async () => {
    const settings = await dialect.settings();
    const running = startProgram("main.ts", [], { ...settings, PORT: "0" });
    const [, origin = "", code] = await running.printed(linkForm);
    await running.printed(/█/);
    const look = await ask(origin, "/enrolment/look", { p: 1, code });
    expect(await look.json()).toEqual({
      area: {
        fi: "Kainuu-Koillismaan työllisyysalue",
        sv: "Kajanaland-Koillismaa sysselsättningsområde",
        en: "Kainuu-Koillismaa employment area",
      },
      team: "Kainuun ohjaustiimi",
    });
    running.process.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ status: 0, errors: "" });
  });

  test("a start tells how to get a further link, and the command makes one while it runs", async () => {
    const settings = await dialect.settings();
    const demo = startProgram("main.ts", ["--demo"], { ...settings, PORT: "0" });
    await demo.printed(linkForm);
    demo.process.kill("SIGINT");
    expect((await demo.ended).status).toBe(0);
    const running = startProgram("main.ts", [], { ...settings, PORT: "0" });
    const [, port = ""] = await running.printed(/http:\/\/localhost:(\d+)\n/);
    await running.printed(/npm run katve -- code/);
    const args = ["code", "--team", "Koillismaan ohjaustiimi"];
    const made = await runEndpoint("command.ts", args, { ...settings, PORT: port });
    const [, origin = "", code] = linkForm.exec(made.output) ?? [];
    const look = await ask(origin, "/enrolment/look", { p: 1, code });
    expect(await look.json()).toMatchObject({ team: "Koillismaan ohjaustiimi" });
  });

  test("a listener is let go when the endpoint is told to stop, and the answer under way is finished", async () => {
    const settings = await dialect.settings();
    const running = startProgram("main.ts", [], { ...settings, PORT: "0" });
    const [, origin = ""] = await running.printed(linkForm);
    const kept = await fetch(`${origin}/healthz`, { headers: { connection: "keep-alive" } });
    expect(kept.status).toBe(200);
    // It stays open by itself: saying so would be weight in each answer.
    expect(kept.headers.get("connection")).toBeNull();
    expect(kept.headers.get("keep-alive")).toBeNull();
    running.process.kill("SIGTERM");
    running.process.kill("SIGTERM");
    expect((await running.ended).status).toBe(0);
  });

  test("a body over the limit is refused to a sender who is still sending", async () => {
    const settings = await dialect.settings();
    const running = startProgram("main.ts", [], { ...settings, PORT: "0" });
    const [, origin = ""] = await running.printed(linkForm);
    const response = await ask(origin, "/enrolment/look", { p: 1, code: "0".repeat(1_200_000) });
    expect(response.status).toBe(413);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  test("data of a newer version end the start with one line, and stay as they are", async () => {
    const settings = await dialect.settings();
    const database = await openAt(settings);
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2031')`.execute(
      database,
    );
    await database.destroy();
    await expectOneLine([], { ...settings, PORT: "0" }, /newer version/);
  });

  test("a demonstration leaves real work alone", async () => {
    const settings = await dialect.settings();
    const database = await openAt(settings);
    await database.insertInto("member").values({ id: "somebody", created_at: 0 }).execute();
    await database.destroy();
    await expectOneLine(["--demo"], { ...settings, PORT: "0" }, /in use/);
  });
});

test("a port that is taken ends the start with one line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const environment = { KATVE_DATA: await temporaryFolder(), PORT: String(port) };
  await expectOneLine([], environment, new RegExp(`Port ${port} is taken`));
});

test("a data folder that cannot be used ends the start with one line", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  for (const KATVE_DATA of [file, "/sys/katve"]) {
    const line = new RegExp(`${KATVE_DATA} cannot be used \\(E[A-Z]+\\)`);
    await expectOneLine([], { KATVE_DATA, PORT: "0" }, line);
  }
});

test("a setting that cannot be ends the start with one line", async () => {
  const KATVE_DATA = await temporaryFolder();
  await expectOneLine(
    [],
    { KATVE_DATA, KATVE_ORIGIN: "katve.example/path" },
    /KATVE_ORIGIN has to be/,
  );
  await expectOneLine(
    [],
    { KATVE_DATA, PORT: "0", HOST: "192.0.2.1" },
    /cannot listen \(EADDRNOTAVAIL\)/,
  );
  await expectOneLine(["--wat"], { KATVE_DATA, PORT: "0" }, /--demo/);
});
