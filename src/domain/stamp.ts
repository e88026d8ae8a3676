import { type Instant, toInstant } from "./instant.ts";

/** The times an edit carries and those of the exchange that brought it. */
export type StampInput = {
  /** The device's clock when the edit was made. */
  readonly at: Instant;
  /** The endpoint's clock as the device last heard it before the edit. */
  readonly endpointAt: Instant;
  /** The device's clock when it sent the edit. */
  readonly sentAt: Instant;
  /** The endpoint's clock when the edit arrived. */
  readonly arrivedAt: Instant;
};

/**
 * When an edit was really made, as well as can be known: the device's time moved by the device's present error and held
 * between two times of the endpoint. It orders two concurrent `set`s and is shown to people; it decides nothing else.
 * A clock that is wrong by a year, jumps, or was set back can shift the result only inside those two bounds.
 */
export const correctedTime = ({ at, endpointAt, sentAt, arrivedAt }: StampInput): Instant =>
  toInstant(
    Math.min(Math.max(at + (arrivedAt - sentAt), Math.min(endpointAt, arrivedAt)), arrivedAt),
  );
