import type { Patch, Row } from "./workload.ts";

/*
 * What is compared: a server and what runs in the page against it. A peer's file exports `startServer` and `client`;
 * the page's bundle has `client` alone, so `startServer` imports whatever is the server's own inside of it.
 */

export type PageHeaders = Readonly<Record<string, string>>;

/** The server's side, in a process of its own. */
export type PeerServer = {
  readonly port: number;
  /** Headers that the server gives its pages and that bear on what they send. */
  readonly pageHeaders?: PageHeaders;
  /** Changes rows as if somebody else had. */
  edit(patches: readonly Patch[]): Promise<void> | void;
  /** Whether the server holds these edits. */
  has(patches: readonly Patch[]): Promise<boolean> | boolean;
  close(): Promise<void> | void;
};

export type StartServer = (given: { readonly records: readonly Row[] }) => Promise<PeerServer>;

/** The page's side. */
export type PeerClient = {
  /** Whatever comes before the first load and is a person's time: an enrolment. Never measured. */
  prepare?(origin: string): Promise<void>;
  /** Opens what the device holds, without a network. */
  open(origin: string): Promise<void>;
  /** Gets everything that is missing; resolves once it is on the disk. */
  pull(): Promise<void>;
  /** How many rows the device shows. */
  count(): Promise<number>;
  /** Whether the device shows these edits. */
  has(patches: readonly Patch[]): Promise<boolean>;
  /** Writes edits; resolves once they are on the disk. While `live` they are sent at once. */
  edit(patches: readonly Patch[]): Promise<void>;
  /** Sends edits; resolves once the server has answered for them. */
  push(): Promise<void>;
  /** From now on, sends and receives by itself. */
  live(): Promise<void>;
  /** Resolves when this edit is shown. */
  waitFor(patch: Patch): Promise<void>;
};

/** The peers by their names. */
export const peerNames = ["floor", "katve"] as const;
export type PeerName = (typeof peerNames)[number];
