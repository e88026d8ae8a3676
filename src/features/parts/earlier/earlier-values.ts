import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { AskEarlier, EarlierValue } from "#sync/earlier.ts";
import { createRecords } from "#features/environment.tsx";

/** One field of one record. */
export type FieldOf = { readonly record: RecordId; readonly field: string };

/** The earlier values of a field as far as they have come, and why no more did. */
export type EarlierList = {
  readonly values: Accessor<readonly EarlierValue[]>;
  readonly isLoading: Accessor<boolean>;
  readonly hasMore: Accessor<boolean>;
  readonly failure: Accessor<FailureCode | null>;
  /** Asks for older ones, or once more after a failure. */
  readonly load: () => void;
};

/** The values of a field that lost a conflict, the latest first: the earlier ones that the device itself has. */
export const createLostValues = (): ((of: FieldOf) => EarlierValue[]) => {
  const conflicts = createRecords(conflictKind);
  return ({ record, field }) =>
    [...conflicts().values()]
      .filter(({ values }) => values.record === record && values.field === field)
      .map(({ values }): EarlierValue => ({
        value: values.lost,
        why: "conflict",
        by: values.lostBy,
        at: values.lostAt,
        until: values.keptAt === 0 ? values.lostAt : values.keptAt,
      }))
      .sort((one, other) => other.until - one.until);
};

/** Asks for the earlier values of a field whenever another one is looked at. */
export const createEarlierList = (ask: AskEarlier, field: Accessor<FieldOf>): EarlierList => {
  const [values, setValues] = createSignal<readonly EarlierValue[]>([]);
  const [isLoading, setLoading] = createSignal(false);
  const [hasMore, setMore] = createSignal(false);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  let asked = 0;
  const load = async () => {
    asked += 1;
    const question = asked;
    setLoading(true);
    setFailure(null);
    const { record, field: name } = field();
    const answer = await ask(record, name, values().length);
    // Somebody looks at another field by now, or at none.
    if (question !== asked) return;
    setLoading(false);
    if (!answer.ok) {
      setFailure(answer.failure.code);
      return;
    }
    setValues((before) => [...before, ...answer.value.values]);
    setMore(answer.value.more);
  };
  createEffect(
    on(field, () => {
      setValues([]);
      setMore(false);
      void load();
    }),
  );
  onCleanup(() => {
    asked += 1;
  });
  return { values, isLoading, hasMore, failure, load: () => void load() };
};
