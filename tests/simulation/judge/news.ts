import type { ScopeId } from "#domain/ids.ts";
import type { RecordState } from "#domain/record.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { readRecord } from "#domain/record.ts";
import { fieldKindOf } from "../world/catalog.ts";
import type { News, Place } from "../world/server.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import type { Write } from "./oracle.ts";

/** Judges what a request changed in the database, as soon as it has. */
export const judgeNews = (world: World, { settled, changed }: News): void => {
  const { oracle, server } = world;
  for (const [id, { record, ack }] of settled) {
    const write = oracle.writes.get(id);
    const about = server.records.get(record);
    if (write === undefined || ack.startsWith("r:")) continue;
    const isAllowed = about !== undefined && mayWrite(server.scopesOf(write.member), about, write);
    hold(isAllowed, "I4", () => `edit ${write.nth} of somebody outside the scope was taken`);
  }
  for (const state of changed) {
    if (state.kind !== conflictKind.name || world.judged.has(state.id)) continue;
    world.judged.add(state.id);
    judgeConflict(world, state);
  }
};

/** What a partner may write of a kind that is shared with it: of others nothing. */
const partnersFields: Readonly<Record<string, RegExp>> = {
  referral: /^(?:state|messages\..*)$/,
  // A conflict goes where its record goes, and any member may close it.
  conflict: /^(?:state|closed)$/,
};

/** Whether somebody may make an edit: at home; or as a partner on what is shared, and then only a few fields. */
const mayWrite = (
  scopes: ReadonlyMap<ScopeId, Place>,
  { home, shares }: RecordState,
  { gave, kind }: Write,
): boolean =>
  scopes.has(home) ||
  (gave.size > 0 &&
    shares.some((scope) => scopes.has(scope)) &&
    [...gave.keys()].every((path) => partnersFields[kind]?.test(path) === true));

/**
 * I11 and beyond: whoever is shown a conflict had indeed not seen the other's value. So one person's successive edits never
 * give one, and nobody is asked about what they have decided already.
 */
const judgeConflict = (world: World, state: RecordState): void => {
  const { oracle, server } = world;
  const { record, field, kept, lost } = readRecord(conflictKind, state).values;
  if (record === null) throw new Error("a conflict is about a record");
  const about = server.records.get(record);
  const isText = fieldKindOf(about?.kind ?? "", field) === "text";
  const losers = oracle.at(record, field).filter((write) => write.gave.get(field) === lost);
  const isTrue = isText
    ? losers.some((loser) => hasUnseen(world, loser, field))
    : areStrangers(
        world,
        field,
        oracle.shownIn(record, field, kept),
        oracle.shownIn(record, field, lost),
      );
  hold(
    isTrue,
    "I11",
    () => `a conflict over ${field} of edits that knew each other: ${JSON.stringify([kept, lost])}`,
  );
};

/**
 * After a loss nobody can tell any more who had seen an edit that its author never heard of, or only when others had
 * written on top of it, or in data that were lost in their turn; nor what was seen through somebody else's edit, or through
 * one that was refused before. Then rather a conflict than a value gone.
 */
const areStrangers = (
  { eras, oracle, server, unheard }: World,
  field: string,
  some: readonly Write[],
  others: readonly Write[],
): boolean => {
  const knows = (one: Write, other: Write) => {
    const past = oracle.pastOf(one, field);
    if (eras.length === 0 || !past.has(other)) return past.has(other);
    const isDirect = oracle.shownIn(one.record, field, one.saw.get(field)).includes(other);
    const isRefused = ({ id }: Write) => server.refused.has(id);
    return (isDirect || one.device === other.device) && ![...past].some(isRefused);
  };
  return some.some((one) =>
    others.some(
      (other) =>
        (!knows(one, other) || unheard.has(other.id)) &&
        (!knows(other, one) || unheard.has(one.id)),
    ),
  );
};

/** Whether the endpoint had taken something that the author of an edit had never had in sight. */
const hasUnseen = ({ eras, oracle, server }: World, write: Write, field: string): boolean => {
  const past = oracle.pastOf(write, field);
  return (
    oracle
      .at(write.record, field)
      .some((other) => other !== write && !past.has(other) && server.hasTaken(other.id)) ||
    // What it was written upon is not there: lost with the data, refused before, or come back into a conflict.
    (eras.length > 0 && [...past].some(({ id }) => server.clashed.has(id) || !server.hasTaken(id)))
  );
};
