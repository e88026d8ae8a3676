import { fail, ok, type Result } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import { ofThoseHere } from "./write-many.ts";

/** The edits that take back a save of several times, and which of them there is still something to take back by. */
export type WayBack = {
  readonly edits: readonly Edit[];
  readonly left: (edits: readonly Edit[]) => readonly Edit[];
};

/** What is said once all of a save is taken back, and where only what was left of it. */
export type TakenBack = { readonly all: string; readonly rest: string };

/** Everything that the save wrote has been changed since. */
type ChangedSince = { readonly code: "changed-since" };

/** Takes back what is left: one time that a colleague has deleted or changed since does not keep the others from going back. */
const undoMany = async (
  { ledger, write }: Store,
  { edits, left }: WayBack,
): Promise<Result<keyof TakenBack, WriteFailure | ChangedSince>> => {
  // What is being saved as undo is pressed comes first, and is seen.
  const earlier = await write([]);
  if (!earlier.ok) return earlier;
  const here = ofThoseHere(ledger, edits);
  if (here.length === 0) return fail({ code: "record.gone" });
  const taken = left(here);
  if (taken.length === 0) return fail({ code: "changed-since" });
  const written = await write(taken);
  return written.ok ? ok(taken.length === edits.length ? "all" : "rest") : written;
};

/** Takes a save of several times back, and says that it did, or why not. */
export const useTakeBack = (): ((way: WayBack, said: TakenBack) => Promise<void>) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  return async (way, said) => {
    const back = await undoMany(store, way);
    if (back.ok) {
      toasts.show({ text: said[back.value] });
      return;
    }
    const { code } = back.failure;
    if (code === "changed-since")
      toasts.show({ text: texts().series.changedSince, tone: "broken" });
    else showNotSaved(toasts, texts(), { code });
  };
};
