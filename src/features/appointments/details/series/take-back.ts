import { fail, type Result } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { ofThoseHere } from "./write-many.ts";

/** Takes back what is still here: one time that a colleague has deleted since does not keep the others from going back. */
const undoMany = async (
  { ledger, write }: Store,
  edits: readonly Edit[],
): Promise<Result<true, WriteFailure>> => {
  // What is being saved as undo is pressed comes first, and is seen.
  const earlier = await write([]);
  if (!earlier.ok) return earlier;
  const left = ofThoseHere(ledger, edits);
  return left.length === 0 ? fail({ code: "record.gone" }) : write(left);
};

/** Writes the edits that take back a save of several times, and says that it did (`said`), or why not. */
export const useTakeBack = (): ((edits: readonly Edit[], said: string) => Promise<void>) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  return async (edits, said) => {
    const back = await undoMany(store, edits);
    if (back.ok) toasts.show({ text: said });
    else showNotSaved(toasts, texts(), back.failure);
  };
};
