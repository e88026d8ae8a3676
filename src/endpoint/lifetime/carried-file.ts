import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { eraSize } from "#domain/era.ts";
import type { ScopeId } from "#domain/ids.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Carried } from "./carried.ts";

/** Why a file of what is to be carried over is of no use. */
export type CarriedFault = "missing" | "unreadable" | "foreign";

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger());
/** An era has to leave room for the one that begins behind it: a version is a number of 53 bits. */
const era = v.pipe(
  count,
  v.minValue(0),
  v.maxValue(Math.floor(Number.MAX_SAFE_INTEGER / eraSize) - 2),
);
const schema = v.object({
  katve: v.literal("carried"),
  area: text,
  eras: v.array(era),
  hashes: v.array(text),
  words: v.array(v.object({ scope_id: text, entity_id: text })),
  revoked: v.array(
    v.object({
      id: text,
      member_id: text,
      label: text,
      key: text,
      created_at: count,
      revoked_at: count,
    }),
  ),
});

/** Writes it to a new file, for its owner alone: it names devices and tells that there were records by these ids. */
export const writeCarried = (file: string, area: ScopeId, carried: Carried): "done" | "exists" => {
  if (existsSync(file)) return "exists";
  const content = JSON.stringify({ katve: "carried", area, ...carried });
  writeFileSync(file, `${content}\n`, { mode: 0o600, flag: "wx", flush: true });
  return "done";
};

/** Reads such a file; one of another installation is foreign, for its `area` is another. */
export const readCarriedFile = (file: string, area: ScopeId): Result<Carried, CarriedFault> => {
  if (!existsSync(file)) return fail("missing");
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), readFileSync(file, "utf8"));
  if (!parsed.success) return fail("unreadable");
  const { area: own, katve: _, ...carried } = parsed.output;
  return own === area ? ok(carried) : fail("foreign");
};
