import { UnlockPage } from "#features/unlock/page.tsx";
import type { DoorState } from "#store/door.ts";
import type { Entrance } from "./entrance.ts";

/** An enrolled device whose vault is closed. The address stays, so that a link into the program opens after it. */
export const Unlocking = (props: {
  readonly entrance: Entrance;
  readonly door: Extract<DoorState, { kind: "locked" }>;
}) => (
  <UnlockPage
    hasUnsent={props.door.hasUnsent}
    isRevoked={props.door.isRevoked}
    unlock={(passphrase) => props.entrance.unlock(passphrase)}
  />
);
