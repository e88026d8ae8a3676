import type { DBCore, Middleware } from "dexie";
import type { ScopeId } from "#domain/ids.ts";
import { KatveDatabase, type ScopeRow } from "../database.ts";
import { type Change, type Follower, followedBy } from "./changes.ts";
import { copyRows, holdsVault, readRows, replay, type SparedRows } from "./rows.ts";

/** How long saves wait for a second copy to open, once for as long as the program is open, in milliseconds. */
const patienceMs = 3_000;

/**
 * How long the way in waits for it where the first copy holds nobody's vault, in milliseconds: who is shown an empty device
 * begins anew, and what was not sent is gone for good then.
 */
const recoveryPatienceMs = 30_000;

/** The disk, or `null` where it does not open, or not by then. */
const orNone = async (
  opening: Promise<KatveDatabase | null>,
  waitMs: number,
): Promise<KatveDatabase | null> => {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), waitMs);
  const opened = await Promise.race([opening.catch(() => null), late]);
  clearTimeout(timer);
  return opened;
};

/**
 * Whether a change has to be in the second copy before anybody hears of it. What is added has; what has left comes back without
 * harm, but for a draft: another tab may write one under the same name next.
 */
const isOwed = ({ table, type }: Change): boolean =>
  table === "drafts" || (type === "put" && table !== "scopes");

/** In place of the first copy's rule, by its name: a killed browser leaves what was committed, and a power cut spares the first. */
const leftToTheBrowser: Middleware<DBCore> = {
  stack: "dbcore",
  name: "durability",
  create: (core) => ({
    ...core,
    transaction: (tables, mode) => core.transaction(tables, mode, { durability: "relaxed" }),
  }),
};

/**
 * Where the second copy lies: a disk of its own, so that what destroys the first leaves it alone; `null` where the browser has
 * none. Opened no earlier than it is needed.
 */
export type OpenSpareDisk = () => Promise<IDBFactory | null>;

/**
 * The second copy of what nobody else has. It follows the commits of the first in their order, in commits of its own, which
 * are left to the browser to force to the disk. It never fails a save: what goes wrong here is made up for by copying
 * everything at the next commit.
 */
export class Spare implements Follower {
  readonly #main: KatveDatabase;
  readonly #open: () => Promise<KatveDatabase | null>;
  #opening: Promise<KatveDatabase | null> | null = null;
  #opened: Promise<KatveDatabase | null> | null = null;
  #last: Promise<void> = Promise.resolve();
  #owed: Promise<void> = this.#last;
  #isLevel = false;
  readonly #scopes = new Map<ScopeId, string>();

  constructor(main: KatveDatabase, openDisk: OpenSpareDisk, keyRange?: typeof IDBKeyRange) {
    this.#main = main;
    this.#open = async () => {
      const disk = await openDisk().catch(() => null);
      if (disk === null) return null;
      const spare = new KatveDatabase(main.name, disk, keyRange);
      spare.use(leftToTheBrowser);
      await spare.connect();
      return spare;
    };
    main.use(followedBy(this));
    main.spare = this;
    main.onEnding(() => this.#end());
  }

  /** Resolves when everything that was added before is in the second copy too, or will not be; never rejects. */
  settled(): Promise<void> {
    return this.#owed;
  }

  took(changes: readonly Change[]): void {
    const news = changes.flatMap((change) => this.#newOf(change));
    if (news.length === 0) return;
    this.#next(async (spare) => {
      if (this.#isLevel) await replay(spare, news);
      else await this.#level(spare);
    });
    if (news.some(isOwed)) this.#owed = this.#last;
  }

  lostSight(): void {
    this.#isLevel = false;
    this.match();
  }

  /** Makes the second copy equal to the first, after what was asked for before; nothing happens while nobody's vault is there. */
  match(): void {
    this.#next((spare) => this.#level(spare));
  }

  /** The rows of the second copy, `null` if it does not hold a vault that could be opened. Never rejects. */
  async rows(): Promise<SparedRows | null> {
    const spare = await this.#database(recoveryPatienceMs);
    if (spare === null) return null;
    const rows = await readRows(spare).catch(() => null);
    return rows !== null && holdsVault(rows) ? rows : null;
  }

  async #level(spare: KatveDatabase): Promise<void> {
    this.#isLevel = await copyRows(this.#main, spare);
  }

  #next(step: (spare: KatveDatabase) => Promise<void>): void {
    this.#last = this.#last.then(async () => {
      const spare = await this.#database();
      if (spare === null) return;
      await step(spare).catch(() => {
        this.#isLevel = false;
      });
    });
  }

  /** `null` where it did not open soon: then nothing waits for it until the program is opened again. */
  #database(waitMs = patienceMs): Promise<KatveDatabase | null> {
    this.#opening ??= this.#open();
    this.#opened ??= orNone(this.#opening, waitMs);
    return this.#opened;
  }

  /** A scope that is there already is no news: every line of the exchange moves its cursor. */
  #newOf(change: Change): Change[] {
    if (change.table !== "scopes") return [change];
    if (change.type !== "put") {
      this.#scopes.clear();
      return [change];
    }
    const values = (change.values as readonly ScopeRow[]).filter((row) => {
      const said = JSON.stringify(row);
      const isNews = this.#scopes.get(row.scope) !== said;
      this.#scopes.set(row.scope, said);
      return isNews;
    });
    return values.length === 0 ? [] : [{ ...change, values }];
  }

  #end(): void {
    const spare = this.#last.then(() => this.#opening);
    void spare.then((opened) => opened?.end("closed")).catch(() => undefined);
  }
}
