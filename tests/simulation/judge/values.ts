import type { RecordId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { fieldKindOf, likenessOf, valueAt } from "../world/catalog.ts";
import { markersIn } from "../world/prose.ts";
import { hold } from "../world/violation.ts";
import type { World } from "../world/world.ts";
import { type KeptInConflicts, keptInConflicts } from "./kept.ts";
import { newWords, removedWords, type Write } from "./oracle.ts";

/** I5 and I6: nothing that the endpoint took has gone without a person having decided so. */
export const judgeValues = async (world: World): Promise<void> => {
  const { oracle, server } = world;
  const conflicts = await keptInConflicts(server);
  for (const [record, field] of oracle.places()) {
    const state = server.records.get(record);
    if (state === undefined) continue;
    const taken = oracle.at(record, field).filter(({ id }) => server.hasTaken(id));
    if (state.deleted) {
      judgeDeleted(world, record, field, taken, conflicts);
      continue;
    }
    const value = valueAt(state.fields, field);
    const kind = fieldKindOf(state.kind, field);
    if (kind === "text") judgeText(record, field, value, taken, conflicts);
    else if (kind === "tally") judgeTally(field, value, taken);
    else judgeRegister(world, record, field, value, taken, conflicts);
  }
};

/** I6 of a deleted record: whoever deleted it had in sight what went, or had written it on the same device. */
const judgeDeleted = (
  world: World,
  record: RecordId,
  field: string,
  taken: readonly Write[],
  conflicts: KeptInConflicts,
): void => {
  const { oracle, server } = world;
  const deletions = [...oracle.writes.values()].filter(
    (write) => write.record === record && write.verb === "del" && server.hasTaken(write.id),
  );
  const isCounter = taken.some(({ verb }) => verb === "inc");
  const seen = new Set(
    deletions.flatMap((write) => [
      ...oracle.pastOf(write, field),
      ...oracle.shownIn(record, field, write.saw.get(field)),
    ]),
  );
  const replaced = replacedBy(world, record, field, taken);
  const kept = new Set((conflicts.get(`${record} ${field}`) ?? []).map(likenessOf));
  for (const write of taken) {
    const isOwn = deletions.some(({ device }) => device === write.device);
    const given = likenessOf(write.gave.get(field) ?? null);
    const isKept =
      isOwn ||
      isCounter ||
      given === "null" ||
      seen.has(write) ||
      replaced.has(write) ||
      kept.has(given);
    hold(
      isKept,
      "I6",
      () => `${given} of edit ${write.nth} went unseen with its record (${field})`,
    );
  }
};

/** I6: a value stands, or somebody who had it in sight wrote another, or a conflict keeps it. */
const judgeRegister = (
  world: World,
  record: RecordId,
  field: string,
  value: Json | undefined,
  taken: readonly Write[],
  conflicts: KeptInConflicts,
): void => {
  const standing = likenessOf(value ?? null);
  const replaced = replacedBy(world, record, field, taken);
  const kept = new Set((conflicts.get(`${record} ${field}`) ?? []).map(likenessOf));
  for (const write of taken) {
    const given = likenessOf(write.gave.get(field) ?? null);
    // Whoever takes something away has nothing to lose.
    const isKept = given === "null" || given === standing || replaced.has(write) || kept.has(given);
    hold(isKept, "I6", () => `${given} of edit ${write.nth} was lost silently from ${field}`);
  }
  const isKnown = taken.some((write) => likenessOf(write.gave.get(field) ?? null) === standing);
  hold(taken.length === 0 || isKnown, "I6", () => `${field} holds ${standing}, which nobody wrote`);
};

/** I2: a counter holds what was added and taken, each once. */
const judgeTally = (field: string, value: Json, taken: readonly Write[]): void => {
  const sum = taken.reduce((total, { gave }) => total + Number(gave.get(field)), 0);
  hold(
    (value ?? 0) === sum,
    "I2",
    () => `${field} is ${JSON.stringify(value)}, and ${sum} was added`,
  );
};

/** What was in sight of the authors of edits: directly, or through one that was refused and so stood on the author's screen alone. */
const replacedBy = (
  { oracle, server }: World,
  record: RecordId,
  field: string,
  taken: readonly Write[],
): ReadonlySet<Write> => {
  const replaced = new Set<Write>();
  const look = ({ saw }: Write) => {
    for (const seen of oracle.shownIn(record, field, saw.get(field))) {
      if (replaced.has(seen)) continue;
      replaced.add(seen);
      if (!server.hasTaken(seen.id)) look(seen);
    }
  };
  for (const write of taken) look(write);
  return replaced;
};

/** I5: every word stands once, or somebody who had it in sight took it out, or a conflict keeps it. */
const judgeText = (
  record: RecordId,
  field: string,
  value: Json | undefined,
  taken: readonly Write[],
  conflicts: KeptInConflicts,
): void => {
  const standing = markersIn(value);
  const removed = new Set(taken.flatMap((write) => [...removedWords(write, field)]));
  const kept = new Set(
    (conflicts.get(`${record} ${field}`) ?? []).flatMap((text) => [...markersIn(text)]),
  );
  for (const write of taken) {
    for (const word of newWords(write, field)) {
      const isKept = standing.has(word) || removed.has(word) || kept.has(word);
      hold(isKept, "I5", () => `the word ${word} of edit ${write.nth} was lost from ${field}`);
    }
  }
};
