import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { FailureCode } from "#domain/failure.ts";
import { ok } from "#domain/result.ts";
import type { AskEarlier, EarlierPage } from "#sync/earlier.ts";
import type { FieldOf } from "./earlier-values.ts";

/** Which fields have earlier values at all, and why that is not known. */
export type ChangedFields<F extends FieldOf> = {
  readonly changed: Accessor<readonly F[]>;
  readonly isLooking: Accessor<boolean>;
  readonly failure: Accessor<FailureCode | null>;
  /** Looks once more after a failure. */
  readonly look: () => void;
  /** Asks as the endpoint is asked, without asking twice for what has come already. */
  readonly ask: AskEarlier;
};

/** Finds out which of some fields have earlier values: a choice of fields without any would be one of dead ends. */
export const createChangedFields = <F extends FieldOf>(
  askEndpoint: AskEarlier,
  fields: readonly F[],
): ChangedFields<F> => {
  const pages = new Map<string, EarlierPage>();
  const [changed, setChanged] = createSignal<readonly F[]>([]);
  const [isLooking, setLooking] = createSignal(true);
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  let isGone = false;
  const ask: AskEarlier = async (record, field, skip) => {
    const known = skip === 0 ? pages.get(keyOf({ record, field })) : undefined;
    if (known !== undefined) return ok(known);
    const answer = await askEndpoint(record, field, skip);
    if (answer.ok && skip === 0) pages.set(keyOf({ record, field }), answer.value);
    return answer;
  };
  const look = async () => {
    setLooking(true);
    setFailure(null);
    const [first, ...others] = fields;
    // One goes ahead: it signs in where the session is over, or finds out for all of them that nobody is there.
    const answers = first === undefined ? [] : [await ask(first.record, first.field, 0)];
    if (answers.every(({ ok: isAnswered }) => isAnswered)) {
      answers.push(
        ...(await Promise.all(others.map(({ record, field }) => ask(record, field, 0)))),
      );
    }
    if (isGone) return;
    const failed = answers.find((answer) => !answer.ok);
    setLooking(false);
    if (failed?.ok === false) setFailure(failed.failure.code);
    else setChanged(fields.filter((field) => (pages.get(keyOf(field))?.values.length ?? 0) > 0));
  };
  void look();
  onCleanup(() => {
    isGone = true;
  });
  return { changed, isLooking, failure, look: () => void look(), ask };
};

const keyOf = ({ record, field }: FieldOf): string => `${record} ${field}`;
