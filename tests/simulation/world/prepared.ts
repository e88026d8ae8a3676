import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { DeviceId, MemberId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { loadKind } from "#endpoint/records/entities.ts";
import { makePartner } from "#endpoint/records/partners.ts";
import type { Edit } from "#store/write.ts";
import { enrolPhone, type Phone } from "../../integration/support/phone.ts";
import { makeEndpoint, type TestEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { fieldsOf } from "./catalog.ts";
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
  /** Organisations that have a scope, with which records are shared. */
  readonly partners: readonly ScopeId[];
  readonly phones: readonly PreparedPhone[];
};

const membersCount = 5;
const phonesCount = 8;
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
  const partners = await makePartners(endpoint);
  return {
    database: await bytesOf(endpoint.database),
    now: endpoint.clock.now(),
    area: endpoint.area,
    teams,
    partners,
    phones: phones.map((phone, nth) => ({
      member: phone.member,
      device: phone.store().identity.device,
      cookie: phone.network.cookie,
      fresh: fresh[nth] ?? imageOf(phone.profile.disk),
      loaded: imageOf(phone.profile.disk),
    })),
  };
};

const makePartners = async ({ database, area, chance }: TestEndpoint): Promise<ScopeId[]> => {
  const organisations = await loadKind(database, organisationKind.name);
  return database
    .transaction()
    .execute((transaction) =>
      Promise.all(organisations.map(({ id }) => makePartner(transaction, id, area, chance))),
    );
};

/** What the area has and what each team has when a schedule begins, by kind. */
const firstOfArea = { event: 6, "later-kind": 12 };
const firstOfTeam = { client: 3, referral: 3, appointment: 1 };

const firstRecords = (phone: Phone, isFirst: boolean): Edit[] => {
  const store = phone.store();
  const [area] = [...store.ledger.scopes()].find(([, { kind }]) => kind === "area") ?? [];
  const make = (home: ScopeId | undefined, counts: Readonly<Record<string, number>>): Edit[] =>
    Object.entries(counts).flatMap(([kind, count]) =>
      Array.from({ length: home === undefined ? 0 : count }, (_, nth) => ({
        verb: "new" as const,
        record: store.newRecordId(),
        kind,
        home: home as ScopeId,
        fields: textsOf(kind, nth),
      })),
    );
  return [...make(isFirst ? area : undefined, firstOfArea), ...make(phone.team(), firstOfTeam)];
};

/** A few words in every text of a record, for people to write into. */
const textsOf = (kind: string, nth: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(kind))
      .filter(([, field]) => field.kind === "text")
      .map(([field]) => [field, `Alku ${nth} oli tässä. Siitä jatkettiin eteenpäin.`]),
  );

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
