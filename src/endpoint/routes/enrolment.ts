import type { Context, Hono } from "hono";
import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { teamKind } from "#domain/kinds/team.ts";
import { hasPersonalCode } from "#domain/personal-code.ts";
import { readRecord } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import {
  type EnrolAnswer,
  enrolRequestSchema,
  type LookAnswer,
  lookRequestSchema,
} from "#protocol/enrolment.ts";
import { verifyAssertion } from "../access/assertion.ts";
import { areaOfTeam, enrol, nameOf } from "../access/enrol.ts";
import { findCode, type FoundCode, type Invitation } from "../access/enrolment-code.ts";
import type { Schema } from "../database/schema.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { addressOf } from "../http/address.ts";
import { writeSessionCookie } from "../http/cookie.ts";
import { parseBody } from "../http/parse-body.ts";
import { loadEntities } from "../records/entities.ts";

/** `POST /enrolment/look` and `POST /enrolment`: see `protocol/enrolment.ts`. */
export const addEnrolmentRoutes = (app: Hono, deps: RouteDeps): void => {
  app.post("/enrolment/look", async (context) => {
    const answer = await look(context, deps);
    return answer.ok
      ? context.json(answer.value)
      : refusalResponse(answer.failure, deps.clock.now());
  });
  app.post("/enrolment", async (context) => {
    const answer = await enrolDevice(context, deps);
    return answer.ok
      ? context.json(answer.value)
      : refusalResponse(answer.failure, deps.clock.now());
  });
};

const look = async (context: Context, deps: RouteDeps): Promise<Result<LookAnswer, Refusal>> => {
  const body = await parseBody(context.req.raw, lookRequestSchema);
  if (!body.ok) return body;
  const now = deps.clock.now();
  const found = await tryCode(context, deps, body.value.code, now);
  if (!found.ok) return found;
  if (found.value.usedBy !== null) return fail(refusal("code.used"));
  return ok(await describe(deps.database, found.value.invitation));
};

const describe = async (
  database: Kysely<Schema>,
  { team, member }: Invitation,
): Promise<LookAnswer> => {
  const area = await areaOfTeam(database, team);
  const [areaRecord, teamRecord] = await Promise.all([
    recordOfScope(database, area),
    recordOfScope(database, team),
  ]);
  const { nameFi, nameSv, nameEn } = readRecord(areaKind, areaRecord).values;
  const name = member === null ? null : await nameOf(database, member);
  return {
    area: { fi: nameFi, sv: nameSv, en: nameEn },
    team: readRecord(teamKind, teamRecord).values.name,
    ...(name === null ? {} : { name }),
  };
};

/** Every area and team has a record with the id of its scope. */
const recordOfScope = async (database: Kysely<Schema>, scope: ScopeId) => {
  const id = scope as string as RecordId;
  const record = (await loadEntities(database, [id])).get(id);
  if (record === undefined) throw new Error("a scope has no record");
  return record;
};

/**
 * The proof's times are not judged: a device that is being enrolled has not heard our clock yet, and its own may be wrong
 * by any amount. What limits the proof in time is the code, which lives for 15 minutes.
 */
const enrolDevice = async (
  context: Context,
  deps: RouteDeps,
): Promise<Result<EnrolAnswer, Refusal>> => {
  const { database, clock, chance, wakeBus } = deps;
  const body = await parseBody(context.req.raw, enrolRequestSchema);
  if (!body.ok) return body;
  const { code, name, member, device, proof } = body.value;
  // The label is kept as it is, and PostgreSQL keeps no text with a NUL in it.
  if (hasPersonalCode(name) || hasPersonalCode(device.label) || device.label.includes("\0")) {
    return fail(refusal("body.not_understood"));
  }
  const now = clock.now();
  const found = await tryCode(context, deps, code, now);
  if (!found.ok) return found;
  const verified = await verifyAssertion(proof, device.id, device.key);
  if (!verified.ok) return fail(refusal(verified.failure));
  const enrolment = { code, name, member, device, proof: verified.value };
  const enrolled = await enrol(database, enrolment, chance, now);
  if (!enrolled.ok) return fail(refusal(enrolled.failure));
  writeSessionCookie(context, deps.origin, enrolled.value.token);
  if (enrolled.value.area !== null) await wakeBus.publish(new Map([[enrolled.value.area, null]]));
  return ok({ member: enrolled.value.member, name: enrolled.value.name });
};

const tryCode = async (
  context: Context,
  { database, attempts }: RouteDeps,
  code: string,
  now: Instant,
): Promise<Result<FoundCode, Refusal>> => {
  const address = addressOf(context);
  const retryAfterMs = attempts.waitMs(address);
  if (retryAfterMs > 0) return fail({ code: "requests.too_many", retryAfterMs });
  const found = await findCode(database, code, now);
  if (found.ok) return found;
  if (found.failure === "code.unknown") attempts.countWrong(address);
  return fail(refusal(found.failure));
};
