import { useSearchParams } from "@solidjs/router";
import { onCleanup } from "solid-js";

/** What the address says after its question mark. */
export type AddressQuery = Readonly<Record<string, string>>;

/**
 * Reads the address once, and follows what is chosen with it: only after the picture that a choice leads to, because changing
 * the address takes a slow phone longer than drawing a day.
 */
export const createAddressQuery = (): {
  readonly first: (name: string) => string;
  readonly follow: (query: () => AddressQuery) => void;
} => {
  const [query, setQuery] = useSearchParams();
  let awaited: (() => AddressQuery) | null = null;
  let isGone = false;
  onCleanup(() => (isGone = true));
  const write = () => {
    // The screen was left meanwhile: the address is another's.
    if (awaited !== null && !isGone) setQuery(awaited(), { replace: true });
    awaited = null;
  };
  return {
    first(name) {
      const value = query[name];
      return typeof value === "string" ? value : "";
    },
    follow(chosen) {
      if (awaited === null) requestAnimationFrame(() => setTimeout(write));
      awaited = chosen;
    },
  };
};
