import * as v from "valibot";
import { opIdSchema, recordIdSchema } from "#domain/ids.ts";
import type { Fields, Json } from "#domain/json.ts";
import type { Sight } from "#store/sight.ts";

/** What somebody was writing over a record: the form, what it was written over, and what was in sight of each field. */
export type FollowingDraft<F extends Fields> = {
  readonly form: F;
  readonly base: F;
  readonly sights: ReadonlyMap<string, Sight>;
};

const fieldsSchema = v.record(v.string(), v.union([v.string(), v.null(), v.array(v.string())]));
const draftSchema = v.object({
  form: fieldsSchema,
  base: fieldsSchema,
  sights: v.record(
    v.string(),
    v.object({
      record: recordIdSchema,
      seen: v.union([v.strictObject({ ver: v.number() }), v.strictObject({ after: opIdSchema })]),
      text: v.string(),
    }),
  ),
});

/** Reads what was being written; `null` for nothing, and for what another version wrote with other fields than `like`. */
export const parseFollowingDraft = <F extends Fields>(
  stored: Json | null,
  like: F,
): FollowingDraft<F> | null => {
  const parsed = v.safeParse(draftSchema, stored);
  if (!parsed.success) return null;
  const { form, base, sights } = parsed.output;
  const isLike = (values: Fields) =>
    Object.keys(like).every(
      (name) => kindOfValue(values[name]) === kindOfValue(like[name]) && name in values,
    );
  if (!isLike(form) || !isLike(base)) return null;
  const opened = Object.entries(sights).map(([field, { record, seen, text }]): [string, Sight] => [
    field,
    { record, seenOf: () => seen, textOf: () => text },
  ]);
  return { form: form as F, base: base as F, sights: new Map(opened) };
};

const kindOfValue = (value: Json | undefined): string =>
  Array.isArray(value) ? "list" : typeof value;

export const storeFollowingDraft = <F extends Fields>({
  form,
  base,
  sights,
}: FollowingDraft<F>): Json => ({
  form,
  base,
  sights: Object.fromEntries(
    [...sights].map(([field, sight]) => [
      field,
      {
        record: sight.record,
        seen: { ...sight.seenOf(field) },
        text: sight.textOf(field),
      },
    ]),
  ),
});
