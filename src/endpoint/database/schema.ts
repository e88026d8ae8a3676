import type { Generated } from "kysely";

/*
 * The tables as Kysely sees them. Names are in snake_case here and nowhere else. Moments are milliseconds since 1970
 * (`domain/instant.ts`); what is JSON is kept as text, so that a database gives back exactly what a device sent.
 */

/** A team, an area, a person or a partner organisation. `seq` is the last number given in it, `floor` the lowest a cursor may have, `epoch` names this counting. */
type ScopeTable = {
  id: string;
  kind: string;
  /** The area a team or a partner belongs to; `null` for an area and for a person. */
  area_id: string | null;
  seq: Generated<number>;
  floor: Generated<number>;
  epoch: string;
};

/** A person who uses the program. The name is in the person's `adviser` record. */
type MemberTable = { id: string; created_at: number };

/** Which member is in which scope, and as what. */
type MembershipTable = { member_id: string; scope_id: string; role: string };

/** An enrolled device. `key` is its public key, a JSON Web Key as text. */
type DeviceTable = {
  id: string;
  member_id: string;
  label: string;
  key: string;
  created_at: number;
  revoked_at: number | null;
};

/** A session. Of its token only the SHA-256 is kept, so that a copy of the database signs nobody in. */
type SessionTable = {
  token_hash: string;
  device_id: string;
  created_at: number;
  used_at: number;
};

/** An enrolment code, by its SHA-256. `member_id` is there when it adds a device to somebody who is a member already. */
type EnrolmentCodeTable = {
  code_hash: string;
  team_id: string;
  role: string;
  member_id: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  used_by: string | null;
};

/** Assertions that were used, until they could not be used anyway. */
type AssertionUsedTable = { device_id: string; jti: string; expires_at: number };

/**
 * The present state of every record. `shares`, `fields` and `stamps` are JSON. `about` is the record that a conflict is
 * about, so that whatever happens to a record happens to what is told of it. `ends_at` is when the time of an appointment
 * ends; `null` for a deleted one, and for whatever else.
 */
export type EntityTable = {
  id: string;
  kind: string;
  home: string;
  shares: string;
  about: string | null;
  ver: number;
  deleted: number;
  fields: string;
  stamps: string;
  ends_at: number | null;
};

/** What changed last in a scope: one row per record, so the log never grows beyond the records. `op` is `put` or `drop`. */
export type FeedTable = {
  scope_id: string;
  entity_id: string;
  seq: number;
  op: string;
  at: number;
  /** 1 when the record was erased: devices wipe whatever they have of it. */
  erased: Generated<number>;
};

/** Every edit that was answered for good, with the answer. `seen` (JSON) is what the author of a refused one had seen. */
export type AppliedTable = {
  op_id: string;
  entity_id: string;
  device_id: string;
  ack: string;
  seen: string | null;
  at: number;
};

/**
 * Values that no longer stand (`merge/entity.ts`, `Earlier`), several of one edit told apart by `part`. `value` is JSON, `joint` 1
 * for what was several people's, `hash` a text's SHA-256: the base that somebody may still be writing on top of it.
 */
export type EarlierTable = {
  op_id: string;
  part: number;
  entity_id: string;
  field: string;
  value: string;
  why: string;
  by_member: string | null;
  by_device: string | null;
  by_at: number | null;
  joint: number;
  hash: string | null;
  at: number;
};

/** Versions of texts that neither stand nor are among the earlier values, by their SHA-256. `body` is JSON, `at` when it was last used. */
export type TextRevTable = {
  entity_id: string;
  field: string;
  hash: string;
  body: string;
  at: number;
};

/** An adviser's calendar: its row is the lock of all its slots. `turn` counts the claims that came to it. */
export type CalendarTable = { adviser: string; turn: number };

/** What a record claims of an adviser's time, and how that was ruled (`domain/claim.ts`, `RuledClaim`). */
export type SlotTable = {
  record_id: string;
  kind: string;
  adviser: string;
  starts_at: number;
  ends_at: number;
  holder: string | null;
  allotment_id: string | null;
  state: string;
  turn: number;
};

/** The eras of these data beside the first (`domain/era.ts`): one for each time they were restored from a backup. */
type RestorationTable = { era: number; at: number };

/** Records that were erased: the HMAC of each id (`lifetime/erasure-key.ts`). It stays for good, and so do their rows in `feed`. */
export type ErasureTable = { id_hash: string; at: number };

/**
 * A calendar that a member's own calendar program reads. Of its address only the SHA-256 of the secret part is kept.
 * `names` is 1 when it says whom a time is for; `fetched_at` is when it was last read.
 */
export type CalendarFeedTable = {
  id: string;
  token_hash: string;
  member_id: string;
  device_id: string;
  label: string;
  language: string;
  names: number;
  made_at: number;
  fetched_at: number | null;
};

/**
 * Another calendar of a member, by its address, which is a secret and leaves the endpoint no more. `id` is that of the
 * `busy` record that its times go into; `read_at` and `failure` are of the last reading.
 */
export type BusySourceTable = {
  id: string;
  member_id: string;
  url: string;
  made_at: number;
  read_at: number | null;
  failure: string | null;
};

/** All tables. */
export type Schema = {
  scope: ScopeTable;
  member: MemberTable;
  membership: MembershipTable;
  device: DeviceTable;
  session: SessionTable;
  enrolment_code: EnrolmentCodeTable;
  assertion_used: AssertionUsedTable;
  entity: EntityTable;
  feed: FeedTable;
  applied: AppliedTable;
  earlier: EarlierTable;
  text_rev: TextRevTable;
  calendar: CalendarTable;
  slot: SlotTable;
  restoration: RestorationTable;
  erasure: ErasureTable;
  calendar_feed: CalendarFeedTable;
  busy_source: BusySourceTable;
};
