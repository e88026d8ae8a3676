import type { DeviceId, OpId, RecordId } from "#domain/ids.ts";
import type { Dice } from "#endpoint/demo/dice.ts";
import { makeDice } from "#endpoint/demo/dice.ts";
import type { Hearing } from "#endpoint/routes/hearing.ts";
import type { Advanced } from "#endpoint/wake-bus.ts";
import { judgeAnswer, judgeHeard } from "../judge/answer.ts";
import { judgeNews } from "../judge/news.ts";
import { Oracle } from "../judge/oracle.ts";
import { judgeScreen } from "../judge/on-screen.ts";
import { makeSeededChance } from "../../support/platform.ts";
import { firstImage, Phone, type PhoneImage } from "./phone.ts";
import { Post } from "./post.ts";
import type { Prepared, PreparedPhone } from "./prepared.ts";
import { Server } from "./server.ts";
import { makeTrace, type Trace } from "./trace.ts";

/** One in so many schedules has losses: those whose seed it divides. */
export const lossEvery = 3;

/** Everything there is in one schedule. */
export class World {
  readonly seed: number;
  /**
   * Whether the endpoint's data are lost now and then. In such a schedule no phone is copied: a copy and its original are
   * one device to the endpoint, so after a loss it takes what one of them wrote as seen by the other. And no phone is too
   * old for records: nothing could tell it of a loss.
   */
  readonly hasLosses: boolean;
  /**
   * Whether phones keep a second copy of what nobody else has, and browsers throw disks away now and then. Never together with
   * losses of the endpoint: what both have lost nobody has.
   */
  readonly hasSpares: boolean;
  readonly prepared: Prepared;
  readonly server: Server;
  readonly post: Post;
  readonly oracle = new Oracle();
  readonly trace: Trace = makeTrace();
  readonly phones: Phone[] = [];
  /** What went wrong where nobody could throw it on; the first counts. */
  readonly wrongs: unknown[] = [];
  /** Backups of the endpoint's data, and the eras that restoring them began. */
  readonly backups: Buffer[] = [];
  readonly eras: number[] = [];
  /** Edits that the last request made the endpoint take. */
  readonly fresh = new Set<OpId>();
  /** Edits that the endpoint had, and their authors had not heard so at once when the data were lost. */
  readonly unheard = new Set<OpId>();
  /** Conflicts that were judged. */
  readonly judged = new Set<RecordId>();
  /** How many edits were made: the number in every value and word. */
  nth = 0;
  /** What the last answer was, for those who look at it whole. */
  lastAnswer = "";

  constructor(seed: number, prepared: Prepared) {
    this.seed = seed;
    this.hasLosses = seed % lossEvery === 0;
    this.hasSpares = seed % lossEvery === 1;
    this.prepared = prepared;
    this.server = new Server(prepared, makeSeededChance(seed * 31 + 7));
    this.server.onWake = (advanced, by, hearing) => this.#tell(advanced, by, hearing);
    this.post = new Post(this.server, (phone, answer) => this.#onAnswer(phone, answer));
  }

  /** Makes the members' places and opens the phones: five to seven, so that some can be cloned. */
  async begin(dice: Dice): Promise<void> {
    const { area, teams, phones } = this.prepared;
    await this.server.readMembers();
    const members = [...new Set(phones.map(({ member }) => member))];
    for (const [nth, member] of members.entries()) {
      const role = nth === 0 ? "coordinator" : "adviser";
      await this.server.setMember(member, area, { kind: "area", role });
      for (const team of teams) {
        const isIn = dice.below(3) > 0;
        await this.server.setMember(member, team, isIn ? { kind: "team", role } : null);
      }
    }
    for (const partner of this.prepared.partners) {
      const place = { kind: "partner", role: "adviser" } as const;
      const member = members[dice.below(members.length)];
      if (member !== undefined) await this.server.setMember(member, partner, place);
    }
    for (const prepared of phones.slice(0, 5 + dice.below(3))) {
      const disk = dice.below(3) === 0 ? prepared.fresh : prepared.loaded;
      await this.addPhone(prepared, firstImage(disk, this.hasSpares));
    }
    await this.server.observe();
    this.trace.note(`${this.phones.length} phones`);
  }

  /** Adds a phone with its disk as in the image. Two with the same owner and identity are a phone and its clone. */
  async addPhone(prepared: PreparedPhone, image: PhoneImage): Promise<Phone> {
    const nth = this.phones.length;
    const phone = new Phone({
      name: `p${nth}`,
      prepared,
      image,
      seed: this.seed * 101 + nth,
      clock: this.server.clock,
      carry: (from, path, init) => this.post.carry(from, path as string, init),
      onCommit: (of) => this.lookAt(of),
      onDefect: (defect) => this.wrongs.push(defect),
    });
    this.phones.push(phone);
    await phone.open();
    return phone;
  }

  /** Notes who has not heard of which edits: after a loss they come back as if they were new. */
  noteUnheard(): void {
    if (this.eras.length === 0) return;
    const { everTaken } = this.server;
    if (this.eras.length > 1) for (const id of everTaken) this.unheard.add(id);
    for (const { memory } of this.phones) {
      for (const id of memory.written) {
        if (!memory.heard.has(id) && everTaken.has(id)) this.unheard.add(id);
      }
    }
  }

  /** Judges where an error would be taken for one of the network or of a listener. */
  watch(judge: () => void): void {
    try {
      judge();
    } catch (wrong) {
      this.wrongs.push(wrong);
    }
  }

  /**
   * Judges what a phone shows. At its commits, and after whatever brings it news: of a record whose kind only a later version
   * knows no screen is told, and by the next look the endpoint may have lost what took it away.
   */
  lookAt(phone: Phone): void {
    this.watch(() => judgeScreen(this, phone));
  }

  /** Throws what went wrong, if anything did. */
  check(): void {
    const [wrong] = this.wrongs;
    if (wrong !== undefined) throw wrong;
    const defect = this.server.log.find((line) => line.includes("defect"));
    if (defect !== undefined) throw new Error(`the endpoint logged ${defect}`);
  }

  async close(): Promise<void> {
    for (const phone of this.phones) phone.close();
    await this.server.close();
  }

  /** Looks at the endpoint's database, and judges what is new there. */
  async look(): Promise<void> {
    const news = await this.server.observe();
    this.fresh.clear();
    for (const [id] of news.settled) this.fresh.add(id);
    this.watch(() => judgeNews(this, news));
  }

  /** Puts news on the lines of those who hear them, as the endpoint words them for each. */
  async #tell(advanced: Advanced, by: DeviceId | null, hearing: Hearing): Promise<void> {
    for (const { line, prepared } of this.phones) {
      if (line === null || prepared.device === by) continue;
      const heard = await hearing(advanced, prepared.device, true);
      if (typeof heard === "string") continue;
      const news = heard.join("\n");
      this.trace.weigh(news);
      this.watch(() => judgeHeard(this.server.scopesOf(prepared.member), news));
      line.push(news);
    }
  }

  async #onAnswer(phone: Phone, answer: string): Promise<void> {
    this.lastAnswer = answer;
    this.trace.weigh(answer);
    await this.look();
    this.watch(() => judgeAnswer(this.server.scopesOf(phone.prepared.member), answer));
  }
}

/** The dice of one step: they do not depend on the steps before, so a schedule can be shortened. */
export const diceOf = (seed: number, step: number): Dice => makeDice(seed * 10_007 + step * 7_919);
