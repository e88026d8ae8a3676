import { type Accessor, batch, createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { FieldFailure, FieldFailureCode } from "#domain/failure.ts";
import type { AppointmentForm } from "./appointment-form.ts";

type Failures = Readonly<Partial<Record<string, FieldFailureCode>>>;

/** A form while it is filled in. A field that is changed loses its failure: the person is already mending it. */
export type FormState<F extends object = AppointmentForm> = {
  readonly values: F;
  change(changes: Partial<F>): void;
  readonly failures: Accessor<Failures>;
  setFailures(failures: readonly FieldFailure[]): void;
};

export const createFormState = <F extends object>(initial: F): FormState<F> => {
  const [values, setValues] = createStore<F>({ ...initial });
  const [failures, setFailures] = createSignal<Failures>({});
  return {
    values,
    failures,
    change(changes) {
      batch(() => {
        setValues((before) => ({ ...before, ...changes }));
        const left = { ...failures() };
        for (const field of Object.keys(changes)) delete left[field];
        setFailures(left);
      });
    },
    setFailures(list) {
      setFailures(Object.fromEntries(list.map(({ field, code }) => [field, code])));
    },
  };
};
