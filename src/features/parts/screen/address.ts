import { useLocation, useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, on, onCleanup, untrack } from "solid-js";
import { afterPicture } from "./after-picture.ts";

/** What the address says after its question mark. What is empty is left out. */
export type AddressQuery = Readonly<Record<string, string>>;

/** The part of the address that says what a screen shows. */
export type AddressOfScreen = {
  /** What the address says now; empty where it does not. */
  readonly read: (name: string) => string;
  /**
   * Follows what was chosen: only after the picture that the choice leads to, because changing the address takes a slow phone
   * longer than drawing a day. An `asNew` place is one that going back leads away from.
   */
  readonly follow: (query: AddressQuery, asNew?: boolean) => void;
};

/** `onArrival` is called when somebody comes to another address of this same screen: back, on, or by a link. */
export const createAddressOfScreen = (onArrival: () => void): AddressOfScreen => {
  const [query] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  let written = untrack(() => location.search);
  let awaited: { readonly query: AddressQuery; readonly asNew: boolean } | null = null;
  let isGone = false;
  onCleanup(() => (isGone = true));
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
  const write = () => {
    // The screen was left meanwhile: the address is another's.
    if (awaited === null || isGone) return;
    const said = Object.entries(awaited.query).filter(([, value]) => value !== "");
    const search = said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
    const options = { replace: !awaited.asNew, scroll: false, resolve: false };
    awaited = null;
    if (search === written) return;
    written = search;
    navigate(`${location.pathname}${search}`, options);
  };
  return {
    read(name) {
      const value = query[name];
      return typeof value === "string" ? value : "";
    },
    follow(chosen, asNew = false) {
      if (asNew && awaited?.asNew === false) write();
      if (awaited === null) afterPicture(write);
      awaited = { query: chosen, asNew: asNew || awaited?.asNew === true };
    },
  };
};
