import type { WireCursor } from "#protocol/sync-request.ts";

/** A line of an answer, as far as names are made in it. */
type Line = {
  readonly s?: string;
  readonly put?: readonly Named[];
  readonly echo?: readonly Named[];
  readonly c?: readonly [epoch: string, seq: number];
};
type Named = { readonly id: string; readonly t: string };

/**
 * What the endpoint made when a corpus was recorded (ids of members and conflicts, codes, cursors), and what the present
 * endpoint makes in its place. What devices make is the same in both.
 */
export class Names {
  readonly #present = new Map<string, string>();
  readonly #cursors = new Map<string, readonly [string, number]>();

  learn(recorded: string, present: string): void {
    this.#present.set(recorded, present);
  }

  /** A recorded message as the present endpoint has to be told it. */
  translate<T>(message: T): T {
    let text = JSON.stringify(message);
    for (const [recorded, present] of this.#present) text = text.replaceAll(recorded, present);
    return JSON.parse(text) as T;
  }

  /** A recorded request with the cursors that the present endpoint gave in place of the recorded ones. */
  translateRequest(request: unknown): unknown {
    if (typeof request !== "object" || request === null || !("cur" in request)) {
      return this.translate(request);
    }
    const cursors = Object.entries(request.cur as Readonly<Record<string, WireCursor>>);
    const cur = cursors.map(([scope, [epoch, seq, ...resetting]]) => {
      const [presentEpoch, presentSeq] = this.#cursor(scope, epoch, seq);
      return [scope, [presentEpoch, presentSeq, ...resetting]] as const;
    });
    return this.translate({ ...request, cur: Object.fromEntries(cur) });
  }

  /**
   * Learns from two answers to the same request what stands for what: cursors by their place, and records that only the
   * endpoint can have made by their kind and order.
   */
  learnFrom(recorded: readonly unknown[], present: readonly unknown[]): void {
    const [before, now] = [recorded, present].map((lines) => lines as readonly Line[]);
    this.#learnRecords(recordsIn(before ?? []), recordsIn(now ?? []));
    for (const scope of new Set((before ?? []).flatMap(({ s }) => (s === undefined ? [] : [s])))) {
      const theirs = cursorsIn(before ?? [], scope);
      const ours = cursorsIn(now ?? [], this.translate(scope));
      for (const [at, [epoch, seq]] of theirs.entries()) {
        const cursor = ours[Math.min(at, ours.length - 1)];
        if (cursor === undefined) continue;
        this.#cursors.set(`${scope} ${epoch} ${seq}`, cursor);
        this.#cursors.set(`${scope} ${epoch}`, cursor);
      }
    }
  }

  #cursor(scope: string, epoch: string, seq: number): readonly [string, number] {
    const known = this.#cursors.get(`${scope} ${epoch} ${seq}`);
    // A number between two lines, where a device was cut off: only its epoch was ever told.
    const [told] = known ?? this.#cursors.get(`${scope} ${epoch}`) ?? [epoch];
    return known ?? [told, seq];
  }

  #learnRecords(recorded: readonly Named[], present: readonly Named[]): void {
    const unknown = recorded.filter(
      ({ id }) => !this.#present.has(id) && !present.some((one) => one.id === id),
    );
    const taken = new Set(this.#present.values());
    for (const { id, t } of unknown) {
      if (this.#present.has(id)) continue;
      const match = present.find(
        (one) => one.t === t && !taken.has(one.id) && !recorded.some(({ id }) => id === one.id),
      );
      if (match === undefined) continue;
      taken.add(match.id);
      this.learn(id, match.id);
    }
  }
}

const recordsIn = (lines: readonly Line[]): Named[] =>
  lines.flatMap(({ put = [], echo = [] }) => [...echo, ...put]);

const cursorsIn = (lines: readonly Line[], scope: string) =>
  lines.flatMap(({ s, c }) => (s === scope && c !== undefined ? [c] : []));
