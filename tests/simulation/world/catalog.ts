import type { DeviceId, MemberId, RecordId } from "#domain/ids.ts";
import { addMs, hourMs, type Instant, minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { HomeKind } from "#domain/kind.ts";
import { thursdayMorning } from "../../support/platform.ts";

/** How a field is edited. The oracle judges each kind by its own rule. */
export type SimulatedFieldKind = "register" | "text" | "tally" | "items" | "notes";

/**
 * Who writes a value, and the number of the edit: nobody else writes the same in the schedule. `own` is an allotment on the
 * screen that the device may give times out of, and when it begins.
 */
export type Authorship = {
  readonly nth: number;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly own: { readonly id: RecordId; readonly start: Instant } | null;
};

type SimulatedField = {
  readonly kind: SimulatedFieldKind;
  /** Said when the record is made, and never changed. */
  readonly isFixed?: true;
  readonly make: (by: Authorship) => Json;
};

/** A kind of record as the people of the simulation use it. */
export type SimulatedKind = {
  readonly name: string;
  readonly home: HomeKind;
  readonly fields: Readonly<Record<string, SimulatedField>>;
  /** What is seen of it where it is shared; nothing of a kind that is not. */
  readonly projected?: readonly string[];
};

const register = (make: SimulatedField["make"]): SimulatedField => ({ kind: "register", make });
const code = register(({ nth }) => `c${nth}`);
const line = register(({ nth }) => `rivi ${nth}`);
const text: SimulatedField = { kind: "text", make: ({ nth }) => `s${nth}a s${nth}b alkoi.` };

/**
 * Six times of the day at which everybody books, no two to the same millisecond. Two in three of those who hold an allotment give
 * out one of its four times instead.
 */
const slot = register(({ nth, member, own }) => {
  if (own !== null && nth % 3 > 0) {
    const start = addMs(own.start, (nth % 4) * 30 * minuteMs + nth);
    return {
      start,
      end: addMs(start, 25 * minuteMs),
      place: null,
      adviser: member,
      allotment: own.id,
    };
  }
  const start = addMs(thursdayMorning, (nth % 6) * hourMs + nth);
  return { start, end: addMs(start, 45 * minuteMs), place: null, adviser: member };
});

/** A stretch of the morning or of the afternoon, for the device of its author. */
const stretch = register(({ nth, member }) => {
  const start = addMs(thursdayMorning, (nth % 2) * 3 * hourMs + nth);
  return { start, end: addMs(start, 150 * minuteMs), place: null, adviser: member };
});
const ownDevice: SimulatedField = { ...register(({ device }) => device), isFixed: true };

const tick: SimulatedField = {
  kind: "items",
  make: ({ nth, member }) => ({
    text: `rivi ${nth}`,
    phase: "before",
    done: nth % 2 === 0,
    by: member,
    at: addMs(thursdayMorning, nth),
  }),
};
const crew: SimulatedField = {
  kind: "items",
  make: ({ nth, member }) => ({ member, role: `rooli ${nth}` }),
};
const messages: SimulatedField = {
  kind: "notes",
  make: ({ nth, member }) => ({ text: `viesti ${nth}`, by: member, at: thursdayMorning }),
};
const tally: SimulatedField = { kind: "tally", make: () => 1 };

const referralSeen = ["person", "question", "consent", "state", "messages"];
const conflictSeen = [
  "record",
  "field",
  "kept",
  "lost",
  "lostBy",
  "lostAt",
  "keptBy",
  "keptAt",
  "state",
  "closed",
];

/**
 * What is written: kinds of this version, some with a field of a later one, and a kind that only a later version knows.
 * `later`, `laterText` and `later-kind` are unknown to the program and have to be kept as they are.
 */
export const catalog: readonly SimulatedKind[] = [
  {
    name: "client",
    home: "team",
    fields: {
      name: line,
      phone: register(({ nth }) => `+35840${1_000_000 + nth}`),
      language: code,
      note: text,
      later: register(({ nth }) => ({ value: nth, more: [nth, { deep: `d${nth}` }] })),
      laterText: text,
    },
  },
  {
    name: "appointment",
    home: "team",
    fields: { guidance: code, slot, status: code, note: text },
  },
  { name: "allotment", home: "team", fields: { label: line, slot: stretch, holder: ownDevice } },
  {
    name: "event",
    home: "area",
    fields: { title: line, note: text, checklist: tick, crew, counts: tally },
  },
  {
    name: "referral",
    home: "team",
    fields: { person: line, question: text, state: code, messages, ownNote: text },
    projected: referralSeen,
  },
  { name: "memo", home: "person", fields: { body: text } },
  { name: "later-kind", home: "area", fields: { alpha: line, beta: text } },
  { name: "later-kind", home: "team", fields: { alpha: line, beta: text } },
];

const byName = new Map(catalog.map((kind) => [kind.name, kind]));

/** The fields of a record that people write; none for a kind that only the endpoint makes. */
export const fieldsOf = (kind: string): SimulatedKind["fields"] => byName.get(kind)?.fields ?? {};

/** Those of them that are edited. */
export const editedOf = (kind: string): string[] =>
  Object.entries(fieldsOf(kind)).flatMap(([field, { isFixed }]) =>
    isFixed === true ? [] : [field],
  );

/** The fields that are seen of a record where it is shared. A conflict about such a field goes along. */
export const projectedOf = (kind: string): readonly string[] =>
  kind === "conflict" ? conflictSeen : (byName.get(kind)?.projected ?? []);

/** How the field is edited that an edit's path is in. */
export const fieldKindOf = (kind: string, path: string): SimulatedFieldKind =>
  fieldsOf(kind)[path.split(".")[0] ?? ""]?.kind ?? "register";

const isSingle = (kind: SimulatedFieldKind): boolean => kind === "register" || kind === "text";

/** The first values of a record: of each field that holds one and that this version knows. */
export const firstValues = (kind: SimulatedKind, by: Authorship): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([field, { kind: how }]) => !field.startsWith("later") && isSingle(how))
      .map(([field, { make }]) => [field, make(by)]),
  );

/** What a record's fields hold at an edit's path: a field, or an item in one; `null` where there is nothing. */
export const valueAt = (fields: { readonly [field: string]: Json }, path: string): Json => {
  const [field = "", item] = path.split(".");
  const value = fields[field] ?? null;
  if (item === undefined) return value;
  return (value as { readonly [item: string]: Json } | null)?.[item] ?? null;
};

/** By what two values are told apart. A message keeps its author's words; its time is the endpoint's. */
export const likenessOf = (value: Json): string => {
  const isMessage = typeof value === "object" && value !== null && "text" in value && "by" in value;
  return JSON.stringify(isMessage && !("done" in value) ? [value["text"], value["by"]] : value);
};

/** Shortens an id for people. */
export const shortId = (id: string): string => id.slice(0, 4);
