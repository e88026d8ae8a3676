import type { FailureCode } from "#domain/failure.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Toasts } from "#ui/toasts.ts";

/** Says that something was not written, and why; returns which message it is. */
export const showNotSaved = (
  toasts: Toasts,
  { common, failures }: Pick<Texts, "common" | "failures">,
  { code }: { readonly code: FailureCode },
): number => toasts.show({ text: `${common.notSaved}. ${failures[code]}`, tone: "broken" });
