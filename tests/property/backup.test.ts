import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { eventKind } from "#domain/kinds/event.ts";
import type { Edit } from "#store/write.ts";
import { enrolPhone, type Phone } from "../integration/support/phone.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { makeSeededChance } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";

/*
 * Random work on an old phone, backups of it at random moments, brought in on the phone that takes its place, once or
 * several times, while both go on working and sending in any order over a network that fails. In the end every edit was
 * applied once, every count was counted once, and all phones show the same.
 */

const schedules = 24;
const stepsOfOne = 24;
const filePhrase = "kopion oma pitkä tunnuslause";

const stepKinds = [
  "write",
  "write",
  "write",
  "write",
  "count",
  "count",
  "back up",
  "back up",
  "bring in",
  "bring in",
  "bring in again",
  "exchange",
  "exchange",
  "exchange",
  "restart",
] as const;

class Run {
  /** Every edit that was ever made. */
  readonly made = new Set<string>();
  /** What every counter has to come to. */
  counted = 0;
  readonly #chance;
  readonly #event: RecordId;
  readonly #phones: readonly [old: Phone, next: Phone];
  readonly #files: Uint8Array[] = [];
  #names = 0;

  constructor(seed: number, event: RecordId, phones: readonly [Phone, Phone]) {
    this.#chance = makeSeededChance(seed * 6_151 + 5);
    this.#event = event;
    this.#phones = phones;
  }

  async step(): Promise<string> {
    const kind = this.#pick(stepKinds);
    const phone = this.#pick(this.#phones);
    switch (kind) {
      case "write":
        await this.#write(phone, this.#someEdits(phone));
        break;
      case "count":
        await this.#count(phone);
        break;
      case "back up":
        this.#files.push(expectOk(await this.#phones[0].store().backup.make(filePhrase)).bytes);
        break;
      case "bring in":
        await this.#bringIn(this.#files.at(-1));
        break;
      case "bring in again":
        if (this.#files.length > 0) await this.#bringIn(this.#pick(this.#files));
        break;
      case "exchange":
        await this.#exchange(phone);
        break;
      case "restart":
        await phone.restart();
        break;
      default:
        kind satisfies never;
    }
    const isOnEither = !kind.startsWith("b");
    return isOnEither ? `${kind} on ${phone === this.#phones[0] ? "old" : "next"}` : kind;
  }

  async #bringIn(file: Uint8Array | undefined): Promise<void> {
    if (file === undefined) return;
    expectOk(await this.#phones[1].store().backup.restore(file, filePhrase));
  }

  async #write(phone: Phone, edits: readonly Edit[]): Promise<void> {
    expectOk(await phone.store().write(edits));
    for (const { id } of phone.store().exchange.unsent()) this.made.add(id);
  }

  #someEdits(phone: Phone): Edit[] {
    const store = phone.store();
    const clients = [...store.ledger.all(clientKind).keys()];
    this.#names += 1;
    const name = `nimi ${this.#names}`;
    const sight = clients.length > 0 ? store.ledger.sightOf(this.#pick(clients)) : null;
    if (sight === null || this.#roll(3) === 0) {
      const fields = { name, phone: "", language: "fi", note: "" };
      const record = store.newRecordId();
      return [{ verb: "new", record, kind: clientKind.name, home: phone.team(), fields }];
    }
    if (this.#roll(2) === 0) return [{ verb: "set", sight, field: "name", value: name }];
    const value = `${sight.textOf("note")} Lause numero ${this.#names}.`.trim();
    return [{ verb: "text", sight, field: "note", value }];
  }

  async #count(phone: Phone): Promise<void> {
    const sight = phone.store().ledger.sightOf(this.#event);
    if (sight === null) return;
    const value = 1 + this.#roll(5);
    this.counted += value;
    await this.#write(phone, [{ verb: "inc", sight, field: "counts.work", value }]);
  }

  async #exchange(phone: Phone): Promise<void> {
    const weathers = [
      { kind: "clear" },
      { kind: "clear" },
      { kind: "away" },
      { kind: "answers lost" },
      { kind: "answers cut", afterBytes: 40 + this.#roll(900) },
    ] as const;
    phone.network.weather = this.#pick(weathers);
    await phone.tryExchange();
    phone.network.weather = { kind: "clear" };
  }

  #roll(sides: number): number {
    const [high = 0, low = 0] = this.#chance.bytes(2);
    return (high * 256 + low) % sides;
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#roll(from.length)] as T;
  }
}

const everythingOn = (phone: Phone) => {
  const { ledger } = phone.store();
  return [clientKind, eventKind].map((kind) =>
    [...ledger.all(kind).values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
};

const answersOf = async (endpoint: TestEndpoint) => {
  const rows = await endpoint.database.selectFrom("applied").select(["op_id", "ack"]).execute();
  return new Map(rows.map((row) => [row.op_id, row.ack]));
};

describe("a backup brought in while both phones go on", () => {
  test(`loses and doubles nothing in ${schedules} random orders`, async () => {
    for (let seed = 1; seed <= schedules; seed += 1) {
      await using endpoint = await makeEndpoint({ seed });
      const old = await enrolPhone(endpoint, seed * 10 + 1);
      const event = old.store().newRecordId();
      const home = endpoint.area;
      expectOk(
        await old
          .store()
          .write([
            { verb: "new", record: event, kind: eventKind.name, home, fields: { title: "Messut" } },
          ]),
      );
      await old.exchange();
      const { member } = old;
      const next = await enrolPhone(endpoint, seed * 10 + 2, {
        invitation: { member },
        isQuiet: seed % 3 === 0,
      });
      if (seed % 3 === 0) await next.tryExchange();
      const colleague = await enrolPhone(endpoint, seed * 10 + 3);
      const run = new Run(seed, event, [old, next]);
      const steps: string[] = [];
      for (let nth = 0; nth < stepsOfOne; nth += 1) {
        endpoint.clock.advance(1_000);
        steps.push(await run.step());
      }
      for (const phone of [next, old, next, old, colleague]) await phone.exchange();

      const told = `seed ${seed}: ${steps.join(", ")}`;
      const answers = await answersOf(endpoint);
      const unapplied = [...run.made].filter((op) => !/^[amc]$/.test(answers.get(op) ?? ""));
      expect(unapplied, told).toEqual([]);
      for (const phone of [old, next, colleague]) {
        expect(phone.store().ledger.unsentSaves(), told).toBe(0);
        expect(expectOk(await phone.store().tray.read()), told).toEqual([]);
        const counts = phone.store().ledger.get(eventKind, event)?.values.counts;
        expect(counts?.["work"] ?? 0, told).toBe(run.counted);
        expect(everythingOn(phone), told).toEqual(everythingOn(colleague));
      }
    }
  }, 60_000);
});
