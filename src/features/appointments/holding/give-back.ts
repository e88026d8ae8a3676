import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import type { Edit } from "#store/write.ts";

/** Gives held times back, all of them in one save, and says how that went. */
export const createGiveBack = (): ((allotments: readonly AllotmentRecord[]) => Promise<void>) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  return async (allotments) => {
    const sights = allotments.flatMap(({ id }) => store.ledger.sightOf(id) ?? []);
    const { givenBack } = texts().holding;
    const { notSaved } = texts().common;
    const written = await store.write(
      sights.map((sight): Edit => ({ verb: "set", sight, field: "status", value: "returned" })),
    );
    if (written.ok) toasts.show({ text: givenBack });
    else {
      const text = `${notSaved}. ${texts().failures[written.failure.code]}`;
      toasts.show({ text, tone: "broken" });
    }
  };
};
