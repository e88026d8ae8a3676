import type { AllotmentRecord } from "#domain/times/allotted.ts";
import type { RecordId } from "#domain/ids.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { ok } from "#domain/result.ts";
import { useEnvironment } from "#features/environment.tsx";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import { heldSpan } from "./held-span.ts";

/**
 * Gives held times back, all of them in one save, and says how that went, with the way to hold them again. Whoever booked
 * one of them meanwhile keeps it: then the endpoint says that they clash, as of any times that are held.
 */
export const createGiveBack = (): ((allotments: readonly AllotmentRecord[]) => Promise<void>) => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const spanText = ({ values }: AllotmentRecord) =>
    heldSpan(values, clock.now(), formats(), texts());
  return async (allotments) => {
    const said = texts();
    const { givenBack, everythingGivenBack, heldAgain } = said.holding;
    const [only] = allotments.length === 1 ? allotments : [];
    const done = only === undefined ? everythingGivenBack : givenBack(spanText(only));
    const ids = allotments.map(({ id }) => id);
    const written = await store.write(statusEdits(store, ids, "open", "returned"));
    const back = () => store.write(statusEdits(store, ids, "returned", "open"));
    showUndoable(toasts, said, written.ok ? ok(back) : written, { done, undone: heldAgain });
    // The row that was pressed is gone.
    if (written.ok) queueMicrotask(() => keepFocus(null));
  };
};

/** What others have done with them since stays. */
const statusEdits = (
  { ledger }: Store,
  allotments: readonly RecordId[],
  from: string,
  to: string,
): Edit[] =>
  allotments.flatMap((id): Edit[] => {
    const sight = ledger.sightOf(id);
    const isSo = ledger.get(allotmentKind, id)?.values.status === from;
    return sight === null || !isSo ? [] : [{ verb: "set", sight, field: "status", value: to }];
  });
