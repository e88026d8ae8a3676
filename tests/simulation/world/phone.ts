import { setImmediate } from "node:timers/promises";
import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import { addMs, type Clock } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { Platform } from "#store/platform.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { takeAllNews } from "#sync/news.ts";
import { makeTransport, type Transport } from "#sync/transport.ts";
import { makeNetwork, type SteppableNetwork } from "../../integration/support/network.ts";
import { makeProfile, passphrase } from "../../support/device.ts";
import { makeSeededChance, quickDeriveKey } from "../../support/platform.ts";
import { expectOk } from "../../support/result.ts";
import { FaultyDisk } from "../../unit/store/faulty-disk.ts";
import { type DiskImage, diskFrom, imageOf } from "./disk.ts";
import type { PreparedPhone } from "./prepared.ts";
import { Violation } from "./violation.ts";
import { quickSubtle } from "./quick-subtle.ts";

/**
 * What the person with the phone may count on: the edits this disk has taken, the last of them for each field, and what
 * was dealt with in the tray. It goes back with the disk when an earlier image is restored.
 */
export type Memory = {
  readonly written: Set<OpId>;
  readonly mine: Map<string, OpId>;
  /** Those that the endpoint has answered for once: after a loss of its data they wait again. */
  readonly answered: Set<OpId>;
  /** Those of them whose answer came with the request that brought them. */
  readonly heard: Set<OpId>;
  readonly dismissed: Set<OpId>;
  /** Records that went out of sight for a good reason. */
  readonly hidden: Set<RecordId>;
  /** The scopes it was ever told of, and those of them that it left. */
  readonly listed: Set<ScopeId>;
  readonly left: Set<ScopeId>;
};

/** A disk, the second copy if the phone keeps one, and what its owner knows of them, at one moment. */
export type PhoneImage = {
  readonly disk: DiskImage;
  readonly spare: DiskImage | null;
  readonly memory: Memory;
};

/** A form that was opened and not yet saved: what its author has in sight. */
export type Form = {
  readonly sight: Sight;
  readonly kind: string;
  readonly shown: Readonly<Record<string, Json>>;
};

const copyOf = (memory: Memory): Memory => ({
  written: new Set(memory.written),
  mine: new Map(memory.mine),
  answered: new Set(memory.answered),
  heard: new Set(memory.heard),
  dismissed: new Set(memory.dismissed),
  hidden: new Set(memory.hidden),
  listed: new Set(memory.listed),
  left: new Set(memory.left),
});

/** What a phone is made of. `carry` takes its requests to the endpoint. */
export type PhoneParts = {
  readonly name: string;
  readonly prepared: PreparedPhone;
  readonly image: PhoneImage;
  readonly seed: number;
  readonly clock: Clock;
  readonly carry: (
    phone: Phone,
    path: Parameters<typeof fetch>[0],
    init?: RequestInit,
  ) => Promise<Response>;
  readonly onCommit: (phone: Phone) => void;
  readonly onDefect: (defect: unknown) => void;
};

/** So often the event loop turns at most until a second copy is made: a few times are enough. */
const copyTurnsMax = 200;

/** A phone: the real store on a disk of its own and the real exchange, over a network that a schedule steps through. */
export class Phone {
  readonly name: string;
  readonly prepared: PreparedPhone;
  readonly network: SteppableNetwork;
  readonly transport: Transport;
  readonly platform: Platform;
  /** How far its clock is off, in milliseconds. */
  offsetMs = 0;
  memory: Memory;
  /** A save is under way, whose edits nobody knows yet. */
  isWriting = false;
  form: Form | null = null;
  /** News on their way to it, oldest first, since it opened its line to the endpoint; `null` before. */
  line: string[] | null = null;
  /** Earlier images of its disk, oldest first. */
  readonly images: PhoneImage[] = [];
  /** After how many commits the next image is taken, in the middle of whatever goes on then; -1 for never. */
  imageIn = -1;
  readonly #parts: PhoneParts;
  #disk: FaultyDisk;
  #spare: FaultyDisk | null;
  #store: Store | null = null;
  #stopListening: () => void = () => undefined;

  constructor(parts: PhoneParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.prepared = parts.prepared;
    this.#disk = diskFrom(parts.image.disk);
    this.#spare = spareFrom(parts.image);
    this.memory = copyOf(parts.image.memory);
    this.network = makeNetwork({
      fetch: (path, init) => parts.carry(this, path, init),
    });
    this.network.cookie = parts.prepared.cookie;
    this.transport = makeTransport({ fetch: this.network.fetch, origin: "http://localhost" });
    this.platform = {
      clock: { now: () => addMs(parts.clock.now(), this.offsetMs) },
      chance: makeSeededChance(parts.seed),
      subtle: quickSubtle,
      deriveKey: quickDeriveKey,
      onDefect: parts.onDefect,
    };
  }

  get store(): Store {
    if (this.#store === null) throw new Error("the phone is off");
    return this.#store;
  }

  get disk(): FaultyDisk {
    return this.#disk;
  }

  /** Starts the program from what is on the disk. */
  async open(): Promise<void> {
    const spare = this.#spare;
    const openSpare = spare === null ? undefined : () => Promise.resolve(spare);
    const { door } = makeProfile(0, this.platform, this.#disk, openSpare);
    const store = expectOk(await door.unlock(passphrase));
    this.#store = store;
    this.form = null;
    this.#stopListening = store.ledger.subscribe(() => {
      if (this.isWriting) return;
      // The judge notes first what this commit tells the phone's owner: an image has it too.
      this.#parts.onCommit(this);
      if (this.imageIn === 0) this.images.push(this.image());
      this.imageIn = Math.max(this.imageIn - 1, -1);
    });
  }

  /** The program ends, whatever it was at. */
  close(): void {
    this.#stopListening();
    this.#store?.close();
    this.#store = null;
  }

  async restart(): Promise<void> {
    this.close();
    await this.open();
  }

  image(): PhoneImage {
    const spare = this.#spare === null ? null : imageOf(this.#spare);
    return { disk: imageOf(this.#disk), spare, memory: copyOf(this.memory) };
  }

  /** The battery dies, and the disk comes up as it was at an earlier moment. */
  async restore(image: PhoneImage): Promise<void> {
    this.close();
    this.#disk = diskFrom(image.disk);
    this.#spare = spareFrom(image);
    this.memory = copyOf(image.memory);
    await this.open();
  }

  /** The page is killed, and the browser has thrown away one of the two disks. Tells whether that was possible. */
  async lose(what: "disk" | "spare"): Promise<boolean> {
    if (this.#spare === null) return false;
    if (what === "disk") await this.#untilCopied(this.#spare);
    this.close();
    if (what === "disk") {
      this.#disk = new FaultyDisk();
      // What came from others is out of sight until the next exchange.
      for (const place of this.memory.mine.keys()) {
        this.memory.hidden.add(place.split(" ")[0] as RecordId);
      }
    } else {
      this.#spare = new FaultyDisk();
    }
    await this.open();
    return true;
  }

  /** Where the program was just opened, the second copy is still being made: nobody promises anything before. */
  async #untilCopied(spare: FaultyDisk): Promise<void> {
    for (let turn = 0; turn < copyTurnsMax; turn += 1) {
      const other = makeProfile(0, this.platform, new FaultyDisk(), () => Promise.resolve(spare));
      if (expectOk(await other.door.state()).kind === "locked") return;
      await setImmediate();
    }
    throw new Violation("I1", `${this.name} makes no second copy`);
  }

  /** Takes news that came over its line; whether all of them were of use. */
  hear(news: readonly string[]): ReturnType<typeof takeAllNews> {
    return takeAllNews(this.store, this.platform.clock, news);
  }

  /** One exchange, as it comes out. */
  exchange(batch: number): ReturnType<typeof exchangeOnce> {
    return exchangeOnce({ store: this.store, transport: this.transport, ...this.platform }, batch);
  }
}

const spareFrom = ({ spare }: PhoneImage): FaultyDisk | null =>
  spare === null ? null : diskFrom(spare);

/** An image of a phone that was just enrolled: its owner has written nothing. Its second copy, if it has one, is still empty. */
export const firstImage = (disk: DiskImage, hasSpare: boolean): PhoneImage => ({
  disk,
  spare: hasSpare ? imageOf(new FaultyDisk()) : null,
  memory: {
    written: new Set(),
    mine: new Map(),
    answered: new Set(),
    heard: new Set(),
    dismissed: new Set(),
    hidden: new Set(),
    listed: new Set(),
    left: new Set(),
  },
});
