import { webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import {
  addMs,
  hourMs,
  type Instant,
  type LocalDate,
  minuteMs,
  toInstant,
} from "#domain/instant.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { RecordId } from "#domain/ids.ts";
import { makeDoor } from "#store/door.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { makeTransport } from "#sync/transport.ts";
import { quickDeriveKey } from "../support/platform.ts";
import { makeTabRoom } from "../support/tab-room.ts";

/** Fetch with a cookie jar of one cookie: a device without a browser. */
const makeFetch = (): typeof fetch => {
  let cookie = "";
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", new URL(input as string).origin);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(input, { ...init, headers });
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return response;
  };
};

const platform = {
  clock: { now: () => toInstant(Date.now()) },
  chance: { bytes: (count: number) => webcrypto.getRandomValues(new Uint8Array(count)) },
  subtle: webcrypto.subtle as SubtleCrypto,
  deriveKey: quickDeriveKey,
};

/** When the nth seeded appointment is, and whose: of the adviser that is measured, or of the colleague who seeds. */
export type SeedPlan = (
  nth: number,
  today: LocalDate,
) => { readonly start: Instant; readonly minutes: number; readonly isColleagues: boolean };

/** Half a year of one adviser's times, five or six a day. */
const halfYear: SeedPlan = (nth, today) => ({
  start: addMs(fromLocal(addDays(today, (nth % 180) - 90), 8 * 60), Math.floor(nth / 180) * hourMs),
  minutes: 45,
  isColleagues: false,
});

/**
 * Fills the team of an enrolment link with records, as another device of the team would: half clients, half appointments of
 * the adviser of that name, or as `plan` says.
 */
export const seedTeam = async (
  link: string,
  records: number,
  name: string,
  plan: SeedPlan = halfYear,
): Promise<void> => {
  const url = new URL(link);
  const transport = makeTransport({ fetch: makeFetch(), origin: url.origin });
  const keys = await makeDeviceKeys(platform);
  const signer = {
    device: keys.device,
    sign: (text: string) => signWith(keys.privateKey, text, platform.subtle),
  };
  const newcomer = {
    code: url.hash.slice(1),
    name: "Mittaaja Malli",
    label: "",
    key: keys.publicKey,
    signer,
  };
  const enrolled = must(await enrolDevice(transport, newcomer, platform));
  const door = makeDoor({
    name: "seed",
    platform,
    openTabs: makeTabRoom(),
    indexedDB: new IDBFactory(),
    IDBKeyRange,
  });
  const store = must(await door.enrol(keys, enrolled, "mittaus mittaus mittaus"));
  const parts = { store, transport, ...platform };
  must(await exchangeOnce(parts, 1));
  const advisers = [...store.ledger.all(adviserKind).values()];
  const adviser = advisers.find(({ values }) => values.name === name)?.id;
  if (adviser === undefined) throw new Error(`${name} is not in the area`);
  for (let at = 0; at < records / 2; at += 50) {
    must(await store.write(pairs(store, adviser, plan, at, 50)));
  }
  for (let more = true; more;) more = must(await exchangeOnce(parts, 200)).more;
  store.close();
};

const pairs = (
  store: Store,
  adviser: RecordId,
  plan: SeedPlan,
  from: number,
  count: number,
): Edit[] => {
  const [team] = [...store.ledger.scopes()].find(([, { kind }]) => kind === "team") ?? [];
  if (team === undefined) throw new Error("the member has no team");
  const today = toLocalDate(platform.clock.now());
  return Array.from({ length: count }, (_, index) => from + index).flatMap((nth): Edit[] => {
    const client = store.newRecordId();
    const { start, minutes, isColleagues } = plan(nth, today);
    return [
      {
        verb: "new",
        record: client,
        kind: "client",
        home: team,
        fields: { name: `Mittaus ${nth}`, phone: "", language: "fi", note: "" },
      },
      {
        verb: "new",
        record: store.newRecordId(),
        kind: "appointment",
        home: team,
        fields: {
          client,
          guidance: "education",
          channel: "visit",
          slot: {
            start,
            end: addMs(start, minutes * minuteMs),
            place: null,
            adviser: isColleagues ? store.identity.member : adviser,
          },
          language: "fi",
          status: "booked",
          note: "Haluaa kokeilla ennen hakua. Kyyti Kuhmosta ratkaistava, tulkki tarvitaan paikalle.",
        },
      },
    ];
  });
};

const must = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
