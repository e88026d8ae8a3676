import type { Chance } from "#domain/chance.ts";
import type { OpId, ScopeId } from "#domain/ids.ts";
import { type Clock, type Instant, toInstant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { answerBytes, pendingMaxCount } from "#protocol/limits.ts";
import { opToWire, type WireOp } from "#protocol/op.ts";
import { scopesWord } from "#protocol/scopes-word.ts";
import { type ReadHeader, readerOfPlaces } from "#protocol/by-place.ts";
import {
  ackEntries,
  type AnswerLine,
  type HeaderLine,
  parseAnswerLine,
} from "#protocol/sync-answer.ts";
import { requestToWire, type SyncRequest, type WireCursor } from "#protocol/sync-request.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { StorageFailure } from "#store/guard.ts";
import type { LedgerScope } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";
import { makeLineTaker, toCursor } from "./take-lines.ts";
import type { Transport, TransportFailure } from "./transport.ts";
import { withSession } from "./with-session.ts";

/** What an exchange needs. */
export type ExchangeParts = {
  readonly store: Store;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Calls the exchange off: it ends with `network.cut` before the next line. */
  readonly signal?: AbortSignal;
};

export type ExchangeFailure =
  | TransportFailure
  | StorageFailure
  | { readonly code: "protocol.too_old" };

/** Edits of one request together stay well below the largest body, so that their ids and cursors fit beside them. */
const opsMaxBytes = 600_000;

/**
 * One exchange: sends the oldest unsent edits and takes in what is new, line by line, whole lines in each commit. Signs in first
 * when the session has ended. `more` tells that there is more to send or to fetch at once. Whatever it fails with, what
 * had been taken in stays, and what was not answered for stays in the outbox. Only a device that was revoked gives up all
 * records: `device.revoked`.
 */
export const exchangeOnce = async (
  parts: ExchangeParts,
  batch: number,
): Promise<Result<{ readonly more: boolean }, ExchangeFailure>> => {
  const { store, transport, chance } = parts;
  const outcome = await withSession<{ readonly more: boolean }, ExchangeFailure>(
    { transport, signer: store.identity, chance },
    () => attempt(parts, batch),
  );
  if (outcome.ok || outcome.failure.code !== "device.revoked") return outcome;
  const taken = await store.exchange.takeRevocation();
  return taken.ok ? outcome : taken;
};

const attempt = async (
  parts: ExchangeParts,
  batch: number,
): Promise<Result<{ readonly more: boolean }, ExchangeFailure>> => {
  const { store, transport, clock, signal } = parts;
  // Another tab may lead by now: what this one still brought would be older than what that one has taken in.
  if (signal?.aborted === true) return fail({ code: "network.cut" });
  const sentAt = clock.now();
  const asked = await store.exchange.inDoubt();
  if (!asked.ok) return asked;
  const sendable = store.exchange.sendable();
  const request = buildRequest(store, sendable.slice(0, batch), asked.value, sentAt);
  const scopes = request.sc === undefined ? null : store.ledger.scopes();
  const progress = {
    header: null as HeaderLine | null,
    end: null as boolean | null,
    isMoving: false,
    isAsking: false,
  };
  const readHeader = readerOfPlaces(request.ops);
  const taker = makeLineTaker(store, { asked: asked.value, scopes }, signal);
  const onLine = async (text: string): Promise<Result<unknown, ExchangeFailure>> => {
    if (signal?.aborted === true) return fail({ code: "network.cut" });
    const line = readLine(text, readHeader, scopes !== null);
    if (!line.ok) return fail({ code: line.failure });
    if ("h" in line.value) {
      // The first was written when the request had just come in: its clock is the one to go by.
      progress.header ??= line.value;
      progress.isMoving ||= isMoving(store, line.value);
    } else if (progress.header === null) return fail({ code: "network.not_katve" });
    if ("end" in line.value) progress.end = line.value.more;
    // Edits that were not answered because the endpoint lost data are heard once the reset has begun.
    if ("reset" in line.value) progress.isMoving = true;
    if ("reset" in line.value && line.value.c !== undefined) {
      const stored = await taker.finish();
      if (!stored.ok) return stored;
      const isAsking = await store.exchange.doubt(line.value.s, toCursor(line.value.c));
      if (!isAsking.ok) return isAsking;
      progress.isAsking = isAsking.value;
      // What the endpoint lost stays on the screen until it has been asked after: the rest is fetched then.
      if (isAsking.value) return fail({ code: "network.cut" });
    }
    return taker.take(line.value);
  };
  const answered = await transport.postLines("/sync", requestToWire(request), onLine, signal);
  // Also of an answer that broke off, everything that came is stored before the next exchange begins.
  const stored = await taker.finish();
  if (progress.isAsking) return stored.ok ? ok({ more: true }) : stored;
  if (!answered.ok) return answered;
  if (!stored.ok) return stored;
  const { header, end, isMoving: isAnswered } = progress;
  if (header === null || end === null) return fail({ code: "network.cut" });
  if (header.minp > PROTOCOL_VERSION) return fail({ code: "protocol.too_old" });
  // The endpoint read its clock between sending and receiving: halfway is the best guess of when by ours.
  const heardAt = toInstant(Math.round((sentAt + clock.now()) / 2));
  const noted = await store.exchange.noteComplete({
    at: clock.now(),
    endpointAt: header.now,
    clockAheadMs: heardAt - header.now,
  });
  if (!noted.ok) return noted;
  const settled = end ? ok(true) : await store.exchange.endDoubt();
  if (!settled.ok) return settled;
  // What could not go out before can now: what it waited for has come.
  const before = new Set(sendable.map(({ id }) => id));
  const isMore = store.exchange.sendable().some(({ id }) => isAnswered || !before.has(id));
  return ok({ more: end || isMore });
};

/** Reads a line of the answer to a request. A header may leave out what the request said, and nothing else. */
const readLine = (
  text: string,
  readHeader: ReadHeader,
  areScopesSaid: boolean,
): Result<AnswerLine, "network.not_katve"> => {
  const line = parseAnswerLine(text);
  if (!line.ok || !("h" in line.value)) return line;
  const isWithoutScopes = line.value.scopes === undefined && !areScopesSaid;
  return isWithoutScopes ? fail("network.not_katve") : readHeader(line.value);
};

/** The answer settled an edit, or asked for something it has not asked for before: sending on at once leads somewhere. */
const isMoving = (store: Store, header: HeaderLine): boolean =>
  ackEntries(header).some(([op, ack]) => ack !== "b" || !store.exchange.wantsBase(op));

const buildRequest = (
  store: Store,
  sendable: readonly Op[],
  asked: readonly OpId[],
  now: Instant,
): SyncRequest => {
  const ops = firstOps(store, sendable);
  const sending = new Set(ops.map(({ o }) => o));
  const others = store.exchange.unsent().filter(({ id }) => !sending.has(id));
  const cur: Record<ScopeId, WireCursor> = {};
  const scopes = store.ledger.scopes();
  const told: LedgerScope[] = [];
  for (const [scope, { epoch, seq, resetAt }] of store.exchange.cursors()) {
    cur[scope] = resetAt === undefined ? [epoch, seq] : [epoch, seq, resetAt];
    const known = scopes.get(scope);
    if (known !== undefined) told.push(known);
  }
  // Of a scope without a cursor the word would be silent, and the endpoint could not take it back.
  const isWhole = told.length === scopes.size && told.length === Object.keys(cur).length;
  return {
    p: PROTOCOL_VERSION,
    dev: store.identity.device,
    now,
    max: answerBytes.usual,
    ops,
    q: [...asked, ...others.map(({ id }) => id)].slice(0, pendingMaxCount),
    cur,
    ...(isWhole && told.length > 0 ? { sc: scopesWord(told) } : {}),
  };
};

const firstOps = (store: Store, sendable: readonly Op[]): WireOp[] => {
  const ops: WireOp[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const op of sendable) {
    const wire = opToWire(op, store.exchange.wantsBase(op.id));
    bytes += encoder.encode(JSON.stringify(wire)).byteLength;
    if (ops.length > 0 && bytes > opsMaxBytes) break;
    ops.push(wire);
  }
  return ops;
};
