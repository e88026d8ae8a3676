import type { erased as finnish } from "../fi/erased.ts";

/** What is said at the address of something that was erased. */
export const erased: typeof finnish = {
  title: "The data were erased on request",
  text: "This belonged to a person whose data were erased for good. Nothing of them is left on this device or on the server.",
};
