import type { Chance } from "#domain/chance.ts";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import {
  bytesToBase64Url,
  type DeviceId,
  makeDeviceId,
  makeOpId,
  makeRecordId,
  type MemberId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import { type Clock, type Instant, toInstant } from "#domain/instant.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Op, Seen } from "#domain/op.ts";
import {
  type DevicePublicKey,
  devicePublicKeySchema,
  type EnrolAnswer,
} from "#protocol/enrolment.ts";
import { assertionLifetimeSeconds } from "#protocol/limits.ts";
import { opToWire } from "#protocol/op.ts";
import { type AssertionClaims, assertionAudience } from "#protocol/session.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import * as v from "valibot";
import { type ReadAnswer, readAnswer } from "./read-answer.ts";
import type { TestEndpoint } from "./make-endpoint.ts";

/** A device as the endpoint meets it: a key, a cookie, and messages. It keeps no records. */
export type TestDevice = {
  readonly id: DeviceId;
  readonly publicKey: DevicePublicKey;
  member: MemberId;
  /** The cookie header it sends; empty before it has a session. */
  cookie: string;
  /** Signs an assertion by the endpoint's clock; `claims` replaces what it would say. */
  sign(claims?: Partial<Record<keyof AssertionClaims, unknown>>): Promise<string>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends an enrolment and keeps its cookie; the caller judges the answer. `owner` is whose vault the device has already. */
  enrol(code: string, name?: string, owner?: MemberId): Promise<Response>;
  /** Sends an assertion and keeps its cookie. */
  signIn(): Promise<Response>;
  /** A sync as it would be sent, with `request` in place of what it has by itself: no edits, no cursors. */
  request(request?: Partial<SyncRequest>): SyncRequest;
  /** Syncs and reads the whole answer; throws when it was refused. */
  sync(request?: Partial<SyncRequest>): Promise<ReadAnswer>;
  /** Sends edits and reads the whole answer. */
  push(...ops: readonly Op[]): Promise<ReadAnswer>;
};

/** Where a device has its time and its chance from: usually the endpoint, so that a test knows both. */
export type Given = { readonly clock: Clock; readonly chance: Chance };

/** Makes a device that the endpoint does not know yet. */
export const makeDevice = async (
  endpoint: Given & Pick<TestEndpoint, "fetch">,
): Promise<TestDevice> => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const id = makeDeviceId(endpoint.chance);
  const device: TestDevice = {
    id,
    publicKey: v.parse(devicePublicKeySchema, { kty, crv, x, y }),
    member: "" as MemberId,
    cookie: "",
    sign: (claims = {}) => {
      const iat = Math.floor(endpoint.clock.now() / 1_000);
      const jti = bytesToBase64Url(endpoint.chance.bytes(12));
      const exp = iat + assertionLifetimeSeconds;
      const ours: JWTPayload = { iss: id, sub: id, aud: assertionAudience, jti, iat, exp };
      return new SignJWT({ ...ours, ...(claims as JWTPayload) })
        .setProtectedHeader({ alg: "ES256" })
        .sign(privateKey);
    },
    post: (path, body, headers = {}) =>
      endpoint.fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: device.cookie, ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    enrol: async (code, name = "Kaisa Koe", owner) => {
      const response = await device.post("/enrolment", {
        p: PROTOCOL_VERSION,
        code,
        name,
        member: owner,
        device: { id, label: "Koepuhelin", key: device.publicKey },
        proof: await device.sign(),
      });
      keepCookie(device, response);
      if (response.ok) device.member = ((await response.clone().json()) as EnrolAnswer).member;
      return response;
    },
    signIn: async () => {
      const body = { p: PROTOCOL_VERSION, assertion: await device.sign() };
      const response = await device.post("/session", body);
      keepCookie(device, response);
      return response;
    },
    request: (request = {}) => ({
      p: PROTOCOL_VERSION,
      dev: id,
      now: endpoint.clock.now(),
      max: 1_000_000,
      ops: [],
      q: [],
      cur: {},
      ...request,
    }),
    sync: async (given = {}) => {
      const request = device.request(given);
      return readAnswer(await device.post("/sync", request), request.ops);
    },
    push: (...ops) => device.sync({ ops: ops.map((op) => opToWire(op, true)) }),
  };
  return device;
};

const keepCookie = (device: TestDevice, response: Response): void => {
  const [pair] = (response.headers.get("set-cookie") ?? "").split(";");
  if (pair !== undefined && pair !== "") device.cookie = pair;
};

/** Makes a device and enrols it: as a new adviser of the first team unless the invitation says otherwise. */
export const enrolledDevice = async (
  endpoint: TestEndpoint,
  invitation: Parameters<TestEndpoint["code"]>[0] & { readonly name?: string } = {},
): Promise<TestDevice> => {
  const device = await makeDevice(endpoint);
  const response = await device.enrol(await endpoint.code(invitation), invitation.name);
  if (!response.ok) throw new Error(`the enrolment was refused: ${await response.text()}`);
  return device;
};

/** Makes edits with ids of their own, at the endpoint's present time unless `at` says otherwise. */
export const makeEdits = (endpoint: Given & Pick<TestEndpoint, "team">) => {
  const start = (record: RecordId, seen: Seen, at: Instant) => ({
    id: makeOpId(endpoint.chance),
    record,
    seen,
    at,
    endpointAt: toInstant(0),
  });
  const now = () => endpoint.clock.now();
  return {
    create: (kind: string, fields: Fields, home: ScopeId = endpoint.team): Op => ({
      ...start(makeRecordId(endpoint.chance), { ver: 0 }, now()),
      verb: "new",
      value: { kind, home, fields },
    }),
    set: (record: RecordId, ver: number, field: string, value: Json, at = now()): Op => ({
      ...start(record, { ver }, at),
      verb: "set",
      field,
      value,
    }),
    text: (
      record: RecordId,
      ver: number,
      field: string,
      value: string,
      seen: { readonly hash: string; readonly base?: string },
    ): Op => ({ ...start(record, { ver }, now()), verb: "text", field, value, ...seen }),
    inc: (record: RecordId, field: string, value: number): Op => ({
      ...start(record, { ver: 1 }, now()),
      verb: "inc",
      field,
      value,
    }),
    add: (record: RecordId, field: string, value: Json): Op => ({
      ...start(record, { ver: 1 }, now()),
      verb: "add",
      field,
      value,
    }),
    rem: (record: RecordId, ver: number, field: string): Op => ({
      ...start(record, { ver }, now()),
      verb: "rem",
      field,
    }),
    share: (record: RecordId, scope: ScopeId, verb: "share" | "unshare" = "share"): Op => ({
      ...start(record, { ver: 1 }, now()),
      verb,
      scope,
    }),
    remove: (record: RecordId, ver: number): Op => ({
      ...start(record, { ver }, now()),
      verb: "del",
    }),
  };
};
