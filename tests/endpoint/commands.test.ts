import { describe, expect, test } from "vitest";
import type { OpId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { CommandOptions } from "#endpoint/commands/command.ts";
import { commands, dataCommands } from "#endpoint/commands/all.ts";
import { help } from "#endpoint/commands/help.ts";
import { readArguments } from "#endpoint/commands/read-arguments.ts";
import { enrolledDevice, makeDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";
import { enrolPhone } from "../integration/support/phone.ts";
import { expectOk } from "../support/result.ts";
import { runEndpoint, temporaryFolder } from "../support/endpoint/run-endpoint.ts";

const run = async (endpoint: TestEndpoint, name: string, options: CommandOptions = {}) => {
  const command = commands.get(name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const outcome = await command.run({ ...endpoint, origin: "http://localhost:8787" }, options);
  return outcome.ok ? outcome.value : outcome.failure;
};

const codeIn = (text: string) => /\/enrol#([0-9A-Z]{10})/.exec(text)?.[1] ?? "";

describe.each(dialects)("the command line on $name", (dialect) => {
  test("makes a link with its QR code for a new adviser, or a coordinator", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const printed = await run(endpoint, "code");
    expect(printed).toContain("http://localhost:8787/enrol#");
    expect(printed).toContain("█");
    const adviser = await makeDevice(endpoint);
    await adviser.enrol(codeIn(printed));
    expect((await adviser.sync()).header.scopes[endpoint.team]).toEqual(["team", "adviser"]);
    const coordinator = await makeDevice(endpoint);
    await coordinator.enrol(codeIn(await run(endpoint, "code", { coordinator: true })));
    expect((await coordinator.sync()).header.scopes[endpoint.team]).toEqual([
      "team",
      "coordinator",
    ]);
  });

  test("asks which team when there are several, and takes a name or an id", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const other = await endpoint.addTeam("Toinen tiimi");
    expect(await run(endpoint, "code")).toContain('--team "Toinen tiimi"');
    expect(await run(endpoint, "code", { team: "Kolmas" })).toContain("Which team?");
    for (const team of ["Toinen tiimi", other]) {
      const device = await makeDevice(endpoint);
      await device.enrol(codeIn(await run(endpoint, "code", { team })));
      expect(Object.keys((await device.sync()).header.scopes)).toContain(other);
    }
  });

  test("makes a link for a further device of a member, in the member's own team and role", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const other = await endpoint.addTeam("Toinen tiimi");
    const first = await enrolledDevice(endpoint, {
      team: other,
      role: "coordinator",
      name: "Aino Esimerkki",
    });
    const second = await makeDevice(endpoint);
    await second.enrol(codeIn(await run(endpoint, "code", { member: first.member })));
    expect(second.member).toBe(first.member);
    expect((await second.sync()).header.scopes).toEqual({
      [endpoint.area]: ["area", "coordinator"],
      [first.member]: ["person", "coordinator"],
      [other]: ["team", "coordinator"],
    });
    expect(await run(endpoint, "code", { member: "nobody" })).toContain("No member has this id");
  });

  test("lets a partner's person in, who sees what is shared with the organisation alone", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    expect(await run(endpoint, "code", { partner: "Nobody" })).toContain('--partner "Koepaja ry"');
    const instructor = await makeDevice(endpoint);
    await instructor.enrol(codeIn(await run(endpoint, "code", { partner: "Koepaja ry" })));
    const kinds = Object.values((await instructor.sync()).header.scopes).map(([kind]) => kind);
    expect(kinds).toEqual(["area", "partner", "person"]);
    expect(await run(endpoint, "members")).toContain("Koepaja ry (adviser)");
  });

  test("lets a member into a further team and out again; the records come and go", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const other = await endpoint.addTeam("Toinen tiimi");
    const device = await enrolledDevice(endpoint);
    const { member } = device;
    const scopesNow = async () => Object.keys((await device.sync()).header.scopes);
    expect(await scopesNow()).not.toContain(other);
    const at = { member, team: "Toinen tiimi" };
    expect(await run(endpoint, "join", { ...at, coordinator: true })).toContain("is in");
    expect((await device.sync()).header.scopes[other]).toEqual(["team", "coordinator"]);
    expect(await run(endpoint, "leave", at)).toContain("leave the devices");
    expect(await scopesNow()).not.toContain(other);
    expect(await run(endpoint, "leave", at)).toContain("No such member");
    expect(await run(endpoint, "leave", { team: "Toinen tiimi" })).toContain("Which member?");
    expect(await run(endpoint, "join", { member: "nobody", team: other })).toContain(
      "Which member?",
    );
    expect(await run(endpoint, "join", { member, team: "Kolmas" })).toContain("Which team?");
  });

  test("lists teams, members and devices", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    expect(await run(endpoint, "teams")).toMatch(/Koetiimi +1\n/);
    expect(await run(endpoint, "members")).toMatch(/Aino Esimerkki +Koetiimi \(adviser\) +1\n/);
    expect(await run(endpoint, "devices")).toContain(
      `${device.id}  Aino Esimerkki  Koepuhelin  2026-11-26`,
    );
  });

  test("revokes a device, once", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    expect(await run(endpoint, "revoke", { device: device.id })).toContain("Revoked.");
    await expectRefused(await device.post("/sync", device.request()), 410, "device.revoked");
    expect(await run(endpoint, "revoke", { device: device.id })).toContain("No device in use");
    expect(await run(endpoint, "revoke")).toContain("Which device?");
    expect(await run(endpoint, "members")).toMatch(/ 0\n/);
  });
});

describe.each(dialects)("an edit that was refused on $name", (dialect) => {
  test("gets through at the first try when its author is let in, before the phone has heard of it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const phone = await enrolPhone(endpoint, 1);
    await phone.addClient("Veikko");
    const at = { member: phone.member, team: "Koetiimi" };
    await run(endpoint, "leave", at);
    await phone.exchange();
    const tray = () => phone.store().tray;
    const [entry, ...others] = expectOk(await tray().read());
    expect([entry?.reason, others]).toEqual(["edit.not_allowed", []]);
    await run(endpoint, "join", at);
    expectOk(await tray().retry(entry?.op.id as OpId));
    await phone.exchange();
    expect(expectOk(await tray().read())).toEqual([]);
    const names = [...phone.store().ledger.all(clientKind).values()].map((one) => one.values.name);
    expect([names, phone.store().exchange.unsent()]).toEqual([["Veikko"], []]);
  });
});

test("the command line explains itself, and says in one line what it does not understand", async () => {
  const KATVE_DATA = await temporaryFolder();
  const told = await runEndpoint("command.ts", ["--help"], {});
  expect(told).toEqual({ status: 0, output: help(), errors: "" });
  const version = await runEndpoint("command.ts", ["--version"], {});
  expect(version).toMatchObject({ status: 0, errors: "" });
  expect(version.output).toMatch(/^katve \d+\.\d+\.\d+\n$/);
  const unknown = await runEndpoint("command.ts", ["dance"], {});
  expect(unknown).toMatchObject({ status: 2, output: "" });
  expect(unknown.errors).toMatch(/^katve: There is no command dance, .*\n$/);
  const nowhere = await runEndpoint("command.ts", ["teams"], { KATVE_DATA: `${KATVE_DATA}/none` });
  expect(nowhere).toMatchObject({
    status: 1,
    errors: expect.stringContaining("start the endpoint first") as string,
  });
});

describe("arguments", () => {
  const wordsOf = (...args: string[]) => {
    const read = readArguments(args);
    if (!read.ok) return read.failure;
    return read.value.what === "words" ? read.value.words : read.value.options;
  };

  test("that ask for help get it, of everything or of the command they name", () => {
    for (const args of [[], ["help"], ["-h"], ["--help"]]) expect(wordsOf(...args)).toBe(help());
    for (const [name, { usage, summary }] of [...commands, ...dataCommands]) {
      const own = wordsOf("help", name);
      expect(own).toContain(usage);
      expect(own).toContain(summary);
      for (const args of [
        [name, "-h"],
        [name, "--help"],
      ])
        expect(wordsOf(...args)).toBe(own);
    }
    expect(wordsOf("help", "dance")).toContain("no command dance");
  });

  test("that a command does not know are named, together with how it goes", () => {
    expect(wordsOf("code", "--wat")).toMatch(/^code has no option --wat\. .*-- code \[--team/);
    expect(wordsOf("code", "-w")).toContain("code has no option -w.");
    expect(wordsOf("code", "--team")).toContain("--team wants a value.");
    expect(wordsOf("code", "--team", "--coordinator")).toContain("--team wants a value.");
    expect(wordsOf("code", "--coordinator=yes")).toContain("--coordinator takes no value.");
    expect(wordsOf("teams", "all")).toContain('teams does not take "all".');
    expect(wordsOf("backup", "one", "two")).toContain('backup does not take "two".');
  });

  test("that are ids may begin with a hyphen", () => {
    const id = "-Ejs_UWLDk28q2brUMU_Hg";
    expect(wordsOf("revoke", "--device", id)).toEqual({ device: id });
    expect(wordsOf("erase", id, "--dry-run")).toEqual({ RECORD: id, "dry-run": true });
    expect(wordsOf("erase", "--dry-run", "--", id)).toEqual({ RECORD: id, "dry-run": true });
    expect(wordsOf("find", "--", "-x")).toEqual({ NAME: "-x" });
    expect(wordsOf("revoke", "--device", "--wat")).toContain("--device wants a value.");
  });
});
