import type { PeerClient } from "./peer.ts";
import type { Patch } from "./workload.ts";

/*
 * What is done inside the page. Each function travels there as text: it uses nothing but its argument and `peer`.
 * Durations are in milliseconds; moments are comparable between two browsers of one machine.
 */

declare const peer: PeerClient;

export const prepare = async (origin: string): Promise<void> => {
  await peer.prepare?.(origin);
};

/** From before the local database is opened until everything is on the disk and counted. */
export const load = async (origin: string): Promise<{ ms: number; count: number }> => {
  const begunAt = performance.now();
  await peer.open(origin);
  await peer.pull();
  const count = await peer.count();
  return { ms: performance.now() - begunAt, count };
};

/** From before the local database is opened until what is on the disk is counted. */
export const reopen = async (origin: string): Promise<{ ms: number; count: number }> => {
  const begunAt = performance.now();
  await peer.open(origin);
  const count = await peer.count();
  return { ms: performance.now() - begunAt, count };
};

/** Fetches what is missing; true when these edits are shown afterwards. */
export const catchUp = async (
  patches: readonly Patch[],
): Promise<{ ms: number; isShown: boolean }> => {
  const begunAt = performance.now();
  await peer.pull();
  const isShown = await peer.has(patches);
  return { ms: performance.now() - begunAt, isShown };
};

export const edit = async (patches: readonly Patch[]): Promise<number> => {
  const begunAt = performance.now();
  await peer.edit(patches);
  return performance.now() - begunAt;
};

export const push = async (): Promise<number> => {
  const begunAt = performance.now();
  await peer.push();
  return performance.now() - begunAt;
};

export const live = (): Promise<void> => peer.live();

/** The moment an edit is shown. */
export const seenAt = async (patch: Patch): Promise<number> => {
  await peer.waitFor(patch);
  return performance.timeOrigin + performance.now();
};

/** The moment before an edit is written. */
export const editedAt = async (patch: Patch): Promise<number> => {
  const at = performance.timeOrigin + performance.now();
  await peer.edit([patch]);
  return at;
};
