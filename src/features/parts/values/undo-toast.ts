import type { Result } from "#domain/result.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { WriteFailure } from "#store/write.ts";
import type { Toasts } from "#ui/toasts.ts";
import { showNotSaved } from "./not-saved-toast.ts";
import type { Undo } from "./replace-value.ts";

/** Says that something was written, with the way back, or that it was not; returns which message it is. */
export const showUndoable = (
  toasts: Toasts,
  texts: Texts,
  outcome: Result<Undo, WriteFailure>,
  said: { readonly done: string; readonly undone: string },
): number => {
  if (!outcome.ok) return showNotSaved(toasts, texts, outcome.failure);
  const takeBack = async () => {
    const back = await outcome.value();
    if (back.ok) toasts.show({ text: said.undone });
    else showNotSaved(toasts, texts, back.failure);
  };
  return toasts.show({
    text: said.done,
    tone: "certain",
    action: { label: texts.common.undo, run: () => void takeBack() },
  });
};
