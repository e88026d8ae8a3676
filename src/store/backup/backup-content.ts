import * as v from "valibot";
import type { EraVersions } from "#domain/era.ts";
import { refusalCodes } from "#domain/failure.ts";
import {
  type DeviceId,
  deviceIdSchema,
  type MemberId,
  memberIdSchema,
  type OpId,
  opIdSchema,
  recordIdSchema,
  type ScopeId,
  scopeIdSchema,
} from "#domain/ids.ts";
import { type Instant, isInstant } from "#domain/instant.ts";
import { membersSchema } from "#domain/fields/members.ts";
import type { Json } from "#domain/json.ts";
import { type Role, roles, type ScopeKind, scopeKinds } from "#domain/kind.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { BackupFailure, OpenedFile } from "./backup-file.ts";
import type { TrayEntry } from "../tray.ts";

/** A record of a backup: a living one, as the endpoint gave it. */
export type BackupRecord = Omit<RecordState, "deleted">;

/**
 * What a backup holds. `clockAheadMs` is how far the device's clock was ahead of the endpoint's; `null` before the first
 * exchange. `edits` are in the order they were made, each with the save it belongs to. `sent` are those that the endpoint
 * acknowledged, likewise, each with the versions its record had then and the endpoint's clock: an endpoint that was restored
 * may have lost them. The area is among the scopes.
 */
export type BackupContent = {
  readonly madeAt: Instant;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly clockAheadMs: number | null;
  readonly edits: readonly { readonly save: OpId; readonly op: Op }[];
  readonly sent: readonly {
    readonly save: OpId;
    readonly op: Op;
    readonly was: EraVersions;
    readonly at: Instant;
  }[];
  readonly tray: readonly TrayEntry[];
  readonly drafts: readonly { readonly id: string; readonly content: Json }[];
  readonly scopes: readonly {
    readonly scope: ScopeId;
    readonly kind: ScopeKind;
    readonly role: Role;
    readonly records: readonly BackupRecord[];
  }[];
};

const json = v.unknown() as v.GenericSchema<unknown, Json>;
const instant = v.custom<Instant>(isInstant);
const count = v.pipe(v.number(), v.safeInteger());

const edit = {
  id: opIdSchema,
  record: recordIdSchema,
  seen: v.union([v.object({ ver: count }), v.object({ after: opIdSchema })]),
  at: instant,
  endpointAt: instant,
  was: v.optional(v.array(count)),
};
const onField = { ...edit, field: v.string() };
const op = v.variant("verb", [
  v.object({
    ...edit,
    verb: v.literal("new"),
    value: v.object({ kind: v.string(), home: scopeIdSchema, fields: membersSchema }),
  }),
  v.object({ ...onField, verb: v.picklist(["set", "add"]), value: json }),
  v.object({
    ...onField,
    verb: v.literal("text"),
    value: v.string(),
    hash: v.string(),
    base: v.optional(v.string()),
  }),
  v.object({ ...onField, verb: v.literal("inc"), value: count }),
  v.object({ ...onField, verb: v.literal("rem") }),
  v.object({ ...edit, verb: v.picklist(["share", "unshare"]), scope: scopeIdSchema }),
  v.object({ ...edit, verb: v.literal("del") }),
]);

const record = {
  id: recordIdSchema,
  kind: v.string(),
  home: scopeIdSchema,
  shares: v.array(scopeIdSchema),
  ver: count,
  fields: membersSchema,
};

const content = v.object({
  madeAt: instant,
  member: memberIdSchema,
  device: deviceIdSchema,
  clockAheadMs: v.nullable(v.number()),
  edits: v.array(v.object({ save: opIdSchema, op })),
  sent: v.array(v.object({ save: opIdSchema, op, was: v.array(count), at: instant })),
  // A newer program may know further reasons: the edit is worth more than its reason.
  tray: v.array(
    v.object({
      op,
      reason: v.fallback(v.picklist(refusalCodes), "edit.value_invalid"),
      about: v.nullable(v.object({ ...record, deleted: v.boolean() })),
    }),
  ),
  drafts: v.array(v.object({ id: v.string(), content: json })),
  scopes: v.array(
    v.object({
      scope: scopeIdSchema,
      kind: v.picklist(scopeKinds),
      role: v.picklist(roles),
      records: v.array(v.object(record)),
    }),
  ),
});

/**
 * Brings contents of older files to the present form: the n-th takes one of version n to version n + 1. Whoever raises
 * `BACKUP_VERSION` adds one, and keeps the examples of the version before (`tests/vectors/store`).
 */
const upcasts: readonly ((content: unknown) => unknown)[] = [
  // Files of version 1 have no acknowledged edits.
  (content) => ({ ...(content as object), sent: [] }),
];

/** Reads what a file held, whatever version wrote it. Fails with `backup.damaged` for what no version writes. */
export const readBackupContent = (file: OpenedFile): Result<BackupContent, BackupFailure> => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson()), file.content);
  if (!parsed.success) return fail({ code: "backup.damaged" });
  const present = upcasts
    .slice(file.version - 1)
    .reduce((older, upcast) => upcast(older), parsed.output);
  const read = v.safeParse(content, present);
  return read.success ? ok(read.output as BackupContent) : fail({ code: "backup.damaged" });
};
