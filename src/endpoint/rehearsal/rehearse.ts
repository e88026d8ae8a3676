import type { Chance } from "#domain/chance.ts";
import { makeOpId, makeRecordId, type RecordId } from "#domain/ids.ts";
import { addMs, type Clock, hourMs, type Instant } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { readerOfPlaces } from "#protocol/by-place.ts";
import type { WireOp } from "#protocol/op.ts";
import { parseAnswerLine, type WireRecord } from "#protocol/sync-answer.ts";
import { sha256 } from "../sha256.ts";
import { setStage, type Stage } from "./stage.ts";

/** What a rehearsal showed to be wrong, in words of the program itself. */
export type RehearsalFailure = { readonly code: "rehearsal.failed"; readonly reason: string };

/** How many made-up times there are: together two parts of a push. */
const recordCount = 250;
/** How often all of them are changed. By the third time the program is as fast as it gets within a few per cent. */
const changeCount = 3;

/**
 * Plays a whole exchange before anybody depends on one: on a database in memory an adviser books times, changes them all a
 * few times over, and asks for everything; each answer has to say what it should. An endpoint that cannot do that must not open
 * its door, and one that has done it does the first push of a morning in half the time: all that a push needs is compiled.
 * Fails with `rehearsal.failed`.
 */
export const rehearse = async (
  clock: Clock,
  chance: Chance,
): Promise<Result<true, RehearsalFailure>> => {
  try {
    const stage = await setStage(clock, chance);
    try {
      await play(stage, clock, chance);
    } finally {
      await stage.close();
    }
    return ok(true);
  } catch (cause) {
    return fail({
      code: "rehearsal.failed",
      reason: cause instanceof Error ? cause.message : "unknown",
    });
  }
};

const play = async (stage: Stage, clock: Clock, chance: Chance): Promise<void> => {
  const now = clock.now();
  const start = (e: RecordId, b: number) => ({ o: makeOpId(chance), e, b, t: now, st: now });
  const booked = Array.from({ length: recordCount }, (_, nth): WireOp => {
    // The last one takes the time of the one before it.
    const hour = Math.min(nth, recordCount - 2);
    const v = { kind: appointmentKind.name, home: stage.team, f: bookingAt(stage, now, hour) };
    return { ...start(makeRecordId(chance), 0), k: "new", v };
  });
  let records = await push(stage, booked);
  const states = [...records.values()].map(({ f }) => (f["promise"] as { state?: string }).state);
  const held = states.filter((state) => state === "held").length;
  if (held !== recordCount - 1) throw new Error("two times at once were not told apart");

  for (let round = 1; round <= changeCount; round += 1) {
    const changed = [...records.values()].flatMap(({ id, ver, f }): WireOp[] => [
      { ...start(id, ver), k: "set", f: "status", v: round % 2 === 0 ? "booked" : "cancelled" },
      { ...start(id, ver), k: "text", f: "note", v: noteOf(round), h: sha256(f["note"] as string) },
    ]);
    records = await push(stage, changed);
  }
  const all = await pull(stage);
  const isLast = ({ f }: WireRecord) => f["note"] === noteOf(changeCount);
  if (all.filter(isLast).length !== recordCount) throw new Error("not all came back");
};

const noteOf = (round: number): string =>
  `Tulkki tarvitaan paikalle. Lomake täytetty, liitteet puuttuvat vielä (${round}).`;

const bookingAt = ({ member }: Stage, now: Instant, hour: number): Fields => ({
  client: null,
  guidance: "education",
  channel: "visit",
  slot: {
    start: addMs(now, hour * hourMs),
    end: addMs(now, (hour + 1) * hourMs),
    place: null,
    adviser: member,
  },
  language: "fi",
  status: "booked",
  note: noteOf(0),
});

/** Sends edits and returns the records they are about, as the answer tells of them; throws unless all stand. */
const push = async (
  stage: Stage,
  ops: readonly WireOp[],
): Promise<ReadonlyMap<RecordId, WireRecord>> => {
  const readHeader = readerOfPlaces(ops);
  const records = new Map<RecordId, WireRecord>();
  let standing = 0;
  for (const text of await stage.exchange({ ops, cur: {} })) {
    const line = parseAnswerLine(text);
    if (!line.ok) throw new Error("an answer has a line that is none");
    if (!("h" in line.value)) continue;
    const header = readHeader(line.value);
    if (!header.ok) throw new Error("an answer speaks of other edits");
    standing += Object.values(header.value.ack).filter((ack) => ack === "a").length;
    for (const record of header.value.echo) records.set(record.id, record);
  }
  if (standing !== ops.length || records.size !== recordCount) {
    throw new Error(`${standing} of ${ops.length} edits stand`);
  }
  return records;
};

/** Everything there is, as a device gets it that has nothing. */
const pull = async (stage: Stage): Promise<readonly WireRecord[]> => {
  const lines = await stage.exchange({ ops: [], cur: {} });
  return lines.flatMap((text) => {
    const line = parseAnswerLine(text);
    return line.ok && "put" in line.value ? line.value.put : [];
  });
};
