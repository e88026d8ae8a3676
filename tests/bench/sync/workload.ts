/*
 * What every peer synchronises: guidance times as flat rows of about 390 bytes of JSON, from a seeded generator, and small
 * edits to them. Ten times belong to one client, as in a team where people come back.
 */

/** One guidance time with everything a screen shows of it. */
export type Row = {
  readonly id: string;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
  readonly adviserId: string;
  readonly clientName: string;
  readonly phone: string;
  readonly siteId: string;
  readonly status: string;
  readonly language: string;
  readonly note: string;
  readonly updatedAt: string;
};

/** A new status and a new note for one row. `updatedAt` is unique for every edit. */
export type Patch = Pick<Row, "id" | "status" | "note" | "updatedAt">;

const words =
  `haluaa kokeilla ennen hakua kyyti ratkaistava tulkki tarvitaan paikalle lomake täytetty liitteet puuttuvat vielä
  tarkista osoite ennen käyntiä ovikoodi muuttunut esteetön sisäänkäynti pihan puolelta edellinen käynti peruttu
  sairauden vuoksi jatkoaika sovittu puhelimessa lähetä muistutus viestillä päivää aiemmin hakemus käsittelyssä päätös
  odottaa allekirjoitusta yhteyshenkilö mukana tapaamisessa soittaa huomenna aamulla ja toivoo aikaa iltapäivälle`.split(
    /\s+/,
  );
const kinds = ["visit", "phone", "video", "home", "group"];
const statuses = ["booked", "confirmed", "arrived", "done", "cancelled", "noshow"];
const languages = ["fi", "sv", "en", "ru", "ar", "so"];
const firstNames = "Aamu Eelo Halla Ilo Kaste Lumi Myrsky Pouta Sade Tyyni".split(" ");
const lastNames =
  "Esimerkki Mallinen Kuvitelma Keksitty Satunen Harjoitus Koelma Luonnos Näyte Otos".split(" ");

const rowsPerClient = 10;
const quarterMs = 900_000;
const dayMs = 86_400_000;

/** Chance between 0 and 1 that is the same for the same seed (mulberry32). */
const makeDice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state += 0x6d2b79f5;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The rows of the workload: the same for the same count. */
export const makeRows = (count: number): Row[] => {
  const dice = makeDice(20_261_122);
  const below = (limit: number) => Math.floor(dice() * limit);
  const pick = (items: readonly string[]) => items[below(items.length)] ?? "";
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join("");
  const clients = Array.from({ length: Math.ceil(count / rowsPerClient) }, () => ({
    clientName: `${pick(firstNames)} ${pick(lastNames)}`,
    phone: `+35840${1_000_000 + below(9_000_000)}`,
  }));
  return Array.from({ length: count }, (): Row => {
    const start = Date.UTC(2026, 0, 1, 6) + below(365) * dayMs + below(36) * quarterMs;
    const [client = { clientName: "", phone: "" }] = [clients[below(clients.length)]];
    let note = pick(words);
    while (note.length < 74) note += ` ${pick(words)}`;
    return {
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      kind: pick(kinds),
      start: new Date(start).toISOString(),
      end: new Date(start + (1 + below(4)) * quarterMs).toISOString(),
      adviserId: `adv-${100 + below(60)}`,
      ...client,
      siteId: `site-${1 + below(24)}`,
      status: pick(statuses),
      language: pick(languages),
      note,
      updatedAt: new Date(start - below(30 * dayMs)).toISOString(),
    };
  });
};

/** `count` edits spread over the rows; those of another `round` differ in every part. */
export const makePatches = (rows: readonly Row[], count: number, round: number): Patch[] => {
  const dice = makeDice(round * 7_919 + 1);
  const step = Math.max(1, Math.floor(rows.length / count));
  const rowAt = (at: number): Row => {
    const row = rows[at % rows.length];
    if (row === undefined) throw new Error("there are no rows to edit");
    return row;
  };
  return Array.from({ length: count }, (_, index) => ({
    id: rowAt(index * step + round).id,
    status: statuses[Math.floor(dice() * statuses.length)] ?? "",
    note: `${rowAt(Math.floor(dice() * rows.length)).note.slice(0, 68)} muutos ${round}`,
    updatedAt: new Date(Date.UTC(2027, 0, 1) + round * 1_000_000 + index).toISOString(),
  }));
};
