import type { RecordId } from "#domain/ids.ts";
import { addMs, hourMs, minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { HomeKind } from "#domain/kind.ts";
import { thursdayMorning } from "../../support/platform.ts";

/** How a field is edited. The oracle judges each kind by its own rule. */
export type SimulatedFieldKind = "register" | "text";

type SimulatedField = {
  readonly kind: SimulatedFieldKind;
  /** A value that nobody else writes in the schedule. */
  readonly make: (nth: number) => Json;
};

/** A kind of record as the people of the simulation use it. */
export type SimulatedKind = {
  readonly name: string;
  readonly home: HomeKind;
  readonly fields: Readonly<Record<string, SimulatedField>>;
};

const register = (make: (nth: number) => Json): SimulatedField => ({ kind: "register", make });
const code = register((nth) => `c${nth}`);
const line = register((nth) => `rivi ${nth}`);
const text: SimulatedField = { kind: "text", make: (nth) => `s${nth}a s${nth}b alkoi.` };

const slot = register((nth) => ({
  start: addMs(thursdayMorning, nth * hourMs),
  end: addMs(thursdayMorning, nth * hourMs + 30 * minuteMs),
  place: null,
  adviser: null,
}));

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
      phone: register((nth) => `+35840${1_000_000 + nth}`),
      language: code,
      note: text,
      later: register((nth) => ({ value: nth, more: [nth, { deep: `d${nth}` }] })),
      laterText: text,
    },
  },
  {
    name: "appointment",
    home: "team",
    fields: { guidance: code, channel: code, slot, status: code, note: text },
  },
  { name: "later-kind", home: "area", fields: { alpha: line, beta: text } },
  { name: "later-kind", home: "team", fields: { alpha: line, beta: text } },
];

const byName = new Map(catalog.map((kind) => [kind.name, kind]));

/** The fields of a record that people write; none for a kind that only the endpoint makes. */
export const fieldsOf = (kind: string): SimulatedKind["fields"] => byName.get(kind)?.fields ?? {};

/** How a field is edited. */
export const fieldKindOf = (kind: string, field: string): SimulatedFieldKind =>
  fieldsOf(kind)[field]?.kind ?? "register";

/** The first values of a record: most of its fields, each with a value of its own. */
export const firstValues = (kind: SimulatedKind, nth: number): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([field]) => !field.startsWith("later"))
      .map(([field, { make }]) => [field, make(nth)]),
  );

/** Shortens an id for people. */
export const shortId = (id: RecordId | string): string => id.slice(0, 4);
