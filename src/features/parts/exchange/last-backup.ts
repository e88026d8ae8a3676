import { type Accessor, createMemo, createSignal, onCleanup } from "solid-js";
import { addMs, dayMs, type Instant } from "#domain/instant.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";

/** When a person last took a backup from this device, following every change; `null` if never. */
export const createLastBackup = (): Accessor<Instant | null> => {
  const { store } = useEnvironment();
  const [last, setLast] = createSignal(store.backup.last());
  onCleanup(
    store.ledger.subscribe((kinds) => {
      if (kinds.has("backup")) setLast(() => store.backup.last());
    }),
  );
  return last;
};

/** How many saves have waited for over a day and are in no backup, following time and every change. */
export const createUnkept = (): Accessor<number> => {
  const { store, clock } = useEnvironment();
  const now = createNow();
  const [change, setChange] = createSignal(0);
  onCleanup(
    store.ledger.subscribe((kinds) => {
      if (kinds.has("backup") || kinds.has("outbox")) setChange((count) => count + 1);
    }),
  );
  return createMemo(() => {
    change();
    now();
    return store.backup.unkept(addMs(clock.now(), -dayMs));
  });
};
