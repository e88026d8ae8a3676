import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { ScopeId } from "#domain/ids.ts";
import { useEnvironment } from "#features/environment.tsx";

/** Whether the member shapes the area: the endpoint says so with the list of scopes, and takes it back the same way. */
export const createIsCoordinator = (area: Accessor<ScopeId | null>): Accessor<boolean> => {
  const { ledger } = useEnvironment().store;
  const [scopes, setScopes] = createSignal(ledger.scopes());
  onCleanup(
    ledger.subscribe((kinds) => {
      if (kinds.has("scopes")) setScopes(ledger.scopes());
    }),
  );
  return () => {
    const id = area();
    return id !== null && scopes().get(id)?.role === "coordinator";
  };
};
