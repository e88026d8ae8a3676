import {
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join, relative } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { eraOf } from "#domain/era.ts";
import { firstStart } from "#endpoint/starter/first-start.ts";
import { clock, filledFolder, katve, onData } from "../support/endpoint/data-files.ts";
import { makeSeededChance } from "../support/platform.ts";
import { runEndpoint, temporaryFolder } from "../support/endpoint/run-endpoint.ts";

/** What of the data a restoration changes and what it leaves. */
const factsOf = (folder: string) =>
  onData(folder, async (database) => {
    const records = await database
      .selectFrom("entity")
      .select(["id", "fields"])
      .orderBy("id")
      .execute();
    const versions = await database.selectFrom("entity").select("ver").execute();
    const scopes = await database.selectFrom("scope").select("epoch").execute();
    return {
      records,
      eras: [...new Set(versions.map(({ ver }) => eraOf(ver)))],
      epochs: scopes.map(({ epoch }) => epoch),
    };
  });

const addDevices = (folder: string, member: string, ids: readonly string[]) =>
  onData(folder, async (database) => {
    await database
      .insertInto("member")
      .values({ id: member, created_at: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const device = { member_id: member, key: "{}", created_at: 1, revoked_at: null };
    for (const id of ids) {
      await database
        .insertInto("device")
        .values({ ...device, id, label: `puhelin ${id}` })
        .execute();
    }
  });

const revokeDevices = (folder: string, ids: readonly string[], at: number) =>
  onData(folder, (database) =>
    database.updateTable("device").set({ revoked_at: at }).where("id", "in", ids).execute(),
  );

const devicesOf = (folder: string) =>
  onData(folder, (database) =>
    database.selectFrom("device").select(["id", "revoked_at"]).orderBy("id").execute(),
  );

describe("a backup", () => {
  test("is one file that only its owner may read, and takes the place of none", async () => {
    const data = await filledFolder();
    const folder = await temporaryFolder();
    const file = join(folder, "copy.sqlite");
    expect(await katve(data, "backup", file)).toContain("checked");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    expect(await katve(data, "backup", file)).toContain("is there already");
    expect(await readFile(file)).toEqual(before);
    expect(await readdir(folder)).toEqual(["copy.sqlite"]);
    expect(await katve(folder, "backup", join(folder, "x"))).toContain("start the endpoint first");
  });

  test("gets no name that SQLite would take for a part of the data", async () => {
    const data = await filledFolder();
    const link = join(await temporaryFolder(), "link");
    await symlink(data, link);
    const before = await readdir(data);
    for (const end of ["-wal", "-shm", "-journal"]) {
      for (const folder of [data, relative("", data), link]) {
        const told = await katve(data, "backup", join(folder, `katve.sqlite${end}`));
        expect(told).toContain("belongs to the data themselves");
      }
    }
    expect(await readdir(data)).toEqual(before);
    expect(await katve(data, "backup", join(data, "other.sqlite-wal"))).toContain("checked");
  });

  test("has what is still in the log of the database that is written to", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await onData(data, async (database) => {
      await database.updateTable("scope").set({ seq: 777 }).execute();
      expect(await katve(data, "backup", file)).toContain("checked");
    });
    await katve(data, "restore", file);
    await onData(data, async (database) => {
      const scope = await database.selectFrom("scope").select("seq").executeTakeFirstOrThrow();
      expect(scope.seq).toBe(777);
    });
  });
});

describe("a file that cannot be", () => {
  test("is told of in one line with exit code 1, and nothing is left of it", async () => {
    const KATVE_DATA = await filledFolder();
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "text");
    const told = async (...args: string[]) => {
      const { status, output, errors } = await runEndpoint("command.ts", args, { KATVE_DATA });
      expect({ status, output }).toEqual({ status: 1, output: "" });
      expect(errors).toMatch(/^katve: [^\n]+\n$/);
      return errors;
    };
    expect(await told("backup", join(folder, "none/x"))).toContain("there is no such folder");
    expect(await told("backup", join(folder, "file/x"))).toContain("a part of its path is no");
    expect(await told("backup", folder)).toContain("is there already");
    expect(await told("backup", "")).toContain("Into which file?");
    expect(await told("backup", folder, "--check")).toContain("cannot be read as a file");
    expect(await told("restore", folder)).toContain("cannot be read as a file");
    expect(await told("restore", "")).toContain("From which file?");
    expect(await readdir(folder)).toEqual(["file"]);
    const taken = join(KATVE_DATA, "katve.sqlite/below");
    const elsewhere = await filledFolder();
    await katve(elsewhere, "backup", join(folder, "copy"));
    const into = await runEndpoint("command.ts", ["restore", join(folder, "copy")], {
      KATVE_DATA: taken,
    });
    expect(into).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/^katve: .*\n$/) as string,
    });
  });

  test("of a newer version is not restored", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await onData(data, (database) =>
      sql`insert into kysely_migration (name, timestamp) values ('999-newer', '')`.execute(
        database,
      ),
    );
    await katve(data, "backup", file);
    const empty = await temporaryFolder();
    expect(await katve(empty, "restore", file)).toContain("newer version of Katve");
    expect((await readdir(empty)).filter((name) => name !== "erasure.key")).toEqual([]);
  });
});

describe("a restoration", () => {
  test("changes no record, counts everything anew in a new era, and keeps what was there", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    const before = await factsOf(data);
    const told = await katve(data, "restore", file);
    const after = await factsOf(data);
    expect(after.records).toEqual(before.records);
    expect(new Set(after.epochs).size).toBe(1);
    expect(before.epochs).not.toContain(after.epochs[0]);
    expect(before.eras).toEqual([0]);
    const [era = 0] = after.eras;
    expect(after.eras).toHaveLength(1);
    expect(era).toBeGreaterThan(0);
    const [kept = ""] = /katve-before-\S+\.sqlite/.exec(told) ?? [];
    expect((await readdir(data)).sort()).toEqual(["erasure.key", kept, "katve.sqlite"]);
  });

  test("of the same backup in the same minute makes another era all the same", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    await katve(data, "restore", file);
    const [first = 0] = (await factsOf(data)).eras;
    clock.advance(1_000);
    await katve(data, "restore", file);
    expect((await factsOf(data)).eras).toEqual([first + 1]);
  });

  test("leaves revoked what was revoked since, also a device that joined since, and says so", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await addDevices(data, "m1", ["kept", "revoked-since", "revoked-before"]);
    await revokeDevices(data, ["revoked-before"], 1_000);
    await katve(data, "backup", file);
    await addDevices(data, "m1", ["joined-since"]);
    await addDevices(data, "m2", ["of-nobody"]);
    await revokeDevices(data, ["revoked-since", "joined-since", "of-nobody"], 2_000);
    const [, told = ""] = (await katve(data, "restore", file)).split("and stay so:\n");
    expect(told).toMatch(
      /^joined-since +puhelin joined-since\nof-nobody +puhelin of-nobody\nrevoked-since +puhelin revoked-since\n$/,
    );
    expect(await devicesOf(data)).toEqual([
      { id: "joined-since", revoked_at: 2_000 },
      { id: "kept", revoked_at: null },
      { id: "of-nobody", revoked_at: 2_000 },
      { id: "revoked-before", revoked_at: 1_000 },
      { id: "revoked-since", revoked_at: 2_000 },
    ]);
    clock.advance(1_000);
    const empty = await temporaryFolder();
    expect(await katve(empty, "restore", file)).toContain("has to be revoked again");
    expect(await katve(empty, "restore", file)).toContain("No device was revoked");
  });

  test("of what is no whole backup changes nothing; an empty folder gets its data from one", async () => {
    const data = await filledFolder();
    const elsewhere = await temporaryFolder();
    const file = (name: string) => join(elsewhere, `${name}.sqlite`);
    await katve(data, "backup", file("copy"));
    await writeFile(file("text"), "this is no database, only some text ".repeat(50));
    const torn = await readFile(file("copy"));
    torn.fill(0xff, 4_096, 12_288);
    await writeFile(file("torn"), torn);
    const empty = await temporaryFolder();
    expect(await katve(empty, "restore", file("none"))).toContain("There is no file");
    expect(await katve(empty, "restore", file("text"))).toContain("is no backup of Katve");
    expect(await katve(empty, "restore", file("torn"))).toContain("is damaged");
    expect(await readdir(empty)).toEqual([]);
    await katve(empty, "restore", file("copy"));
    expect((await factsOf(empty)).records).toEqual((await factsOf(data)).records);
  });
});

describe("files of the data", () => {
  test("are for their owner alone, also those that were not", async () => {
    const data = join(await temporaryFolder(), "data");
    await mkdir(data);
    await writeFile(join(data, "katve.sqlite"), "");
    await chmod(join(data, "katve.sqlite"), 0o644);
    const modes = async () =>
      Promise.all(
        (await readdir(data)).map(async (name) => {
          const { mode } = await stat(join(data, name));
          return [name, (mode & 0o777).toString(8)];
        }),
      );
    const only = (...names: string[]) => names.map((name) => [name, "600"]);
    await onData(data, async (database) => {
      await firstStart(database, makeSeededChance(1), clock.now());
      expect(await modes()).toEqual(only("katve.sqlite", "katve.sqlite-shm", "katve.sqlite-wal"));
    });
    const file = join(data, "copy.sqlite");
    await katve(data, "backup", file);
    await chmod(file, 0o644);
    await chmod(join(data, "katve.sqlite"), 0o644);
    const told = await katve(data, "restore", file);
    const [, kept = ""] = /(katve-before-\S+\.sqlite)/.exec(told) ?? [];
    expect(told).toContain("delete it as soon as");
    await chmod(file, 0o600);
    expect(await modes()).toEqual(only("copy.sqlite", "erasure.key", kept, "katve.sqlite"));
  });

  test("that are too broken to open are set aside with their log for a backup", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    const before = await factsOf(data);
    await onData(data, async (database) => {
      await database.updateTable("scope").set({ seq: 777 }).execute();
      await cp(join(data, "katve.sqlite-wal"), join(data, "log"));
    });
    await writeFile(join(data, "katve.sqlite"), "no database any more ".repeat(300));
    await rename(join(data, "log"), join(data, "katve.sqlite-wal"));
    const [kept = ""] = /katve-before-\S+\.sqlite/.exec(await katve(data, "restore", file)) ?? [];
    const left = await readdir(data);
    expect(left).toContain(`${kept}-wal`);
    expect(left).not.toContain("katve.sqlite-wal");
    expect((await factsOf(data)).records).toEqual(before.records);
  });

  test("that were copied by hand with their log are restored with what is in it", async () => {
    const data = await filledFolder();
    const copied = await temporaryFolder();
    await onData(data, async (database) => {
      await database.updateTable("scope").set({ seq: 777 }).execute();
      for (const end of ["", "-wal"])
        await cp(join(data, `katve.sqlite${end}`), join(copied, `copy.sqlite${end}`));
    });
    await katve(data, "restore", join(copied, "copy.sqlite"));
    await onData(data, async (database) => {
      const scope = await database.selectFrom("scope").select("seq").executeTakeFirstOrThrow();
      expect(scope.seq).toBe(777);
    });
  });
});

describe("a look at a backup", () => {
  test("tells a whole one from a broken one and from something else", async () => {
    const data = await filledFolder();
    const file = join(await temporaryFolder(), "copy.sqlite");
    await katve(data, "backup", file);
    expect(await katve(data, "backup", file, { check: true })).toContain("is whole");
    await writeFile(file, (await readFile(file)).subarray(0, 5_000));
    expect(await katve(data, "backup", file, { check: true })).toContain("is damaged");
  });
});
