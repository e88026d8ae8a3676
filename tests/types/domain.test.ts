import { expectTypeOf, test } from "vitest";
import { line, link, register, text } from "#domain/fields/field.ts";
import type { DeviceId, MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant, LocalDate } from "#domain/instant.ts";
import { isInstant, toInstant } from "#domain/instant.ts";
import type { Kind, ValuesOfKind } from "#domain/kind.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { type Appointment, appointmentKind } from "#domain/kinds/appointment.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type Client, clientKind } from "#domain/kinds/client.ts";
import type { Applied } from "#domain/merge/standing.ts";
import type { Op, SetOp, TextOp, Verb } from "#domain/op.ts";
import { type Readable, readRecord } from "#domain/record.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { freshEntity } from "../unit/domain/edits.ts";

type Pair = { readonly name: string; readonly note: string };
type PairKind = Kind<"pair", Pair>;
const rules = { name: "pair", home: "team", creators: "member", editors: "member" } as const;

test("a kind declares a field for each of its values, of the value's type", () => {
  expectTypeOf({ ...rules, fields: { name: line(), note: text() } }).toExtend<PairKind>();
  // @ts-expect-error a declared value needs its field
  const lacking: PairKind = { ...rules, fields: { name: line() } };
  // @ts-expect-error a field of links holds no writing
  const wrong: PairKind = { ...rules, fields: { name: link(), note: text() } };
  // @ts-expect-error a field that no value declares is a slip
  const more: PairKind = { ...rules, fields: { name: line(), note: text(), extra: line() } };
  // @ts-expect-error nobody but the four writers of the list
  const owned: PairKind = { ...rules, editors: "owner", fields: { name: line(), note: text() } };
  expectTypeOf([lacking, wrong, more, owned]).toExtend<Kind[] | unknown[]>();
});

test("a record reads with the values of its kind", () => {
  expectTypeOf<ValuesOfKind<typeof clientKind>>().toEqualTypeOf<Client>();
  expectTypeOf<ValuesOfKind<typeof appointmentKind>>().toEqualTypeOf<Appointment>();
  expectTypeOf<ValuesOfKind<string>>().toBeNever();
  const read = readRecord(appointmentKind, freshEntity({}));
  expectTypeOf(read).toEqualTypeOf<Readable<typeof appointmentKind>>();
  expectTypeOf(read.values.slot).toEqualTypeOf<Slot>();
  expectTypeOf(
    readRecord(adviserKind, freshEntity({})).values.team,
  ).toEqualTypeOf<RecordId | null>();
  // @ts-expect-error a client has no slot
  expectTypeOf(readRecord(clientKind, freshEntity({})).values.slot).toBeAny();
});

test("what was read is not written to", () => {
  const { values } = readRecord(clientKind, freshEntity({}));
  // @ts-expect-error a screen changes a record by an edit, not in place
  values.name = "Matti";
});

test("ids of different things, moments and days do not stand for each other", () => {
  expectTypeOf<RecordId>().not.toExtend<ScopeId>();
  expectTypeOf<DeviceId>().not.toExtend<MemberId>();
  expectTypeOf<OpId>().not.toExtend<RecordId>();
  expectTypeOf<string>().not.toExtend<RecordId>();
  expectTypeOf<number>().not.toExtend<Instant>();
  expectTypeOf<string>().not.toExtend<LocalDate>();
  expectTypeOf<Instant>().toExtend<number>();
  expectTypeOf<RecordId>().toExtend<string>();
  expectTypeOf(isInstant).guards.toEqualTypeOf<Instant>();
  // @ts-expect-error a register of moments has no bare number for its empty value
  register<Instant>(null as never, 0);
  expectTypeOf(register<Instant>(null as never, toInstant(0)).empty).toEqualTypeOf<Instant>();
});

test("the verb of an edit tells what it carries", () => {
  expectTypeOf<Op["verb"]>().toEqualTypeOf<Verb>();
  expectTypeOf<Extract<Op, { verb: "set" }>>().toEqualTypeOf<SetOp>();
  expectTypeOf<TextOp["value"]>().toEqualTypeOf<string>();
  expectTypeOf<Extract<Op, { verb: "del" }>>().not.toHaveProperty("value");
  // @ts-expect-error an author saw a version or followed an own edit, not nothing
  const blind: Op["seen"] = {};
  expectTypeOf(blind).toEqualTypeOf<Op["seen"]>();
});

test("an outcome is read only after it was asked for", () => {
  const outcome = ok(1) as Result<number, "time.invalid">;
  // @ts-expect-error a failure has no value
  expectTypeOf(outcome.value).toBeAny();
  if (outcome.ok) expectTypeOf(outcome.value).toEqualTypeOf<number>();
  else expectTypeOf(outcome.failure).toEqualTypeOf<"time.invalid">();
  expectTypeOf(fail("time.invalid" as const).failure).toEqualTypeOf<"time.invalid">();
  expectTypeOf<Extract<Applied, { result: "needs-base" }>>().not.toHaveProperty("entity");
  expectTypeOf<Extract<Applied, { result: "refused" }>>().not.toHaveProperty("earlier");
});
