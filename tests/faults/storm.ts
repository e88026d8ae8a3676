import { join } from "node:path";
import { openSqlite } from "#endpoint/database/sqlite.ts";
import { dayMs, hourMs } from "#domain/instant.ts";
import { organisationKind } from "#domain/kinds/organisation.ts";
import type { ScopeId } from "#domain/ids.ts";
import { startEndpoint } from "../e2e/support/endpoint.ts";
import { makeDice } from "../support/dice.ts";
import type { Fault } from "../support/fault-proxy.ts";
import { makeSeededChance } from "../support/platform.ts";
import { editSomething, makeShared, type Shared } from "./edits.ts";
import { judge, type Judged } from "./judge.ts";
import { enrolPhone, type Phone } from "./phone.ts";

/** What a storm came to: what was judged, the requests by the fault they met, and how the exchanges ended. */
export type Figures = Judged & {
  readonly exchanges: number;
  readonly met: Readonly<Record<Fault, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly restarts: number;
};

/** How much faster than life everything that waits runs: a second takes ten milliseconds. */
const scale = 1 / 100;

/** Clocks of phones: right, an hour ahead, two days behind, a year ahead. */
const clockErrorsMs = [0, hourMs, -2 * dayMs, 365 * dayMs];

/**
 * Lets phones of a team and of a partner exchange with a real endpoint over bad networks, writing all the while, until
 * `syncs` exchanges were begun; then lets the weather calm down and judges what is there. The same seed draws the same
 * faults and edits, but not the same moments.
 */
export const storm = async (syncs: number, seed: number): Promise<Figures> => {
  const endpoint = await startEndpoint();
  const database = openSqlite(join(endpoint.dataFolder, "katve.sqlite"));
  const phones: Phone[] = [];
  try {
    const port = Number(new URL(endpoint.origin).port);
    const enrol = async (name: string, at: number, ...args: readonly string[]) => {
      const code = new URL(await endpoint.link(...args)).hash.slice(1);
      const clockErrorMs = clockErrorsMs[at] ?? 0;
      const parts = { name, code, endpointPort: port, clockErrorMs, scale };
      const phone = await enrolPhone({ ...parts, seed: seed * 10 + at });
      phones.push(phone);
      return phone;
    };
    const first = await enrol("Aino", 0);
    await first.settle();
    const [organisation] = first.store().ledger.all(organisationKind).keys();
    if (organisation === undefined) throw new Error("the area has an organisation");
    const shared = await makeShared(first, organisation as string as ScopeId);
    await first.settle();
    for (const [at, name] of ["Paavo", "Veera"].entries()) await enrol(name, at + 1);
    const partner = await enrol("Paja", 3, "--partner", organisation);
    for (const phone of phones) await phone.settle();
    const each = Math.ceil(syncs / phones.length);
    const restarts = await Promise.all(
      phones.map((phone, at) => live(phone, shared, each, seed * 100 + at, phone === partner)),
    );
    for (const phone of phones) phone.proxy.calm();
    // The second time round everybody hears of what the last ones sent.
    for (const phone of [...phones, ...phones]) await phone.settle();
    const judged = await judge(database, phones);
    return {
      ...judged,
      exchanges: sum(phones.flatMap(({ outcomes }) => [...outcomes.values()])),
      met: sumBy(phones.map(({ proxy }) => proxy.met)),
      outcomes: sumBy(phones.map(({ outcomes }) => Object.fromEntries(outcomes))),
      restarts: sum(restarts),
    };
  } finally {
    for (const phone of phones) await phone.close();
    await database.destroy();
    await endpoint.close();
  }
};

/** A phone's days: it writes now and then, exchanges, and now and then its battery dies. Returns how often that was. */
const live = async (
  phone: Phone,
  shared: Shared,
  exchanges: number,
  seed: number,
  isPartner: boolean,
): Promise<number> => {
  const dice = makeDice(makeSeededChance(seed));
  let restarts = 0;
  for (let at = 0; at < exchanges; at += 1) {
    for (let edits = dice.below(4); edits > 0; edits -= 1) {
      await editSomething(
        phone,
        shared,
        dice,
        `${phone.name.toLowerCase()}${at}x${edits}`,
        isPartner,
      );
    }
    const exchanged = phone.exchange();
    if (dice.once(20)) {
      await phone.restart();
      restarts += 1;
    } else await exchanged;
  }
  return restarts;
};

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

const sumBy = <Name extends string>(
  counted: readonly Readonly<Record<Name, number>>[],
): Readonly<Record<Name, number>> => {
  const total: Partial<Record<Name, number>> = {};
  for (const [name, count] of counted.flatMap((one) => Object.entries(one) as [Name, number][])) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total as Record<Name, number>;
};
