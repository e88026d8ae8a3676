import { UnlockPage } from "#features/unlock/page.tsx";
import type { Entrance } from "./entrance.ts";

/** An enrolled device whose vault is closed. The address stays, so that a link into the program opens after it. */
export const Unlocking = (props: { readonly entrance: Entrance; readonly hasUnsent: boolean }) => (
  <UnlockPage
    hasUnsent={props.hasUnsent}
    unlock={(passphrase) => props.entrance.unlock(passphrase)}
  />
);
