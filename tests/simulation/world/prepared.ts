import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { DeviceId, MemberId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import type { Edit } from "#store/write.ts";
import { enrolPhone, type Phone } from "../../integration/support/phone.ts";
import { makeEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { expectOk } from "../../support/result.ts";
import { type DiskImage, imageOf } from "./disk.ts";

/** A phone as every schedule finds it: enrolled, and its disk before and after its first exchange. */
export type PreparedPhone = {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly cookie: string;
  readonly fresh: DiskImage;
  readonly loaded: DiskImage;
};

/** What every schedule begins with, made once: enrolling eight phones takes longer than a schedule. */
export type Prepared = {
  readonly database: Buffer;
  readonly now: Instant;
  readonly area: ScopeId;
  readonly teams: readonly ScopeId[];
  readonly phones: readonly PreparedPhone[];
};

const membersCount = 5;
const phonesCount = 8;
/** So many that a scope's first line becomes a segment on the disk, and resets have something to carry. */
const recordsOfArea = 18;
const recordsOfTeam = 6;

/** Makes an area of three teams, five members, eight phones, and some records. */
export const prepare = async (): Promise<Prepared> => {
  await using endpoint = await makeEndpoint();
  const teams = [endpoint.team, await endpoint.addTeam("Toinen"), await endpoint.addTeam("Kolmas")];
  const phones: Phone[] = [];
  for (let nth = 0; nth < phonesCount; nth += 1) {
    const member = phones[nth % membersCount]?.member ?? null;
    const team = teams[(nth % membersCount) % teams.length] ?? endpoint.team;
    const invitation = { team, role: "adviser", member } as const;
    phones.push(await enrolPhone(endpoint, 1_000 + nth, { isQuiet: true, invitation }));
  }
  const fresh = phones.map(({ profile }) => imageOf(profile.disk));
  for (const phone of phones.slice(0, teams.length)) {
    await phone.exchange();
    expectOk(await phone.store().write(firstRecords(phone, phone === phones[0])));
    await phone.exchange();
  }
  for (const phone of phones) await phone.exchange();
  return {
    database: await bytesOf(endpoint.database),
    now: endpoint.clock.now(),
    area: endpoint.area,
    teams,
    phones: phones.map((phone, nth) => ({
      member: phone.member,
      device: phone.store().identity.device,
      cookie: phone.network.cookie,
      fresh: fresh[nth] ?? imageOf(phone.profile.disk),
      loaded: imageOf(phone.profile.disk),
    })),
  };
};

const firstRecords = (phone: Phone, isFirst: boolean): Edit[] => {
  const store = phone.store();
  const make = (kind: string, home: ScopeId, fields: Record<string, string>): Edit => ({
    verb: "new",
    record: store.newRecordId(),
    kind,
    home,
    fields,
  });
  const [area] = [...store.ledger.scopes()].find(([, { kind }]) => kind === "area") ?? [];
  const count = isFirst && area !== undefined ? recordsOfArea : 0;
  return [
    ...Array.from({ length: count }, (_, nth) =>
      make("later-kind", area as ScopeId, { alpha: `alku ${nth}`, beta: `Alku ${nth} oli.` }),
    ),
    ...Array.from({ length: recordsOfTeam }, (_, nth) =>
      make("client", phone.team(), {
        name: `alku ${nth}`,
        phone: "",
        language: "fi",
        note: `Alku ${nth} oli tässä. Siitä jatkettiin eteenpäin.`,
      }),
    ),
  ];
};

/** A whole database as the bytes of its file. */
export const bytesOf = async (database: Kysely<Schema>): Promise<Buffer> => {
  const folder = mkdtempSync(join(tmpdir(), "katve-simulation-"));
  try {
    const file = join(folder, "copy.sqlite");
    await sql`vacuum into ${file}`.execute(database);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
