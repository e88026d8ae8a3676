import * as v from "valibot";
import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import {
  changedFieldsAnswerSchema,
  type ChangedFieldsRequest,
  earlierAnswerSchema,
  type EarlierRequest,
  type WireEarlier,
} from "#protocol/earlier.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { TransportFailure } from "./transport.ts";
import { type SessionParts, withSession } from "./with-session.ts";

const whyWords = ["overwritten", "merged", "conflict"] as const;

/**
 * A value that no longer stands, `merged` one that somebody overwrote and several people had written. `by` and `at` are
 * `null` for what the record was made with; `until` is when it stopped standing.
 */
export type EarlierValue = {
  readonly value: Json;
  readonly why: (typeof whyWords)[number];
  readonly by: string | null;
  readonly at: Instant | null;
  readonly until: Instant;
};

/** Earlier values, the newest first. `more` tells that there are older ones. */
export type EarlierPage = { readonly values: readonly EarlierValue[]; readonly more: boolean };

/** Asks for the earlier values of a field, without the `skip` newest. */
export type AskEarlier = (
  record: RecordId,
  field: string,
  skip: number,
) => Promise<Result<EarlierPage, TransportFailure>>;

/**
 * Asks the endpoint, which alone keeps earlier values. Fails with `record.unknown` where it does not know the record or the
 * member is not in its home scope, and as the transport does.
 */
export const makeAskEarlier =
  (parts: SessionParts): AskEarlier =>
  async (record, field, skip) => {
    const request: EarlierRequest = { p: PROTOCOL_VERSION, e: record, f: field, skip };
    const answer = await withSession<string, TransportFailure>(parts, () =>
      parts.transport.post("/earlier", request),
    );
    if (!answer.ok) return answer;
    const parsed = v.safeParse(
      v.pipe(v.string(), v.parseJson(), earlierAnswerSchema),
      answer.value,
    );
    if (!parsed.success) return fail({ code: "network.not_katve" });
    return ok({ values: parsed.output.values.map(toEarlier), more: parsed.output.more });
  };

/** Asks in which fields of some records anything stood before, by record. */
export type AskChangedFields = (
  records: readonly RecordId[],
) => Promise<Result<ReadonlyMap<string, readonly string[]>, TransportFailure>>;

/** Asks the endpoint. A record that the member may not ask about has no fields. Fails as {@link makeAskEarlier} does. */
export const makeAskChangedFields =
  (parts: SessionParts): AskChangedFields =>
  async (records) => {
    const request: ChangedFieldsRequest = { p: PROTOCOL_VERSION, e: records };
    const answer = await withSession<string, TransportFailure>(parts, () =>
      parts.transport.post("/earlier/fields", request),
    );
    if (!answer.ok) return answer;
    const parsed = v.safeParse(
      v.pipe(v.string(), v.parseJson(), changedFieldsAnswerSchema),
      answer.value,
    );
    return parsed.success
      ? ok(new Map(Object.entries(parsed.output.fields)))
      : fail({ code: "network.not_katve" });
  };

const toEarlier = ({ v: value, w, by, t, until }: WireEarlier): EarlierValue => ({
  value,
  why: whyWords.find((word) => word === w) ?? "overwritten",
  by,
  at: t,
  until,
});
