import type { DBCore, Middleware } from "dexie";
import type { ScopeId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import { KatveDatabase, type ScopeRow } from "../database.ts";
import { guarded, type StorageFailure } from "../guard.ts";
import { type Change, type Follower, followedBy } from "./changes.ts";
import { copyRows, holdsVault, readRows, replay, type SparedRows } from "./rows.ts";

/** How long saves wait for a second copy to open, once for as long as the program is open, in milliseconds. */
const patienceMs = 3_000;

/**
 * How long the way in waits for it where the first copy holds nobody's vault, in milliseconds: who is shown an empty device
 * begins anew, and what was not sent is gone for good then.
 */
const recoveryPatienceMs = 30_000;

/** What comes of it, or `null` if it takes longer than that. */
const within = async <T>(waitMs: number, coming: Promise<T>): Promise<T | null> => {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), waitMs);
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Whether a change has to be in the second copy before anybody hears of it. What is added has; what has left comes back without
 * harm, but for a draft and a scope: another tab may write one under the same name next.
 */
const isOwed = ({ table, type }: Change): boolean =>
  type === "put" || table === "drafts" || table === "scopes";

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
  readonly #make: () => Promise<KatveDatabase | null>;
  #made: Promise<KatveDatabase | null> | null = null;
  #opened: Promise<KatveDatabase | null> | null = null;
  #last: Promise<void> = Promise.resolve();
  #owed: Promise<void> = this.#last;
  #isLevel = false;
  readonly #scopes = new Map<ScopeId, string>();

  constructor(main: KatveDatabase, openDisk: OpenSpareDisk, keyRange?: typeof IDBKeyRange) {
    this.#main = main;
    this.#make = async () => {
      const disk = await openDisk().catch(() => null);
      if (disk === null) return null;
      const spare = new KatveDatabase(main.name, disk, keyRange);
      spare.use(leftToTheBrowser);
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

  /** Another tab has changed the first copy: what this one has put into the second may be gone from there. */
  forgetScopes(): void {
    this.#scopes.clear();
  }

  /**
   * The rows of the second copy; `null` if there is none, it does not open in half a minute, or it holds no vault that could be
   * opened. One that is there and cannot be read is a failure: it may hold what nobody else has.
   */
  async rows(): Promise<Result<SparedRows | null, StorageFailure>> {
    const read = await within(recoveryPatienceMs, this.#read());
    if (read === null) {
      this.#opened = Promise.resolve(null);
      return ok(null);
    }
    return read.ok && read.value !== null && !holdsVault(read.value) ? ok(null) : read;
  }

  async #read(): Promise<Result<SparedRows | null, StorageFailure>> {
    const spare = await this.#disk();
    return spare === null ? ok(null) : guarded(spare, () => readRows(spare));
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

  /** Not opened yet; `null` where the browser has none. */
  #disk(): Promise<KatveDatabase | null> {
    this.#made ??= this.#make();
    return this.#made;
  }

  /** `null` where it did not open, or not soon: then nothing waits for it until the program is opened again. */
  #database(): Promise<KatveDatabase | null> {
    this.#opened ??= within(patienceMs, this.#connected());
    return this.#opened;
  }

  async #connected(): Promise<KatveDatabase | null> {
    const spare = await this.#disk();
    return spare === null
      ? null
      : spare.connect().then(
          () => spare,
          () => null,
        );
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
    void this.#last.then(() => this.#made).then((spare) => spare?.end("closed"));
  }
}
