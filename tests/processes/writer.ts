import type { OpId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { opToWire } from "#protocol/op.ts";
import type { WireAck } from "#protocol/sync-answer.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import { makeDice } from "#endpoint/demo/dice.ts";
import { type Given, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import type { ReadAnswer } from "../support/endpoint/read-answer.ts";
import type { Field } from "./field.ts";

/** What a writer did and saw. */
export type Writer = {
  readonly device: TestDevice;
  /** Every edit it made, and every answer it got to one. */
  readonly made: ReadonlyMap<OpId, Op>;
  readonly acks: ReadonlyMap<OpId, WireAck>;
  /** The version of every record that came by its cursors, by scope and record. */
  readonly seen: ReadonlyMap<string, number>;
  /** Requests whose answer did not arrive whole, and when the edits in them were first sent again for that. */
  readonly lostAnswers: number;
  readonly resentAt: ReadonlyMap<OpId, Instant>;
  /** Scopes that were told from the start again, and records that came in an older version than before. */
  readonly setBacks: number;
  /** Makes edits and exchanges them as long as it goes on, then until everything it made is answered. */
  write(isGoing: () => boolean): Promise<void>;
  /** Exchanges until there is nothing new. */
  catchUp(): Promise<void>;
};

/** Edits that wait at most, so that a writer whose answers get lost stays a phone and does not become a flood. */
const outboxMax = 12;

/** How a place in a scope is called in `seen`. */
export const placeOf = (scope: string, record: string): string => `${scope} ${record}`;

/** Makes a writer behind an enrolled device. The same `turn`, a whole number, makes the same choices. */
export const makeWriter = (
  device: TestDevice,
  given: Given,
  { teams, events }: Field,
  turn: number,
): Writer => {
  const made = new Map<OpId, Op>();
  const acks = new Map<OpId, WireAck>();
  const seen = new Map<string, number>();
  const begun = new Set<string>();
  let outbox: readonly Op[] = [];
  let cursors: Readonly<Record<string, WireCursor>> = {};
  const resentAt = new Map<OpId, Instant>();
  let unsure: readonly Op[] = [];
  const dice = makeDice(turn);
  const figures = { lostAnswers: 0, setBacks: 0 };

  const makeEdit = (): Op => {
    const edits = makeEdits({ ...given, team: dice.pick(teams) });
    return dice.below(2) === 0
      ? edits.create("client", { name: `Asiakas ${turn} ${made.size}` })
      : edits.inc(dice.pick(events), `counts.${dice.pick(["station", "fair"])}`, dice.below(5) + 1);
  };
  const see = (scope: string, { id, ver }: { readonly id: RecordId; readonly ver: number }) => {
    const place = placeOf(scope, id);
    if (ver < (seen.get(place) ?? 0)) figures.setBacks += 1;
    seen.set(place, ver);
  };
  const take = (answer: ReadAnswer) => {
    for (const [id, ack] of Object.entries(answer.header.ack)) acks.set(id as OpId, ack);
    outbox = outbox.filter(({ id }) => !acks.has(id));
    // What the echo brought, the lines do not bring once more.
    for (const record of answer.header.echo) for (const scope of record.in) see(scope, record);
    for (const line of answer.lines) {
      if ("reset" in line) {
        if (begun.has(line.s)) figures.setBacks += 1;
        begun.add(line.s);
      }
      if (!("put" in line)) continue;
      for (const record of line.put) see(line.s, record);
    }
    cursors = { ...cursors, ...answer.cursors };
  };
  /** True when something came, or there is more. */
  const exchange = async (): Promise<boolean> => {
    for (const { id } of unsure) if (!resentAt.has(id)) resentAt.set(id, given.clock.now());
    unsure = [];
    const ops = outbox.map((op) => opToWire(op, true));
    let answer: ReadAnswer;
    try {
      answer = await device.sync({ ops, cur: cursors });
    } catch {
      figures.lostAnswers += 1;
      unsure = outbox;
      return true;
    }
    take(answer);
    return answer.chunks.length > 0 || answer.more;
  };
  return {
    device,
    made,
    acks,
    seen,
    resentAt,
    get lostAnswers() {
      return figures.lostAnswers;
    },
    get setBacks() {
      return figures.setBacks;
    },
    write: async (isGoing) => {
      while (isGoing() || outbox.length > 0) {
        const fresh = isGoing() && outbox.length < outboxMax ? 1 + dice.below(6) : 0;
        for (let at = 0; at < fresh; at += 1) {
          const op = makeEdit();
          made.set(op.id, op);
          outbox = [...outbox, op];
        }
        await exchange();
      }
    },
    catchUp: async () => {
      while (await exchange());
    },
  };
};
