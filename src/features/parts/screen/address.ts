import {
  saveCurrentDepth,
  useBeforeLeave,
  useIsRouting,
  useLocation,
  useNavigate,
  useSearchParams,
} from "@solidjs/router";
import { createEffect, on, untrack } from "solid-js";
import { createAtRest } from "./after-picture.ts";

/** What the address says after its question mark. What is empty is left out. */
export type AddressQuery = Readonly<Record<string, string>>;

/** The part of the address that says what a screen shows. */
export type AddressOfScreen = {
  /** What the address says now; empty where it does not. */
  readonly read: (name: string) => string;
  /**
   * Follows what was chosen, when presses have come to rest or the screen is left: changing the address takes a slow phone
   * longer than drawing a day, and browsers refuse it to whoever does it often. An `asNew` place is one that going back leads
   * away from.
   */
  readonly follow: (query: AddressQuery, asNew?: boolean) => void;
};

/** `onArrival` is called when somebody comes to another address of this same screen: back, on, or by a link. */
export const createAddressOfScreen = (onArrival: () => void): AddressOfScreen => {
  const [query] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const isRouting = useIsRouting();
  let written = untrack(() => location.search);
  let awaited: { readonly query: AddressQuery; readonly asNew: boolean } | null = null;
  createEffect(
    on(
      () => location.search,
      (search) => {
        if (search === written) return;
        written = search;
        // It was chosen at the address that was left.
        awaited = null;
        onArrival();
      },
      { defer: true },
    ),
  );
  /** Where this screen says what was chosen last, once; `null` where the address says it already. */
  const takeAwaited = (): { readonly address: string; readonly asNew: boolean } | null => {
    if (awaited === null) return null;
    const { query: chosen, asNew } = awaited;
    awaited = null;
    const said = Object.entries(chosen).filter(([, value]) => value !== "");
    const search = said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
    if (search === written) return null;
    written = search;
    return { address: `${location.pathname}${search}`, asNew };
  };
  const write = () => {
    // Another page is on its way: this would call it back.
    if (isRouting()) return;
    const next = takeAwaited();
    if (next === null) return;
    navigate(next.address, { replace: !next.asNew, scroll: false, resolve: false });
  };
  useBeforeLeave(({ to }) => {
    // Back and forward have left already: what is at hand is another place's entry of the history.
    if (typeof to === "number") awaited = null;
    const next = takeAwaited();
    if (next === null) return;
    // Past the router, which is on its way to the next page: coming back reads it from here.
    if (next.asNew) {
      history.pushState(null, "", next.address);
      saveCurrentDepth();
    } else history.replaceState(history.state, "", next.address);
  });
  const writeAtRest = createAtRest(write);
  return {
    read(name) {
      const value = query[name];
      return typeof value === "string" ? value : "";
    },
    follow(chosen, asNew = false) {
      if (asNew && awaited?.asNew === false) write();
      awaited = { query: chosen, asNew: asNew || awaited?.asNew === true };
      writeAtRest();
    },
  };
};
