import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import type { AskChangedFields } from "#sync/earlier.ts";
import type { FieldOf } from "./earlier-values.ts";

/** Which fields have earlier values at all, and why that is not known. */
export type ChangedFields<F extends FieldOf> = {
  readonly changed: Accessor<readonly F[]>;
  readonly isLooking: Accessor<boolean>;
  readonly failure: Accessor<FailureCode | null>;
  /** Looks once more after a failure. */
  readonly look: () => void;
};

/** Finds out which of some fields have earlier values: a choice of fields without any would be one of dead ends. */
export const createChangedFields = <F extends FieldOf>(
  ask: AskChangedFields,
  fields: readonly F[],
): ChangedFields<F> => {
  const [changed, setChanged] = createSignal<readonly F[]>([]);
  const [isLooking, setLooking] = createSignal(true);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  let isGone = false;
  const look = async () => {
    setLooking(true);
    setFailure(null);
    const answer = await ask([...new Set(fields.map(({ record }) => record))]);
    if (isGone) return;
    setLooking(false);
    if (!answer.ok) setFailure(answer.failure.code);
    else {
      setChanged(
        fields.filter(({ record, field }) => answer.value.get(record)?.includes(field) === true),
      );
    }
  };
  void look();
  onCleanup(() => {
    isGone = true;
  });
  return { changed, isLooking, failure, look: () => void look() };
};
