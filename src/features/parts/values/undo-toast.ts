import type { Result } from "#domain/result.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { WriteFailure } from "#store/write.ts";
import type { Toast, Toasts } from "#ui/toasts.ts";
import type { Tone } from "#ui/tone.ts";
import { showNotSaved } from "./not-saved-toast.ts";
import type { Undo } from "./replace-value.ts";

/**
 * Says that something was written, with the way back, or that it was not; returns which message it is. `over` is asked once
 * it is written, and once it is taken back: what it was written over although somebody has that already, empty for nothing.
 */
export const showUndoable = (
  toasts: Toasts,
  texts: Texts,
  outcome: Result<Undo, WriteFailure>,
  said: { readonly done: string; readonly undone: string; readonly over?: () => string },
): number => {
  const telling = (text: string, usual?: Tone): Pick<Toast, "text" | "tone"> => {
    const over = said.over?.() ?? "";
    return over === "" ? { text, tone: usual } : { text: `${text} · ${over}`, tone: "waiting" };
  };
  if (!outcome.ok) return showNotSaved(toasts, texts, outcome.failure);
  const takeBack = async () => {
    const back = await outcome.value();
    if (back.ok) toasts.show(telling(said.undone));
    else showNotSaved(toasts, texts, back.failure);
  };
  return toasts.show({
    ...telling(said.done, "certain"),
    action: { label: texts.common.undo, run: () => void takeBack() },
  });
};
